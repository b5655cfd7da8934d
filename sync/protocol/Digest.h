#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArray>

namespace motcua::protocol {

/// SHA-256 of bytes as they come. OpenSSL's: several times as fast as QCryptographicHash.
class Digest {
public:
    Digest() : m_context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }
    void add(const char* data, size_t size) { EVP_DigestUpdate(m_context.get(), data, size); }
    QByteArray value() const {
        const DigestPointer copy(EVP_MD_CTX_new());
        EVP_MD_CTX_copy_ex(copy.get(), m_context.get());
        QByteArray digest(32, Qt::Uninitialized);
        EVP_DigestFinal_ex(copy.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
        return digest;
    }
    static QByteArray of(QByteArrayView bytes) {
        Digest digest;
        digest.add(bytes.data(), static_cast<size_t>(bytes.size()));
        return digest.value();
    }

private:
    DigestPointer m_context;
};

}
