#include "tests/support/line/TestAuthority.h"

#include <QHostAddress>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace motcua::test {

using protocol::BioPointer;
using protocol::CertificatePointer;
using protocol::KeyPointer;

namespace {

template <class Writer>
QByteArray pem(Writer&& write) {
    const BioPointer memory(BIO_new(BIO_s_mem()));
    write(memory.get());
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return QByteArray(bytes, size);
}

QByteArray pemOf(X509* certificate) {
    return pem([certificate](BIO* out) { PEM_write_bio_X509(out, certificate); });
}

QByteArray pemOf(EVP_PKEY* key) {
    return pem([key](BIO* out) { PEM_write_bio_PKCS8PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

void setName(X509_NAME* name, const QByteArray& text) {
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.constData()), static_cast<int>(text.size()), -1, 0);
}

void extend(X509* certificate, X509* issuer, int nid, const QByteArray& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

CertificatePointer blank(EVP_PKEY* key, const QByteArray& name, const QDateTime& from, const QDateTime& until) {
    static int serial = 1000;
    CertificatePointer certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), until.toSecsSinceEpoch());
    setName(X509_get_subject_name(certificate.get()), name);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

}

TestAuthority TestAuthority::make() {
    TestAuthority authority;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    authority.m_key = KeyPointer(EVP_EC_gen("P-256"));
    authority.m_certificate = blank(authority.m_key.get(), "Test CA", now.addYears(-5), now.addYears(5));
    X509* const certificate = authority.m_certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate, authority.m_key.get(), EVP_sha256());
    return authority;
}

TestAuthority TestAuthority::fromPem(const QByteArray& certificate, const QByteArray& key, QByteArray passphrase) {
    TestAuthority authority;
    const BioPointer certificateIn(BIO_new_mem_buf(certificate.constData(), static_cast<int>(certificate.size())));
    const BioPointer keyIn(BIO_new_mem_buf(key.constData(), static_cast<int>(key.size())));
    authority.m_certificate = CertificatePointer(PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
    authority.m_key = KeyPointer(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, passphrase.data()));
    return authority;
}

QByteArray TestAuthority::certificate() const {
    return pemOf(m_certificate.get());
}

QByteArray TestAuthority::der() const {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(m_certificate.get(), &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

Identity TestAuthority::issue(const QByteArray& name, const QByteArray& host, const QDateTime& from, const QDateTime& until) const {
    const KeyPointer key(EVP_EC_gen("P-256"));
    const CertificatePointer certificate = blank(key.get(), name, from, until);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_certificate.get()));
    if (!host.isEmpty())
        extend(
            certificate.get(), m_certificate.get(), NID_subject_alt_name, (QHostAddress(QString::fromLatin1(host)).isNull() ? "DNS:" : "IP:") + host);
    X509_sign(certificate.get(), m_key.get(), EVP_sha256());
    return {pemOf(certificate.get()), pemOf(key.get())};
}

Identity TestAuthority::server(const QByteArray& host, const QDateTime& from, const QDateTime& until) const {
    return issue("Test platform", host, from, until);
}

Identity TestAuthority::server() const {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return server("127.0.0.1", now.addDays(-1), now.addDays(30));
}

Identity TestAuthority::station(const QByteArray& name) const {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return issue(name, {}, now.addDays(-1), now.addDays(30));
}

}
