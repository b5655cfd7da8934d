#include "sync/http/StationKey.h"

#include "sync/protocol/OpenSsl.h"
#include "sync/protocol/Pem.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace motcua::http {

namespace {

using protocol::BioPointer;
using protocol::CertificatePointer;
using protocol::KeyPointer;
using protocol::RequestPointer;

constexpr long selfSignedSeconds = 24 * 3600;

/// Of a certificate's validity: the platform's clock need not agree with ours to the minute.
constexpr long clockSlackSeconds = 24 * 3600;

template <class Writer>
QByteArray pem(Writer&& write) {
    const BioPointer memory(BIO_new(BIO_s_mem()));
    if (!memory || write(memory.get()) != 1)
        return {};
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return QByteArray(bytes, size);
}

bool nameIt(X509_NAME* name) {
    static const unsigned char text[] = "motcua-station";
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0) == 1;
}

QByteArray requestOf(EVP_PKEY* key) {
    const RequestPointer request(X509_REQ_new());
    if (!request || !nameIt(X509_REQ_get_subject_name(request.get())) || X509_REQ_set_pubkey(request.get(), key) != 1 ||
        X509_REQ_sign(request.get(), key, EVP_sha256()) == 0)
        return {};
    return pem([&](BIO* out) { return PEM_write_bio_X509_REQ(out, request.get()); });
}

QByteArray selfSigned(EVP_PKEY* key) {
    const CertificatePointer certificate(X509_new());
    if (!certificate)
        return {};
    X509* const x = certificate.get();
    const bool filled = X509_set_version(x, 2) == 1 && ASN1_INTEGER_set(X509_get_serialNumber(x), 1) == 1 &&
                        X509_gmtime_adj(X509_getm_notBefore(x), -clockSlackSeconds) != nullptr &&
                        X509_gmtime_adj(X509_getm_notAfter(x), selfSignedSeconds + clockSlackSeconds) != nullptr &&
                        nameIt(X509_get_subject_name(x)) && X509_set_issuer_name(x, X509_get_subject_name(x)) == 1 && X509_set_pubkey(x, key) == 1;
    if (!filled || X509_sign(x, key, EVP_sha256()) == 0)
        return {};
    return pem([&](BIO* out) { return PEM_write_bio_X509(out, x); });
}

}

base::Result<StationKey> StationKey::make() {
    const KeyPointer key(EVP_EC_gen("P-256"));
    if (!key)
        return base::fail(QStringLiteral("enrolment.no-key"));
    StationKey made;
    QByteArray text = pem([&](BIO* out) { return PEM_write_bio_PKCS8PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    made.key = text;
    base::wipe(text);
    made.signingRequest = requestOf(key.get());
    made.certificate = selfSigned(key.get());
    if (made.key.isEmpty() || made.signingRequest.isEmpty() || made.certificate.isEmpty())
        return base::fail(QStringLiteral("enrolment.no-key"));
    return made;
}

bool certifies(const QByteArray& certificate, const base::Secret& key) {
    const auto certificates = protocol::certificatesIn(certificate);
    const KeyPointer own = protocol::privateKeyIn(key.bytes());
    return !certificates.empty() && own && X509_check_private_key(certificates.front().get(), own.get()) == 1;
}

}
