#include "sync/protocol/Pem.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace motcua::protocol {

namespace {

/// OpenSSL would otherwise ask at the terminal.
int noPassPhrase(char*, int, int, void*) {
    return 0;
}

BioPointer reading(QByteArrayView pem) {
    return BioPointer(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

}

KeyPointer privateKeyIn(QByteArrayView pem) {
    KeyPointer key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassPhrase, nullptr));
    ERR_clear_error();
    return key;
}

KeyPointer publicKeyIn(QByteArrayView pem) {
    KeyPointer key(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, noPassPhrase, nullptr));
    ERR_clear_error();
    return key;
}

RequestPointer requestIn(QByteArrayView pem) {
    RequestPointer request(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, noPassPhrase, nullptr));
    ERR_clear_error();
    return request;
}

std::vector<CertificatePointer> certificatesIn(QByteArrayView pem) {
    std::vector<CertificatePointer> found;
    const BioPointer in = reading(pem);
    while (CertificatePointer certificate{PEM_read_bio_X509(in.get(), nullptr, noPassPhrase, nullptr)})
        found.push_back(std::move(certificate));
    ERR_clear_error();
    return found;
}

}
