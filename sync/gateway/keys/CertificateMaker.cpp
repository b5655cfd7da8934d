#include "sync/gateway/keys/CertificateMaker.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Digest.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace motcua::gateway {

namespace {

bool addExtension(X509* certificate, X509* issuer, int kind, const QByteArray& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509* certificate) {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), bytes.size()) != 1)
        return false;
    bytes[0] &= 0x7f;
    BIGNUM* number = BN_bin2bn(bytes.data(), bytes.size(), nullptr);
    const bool set = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return set;
}

bool setName(X509_NAME* name, const QByteArray& commonName) {
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(commonName.constData()),
               static_cast<int>(commonName.size()), -1, 0) == 1;
}

bool copyNames(X509* to, const X509* from) {
    const int at = X509_get_ext_by_NID(from, NID_subject_alt_name, -1);
    return at < 0 || X509_add_ext(to, X509_get_ext(from, at), -1) == 1;
}

bool addExtensions(X509* certificate, X509* issuer, const CertificatePlan& plan) {
    const bool isRoot = plan.use == CertificateUse::Root;
    const bool isAuthority = isRoot || plan.use == CertificateUse::Authority;
    const char* const constraint = isRoot ? "critical,CA:TRUE,pathlen:1" : isAuthority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE";
    const QByteArray usage = isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature";
    bool good = addExtension(certificate, issuer, NID_basic_constraints, constraint) && addExtension(certificate, issuer, NID_key_usage, usage) &&
                addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
                addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (!isAuthority)
        good = good && addExtension(certificate, issuer, NID_ext_key_usage, plan.use == CertificateUse::Server ? "serverAuth" : "clientAuth");
    if (plan.namesOf)
        return good && copyNames(certificate, plan.namesOf);
    if (!plan.alternativeNames.isEmpty())
        good = good && addExtension(certificate, issuer, NID_subject_alt_name, plan.alternativeNames);
    return good;
}

}

base::Result<protocol::CertificatePointer> makeCertificate(const CertificatePlan& plan) {
    constexpr long version3 = 2;
    protocol::CertificatePointer certificate(X509_new());
    X509* issuer = plan.issuer ? plan.issuer : certificate.get();
    const time_t from = plan.from.toSecsSinceEpoch();
    const time_t to = from + plan.lifetime;
    const bool good = certificate && X509_set_version(certificate.get(), version3) == 1 && setSerial(certificate.get()) &&
                      setName(X509_get_subject_name(certificate.get()), plan.commonName) &&
                      ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from) && ASN1_TIME_set(X509_getm_notAfter(certificate.get()), to) &&
                      X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer)) == 1 &&
                      X509_set_pubkey(certificate.get(), plan.subjectKey) == 1 && addExtensions(certificate.get(), issuer, plan) &&
                      X509_sign(certificate.get(), plan.issuerKey, EVP_sha256()) > 0;
    ERR_clear_error();
    if (!good)
        return base::fail(QStringLiteral("platform.bad-certificate"));
    return certificate;
}

base::Result<QByteArray> signingRequest(EVP_PKEY* key, const QByteArray& commonName) {
    const protocol::RequestPointer request(X509_REQ_new());
    const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
    const bool good = request && X509_REQ_set_version(request.get(), 0) == 1 && setName(X509_REQ_get_subject_name(request.get()), commonName) &&
                      X509_REQ_set_pubkey(request.get(), key) == 1 && X509_REQ_sign(request.get(), key, EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(bio.get(), request.get()) == 1;
    ERR_clear_error();
    if (!good)
        return base::fail(QStringLiteral("platform.bad-certificate"));
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray authorityName(EVP_PKEY* key) {
    constexpr qsizetype letters = 12;
    return "Mot Cua CA " + protocol::Digest::of(publicDer(key)).toHex().left(letters);
}

QDateTime momentOf(const ASN1_TIME* time) {
    tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? QDateTime::fromSecsSinceEpoch(timegm(&parts), Qt::UTC) : QDateTime();
}

}
