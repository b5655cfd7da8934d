#include "tests/support/gateway/TestStation.h"

#include "app/domain/EventCodec.h"
#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Vouchers.h"

#include <QJsonDocument>

#include <openssl/pem.h>

#include <csignal>

namespace motcua::test {

namespace {

std::unique_ptr<httplib::SSLClient> clientFor(int port, const QString& directory, X509* certificate, EVP_PKEY* key) {
    auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", port, certificate, key);
    client->set_ca_cert_path((directory + QStringLiteral("/keys/root.pem")).toStdString());
    client->enable_server_certificate_verification(true);
    // This client takes the goodbye of a gateway that stops for an answer to its next request.
    client->set_keep_alive(false);
    client->set_default_headers({{protocol::header::reads, std::to_string(domain::newestRecordVersion)}});
    client->set_tcp_nodelay(true);
    client->set_connection_timeout(5);
    client->set_read_timeout(40);
    return client;
}

}

TestStation::TestStation() : m_key(gateway::newEllipticKey()), m_certificate(selfSigned(m_key.get())) {
    // A gateway that hangs up must fail the request, not end the test.
    std::signal(SIGPIPE, SIG_IGN);
}

TestStation TestStation::twin() const {
    TestStation same;
    EVP_PKEY_up_ref(m_key.get());
    same.m_key.reset(m_key.get());
    same.forgetCertificate();
    return same;
}

protocol::CertificatePointer TestStation::selfSigned(EVP_PKEY* key) {
    auto made = gateway::makeCertificate({.use = gateway::CertificateUse::Station,
        .commonName = "new",
        .alternativeNames = {},
        .from = QDateTime::currentDateTimeUtc().addSecs(-60),
        .lifetime = 3600,
        .subjectKey = key,
        .issuer = nullptr,
        .issuerKey = key});
    return made ? std::move(*made) : nullptr;
}

QByteArray TestStation::signingRequest(EVP_PKEY* key) {
    const protocol::RequestPointer request(X509_REQ_new());
    X509_REQ_set_pubkey(request.get(), key);
    X509_REQ_sign(request.get(), key, EVP_sha256());
    const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_REQ(bio.get(), request.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

int TestStation::enrol(const GatewayProcess& gateway, const QString& code, EVP_PKEY* signWith) {
    const auto client = clientFor(gateway.enrolmentPort(), gateway.directory(), m_certificate.get(), m_key.get());
    protocol::EnrolmentRequest request{code, QString::fromLatin1(signingRequest(signWith ? signWith : m_key.get())), m_name, m_login};
    if (const auto offer = m_signer ? protocol::makeOffer(*m_signer, m_login, code, 0) : base::fail(QString())) {
        request.publicKey = offer->publicKey;
        request.proof = offer->proof;
    }
    const QByteArray body = QJsonDocument(base::toJson(request)).toJson();
    const auto answer = client->Post("/v1/enrolments", body.toStdString(), "application/json");
    if (!answer)
        return -1;
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
    m_errorCode = json.value(QLatin1String("code")).toString();
    if (answer->status == 201) {
        m_enrolment = base::fromJson<protocol::EnrolmentAnswer>(json);
        present(m_enrolment.certificate.toLatin1());
    }
    return answer->status;
}

TestStation::Said TestStation::ask(const GatewayProcess& gateway, const protocol::EnrolmentQuestion& question) const {
    const auto own = selfSigned(m_key.get());
    const auto client = clientFor(gateway.enrolmentPort(), gateway.directory(), own.get(), m_key.get());
    const QByteArray body = QJsonDocument(base::toJson(question)).toJson();
    const auto answer = client->Post("/v1/enrolments/check", body.toStdString(), "application/json");
    if (!answer)
        return {};
    return {answer->status, QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object()};
}

TestStation::Said TestStation::activate(const GatewayProcess& gateway, const protocol::ActivationRequest& request) const {
    const QByteArray body = QJsonDocument(base::toJson(request)).toJson();
    const auto answer = connect(gateway)->Post("/v1/activations", body.toStdString(), "application/json");
    if (!answer)
        return {};
    return {answer->status, QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object()};
}

void TestStation::present(const QByteArray& certificatePem) {
    if (auto certificate = gateway::certificateFromPem(certificatePem))
        m_certificate = std::move(*certificate);
}

std::unique_ptr<httplib::SSLClient> TestStation::connect(const GatewayProcess& gateway) const {
    return clientFor(gateway.port(), gateway.directory(), m_certificate.get(), m_key.get());
}

}
