#pragma once

#include "sync/protocol/MarkSignature.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace motcua::test {

/// A platform's key of its own.
inline protocol::MarkSigner newMarkSigner() {
    const protocol::KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return *protocol::MarkSigner::fromPem(QByteArray(text, static_cast<qsizetype>(size)));
}

}
