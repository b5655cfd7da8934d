#pragma once

#include "sync/protocol/Act.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/OpenSsl.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <httplib.h>

#include <memory>

namespace motcua::test {

/// A foreign client, made of httplib and OpenSSL alone: what the contract promises, without our own client. Used by one thread.
class TestStation {
public:
    TestStation();
    /// One that is not enrolled and has the same key.
    TestStation twin() const;

    /// The answer's status; the station is enrolled after 201. `signWith`: another key for the signing request.
    int enrol(const GatewayProcess& gateway, const QString& code, EVP_PKEY* signWith = nullptr);
    /// What the next enrolment says of the desk and of its first user; without a login it asks as stations of before did.
    void setName(const QString& name) { m_name = name; }
    void setLogin(const QString& login) { m_login = login; }
    /// What that user signs with; the next enrolment offers it.
    void setSigner(std::shared_ptr<const protocol::PersonKey> signer) { m_signer = std::move(signer); }
    /// As before it was enrolled, with the same key.
    void forgetCertificate() { m_certificate = selfSigned(m_key.get()); }
    struct Said {
        int status = -1;
        QJsonObject json = {};
    };
    /// What an enrolment would say.
    Said ask(const GatewayProcess& gateway, const protocol::EnrolmentQuestion& question) const;
    /// As enrolled, but with a certificate of the gateway's own CA made in the test: for bad ones.
    void present(const QByteArray& certificatePem);

    /// Asks for a person's key to be bound here by that person's code.
    Said activate(const GatewayProcess& gateway, const protocol::ActivationRequest& request) const;

    /// A connection of its own to the main listener, with this station's certificate.
    std::unique_ptr<httplib::SSLClient> connect(const GatewayProcess& gateway) const;

    const protocol::EnrolmentAnswer& enrolment() const { return m_enrolment; }
    QUuid id() const { return QUuid::fromString(m_enrolment.station); }
    QString errorCode() const { return m_errorCode; }
    EVP_PKEY* key() const { return m_key.get(); }
    /// PKCS#10 of this station's key, PEM.
    static QByteArray signingRequest(EVP_PKEY* key);
    static protocol::CertificatePointer selfSigned(EVP_PKEY* key);

private:
    protocol::KeyPointer m_key;
    protocol::CertificatePointer m_certificate;
    protocol::EnrolmentAnswer m_enrolment;
    QString m_errorCode;
    QString m_name = QStringLiteral("Quầy thử");
    QString m_login;
    std::shared_ptr<const protocol::PersonKey> m_signer;
};

}
