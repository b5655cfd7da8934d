#pragma once

#include "app/base/Result.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/vault/Vault.h"

#include <QDateTime>
#include <QStringList>
#include <QUuid>

namespace motcua::gateway {

/// The platform's keys: its CA, its server certificate, the key that signs marks, and the public half of the recovery key. They lie in
/// <data>/keys, private ones sealed. Owned by Platform; may be used by any thread after it is made.
class Authority {
public:
    struct Founding {
        QStringList hosts;      ///< names and addresses that stations reach the platform by
        QByteArray recoveryKey; ///< the public half, PEM
    };
    /// Makes all other keys. Errors: "platform.not-stored".
    static base::Outcome create(const QString& directory, const Founding& founding, const vault::Vault& vault, const QDateTime& now);
    /// Errors: "platform.missing", "platform.bad-key", "platform.bad-certificate".
    static base::Result<std::unique_ptr<Authority>> open(const QString& directory, const vault::Vault& vault);

    /// A station's certificate for the request's key, if that is also `peerKey`, the key of the TLS connection.
    /// `lifetime`: seconds. Errors: "enrolment.request-invalid", "enrolment.key-mismatch".
    base::Result<QByteArray> signStation(
        const QByteArray& requestPem, EVP_PKEY* peerKey, const QUuid& station, const QDateTime& now, qint64 lifetime = stationLifetime) const;

    X509* certificate() const { return m_certificate.get(); }
    X509* serverCertificate() const { return m_serverCertificate.get(); }
    EVP_PKEY* serverKey() const { return m_serverKey.get(); }
    const protocol::MarkSigner& marks() const { return m_marks; }
    QByteArray pem() const;
    QByteArray der() const;
    QByteArray platformKey() const { return m_platformKey; }
    QByteArray recoveryKey() const { return m_recoveryKey; }

    static constexpr qint64 stationLifetime = 5LL * 365 * 24 * 3600;

private:
    explicit Authority(protocol::MarkSigner marks) : m_marks(std::move(marks)) {}

    protocol::KeyPointer m_key;
    protocol::CertificatePointer m_certificate;
    protocol::KeyPointer m_serverKey;
    protocol::CertificatePointer m_serverCertificate;
    protocol::MarkSigner m_marks;
    QByteArray m_platformKey;
    QByteArray m_recoveryKey;
};

}
