#include "sync/protocol/Digest.h"

#include <QFile>

namespace motcua::protocol {

namespace {

constexpr qsizetype digestSize = 32;

/// Looked up once: OpenSSL would otherwise do it for every digest, which takes longer than hashing a record's header.
const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

unsigned char* raw(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}

Digest::Digest() : m_context(EVP_MD_CTX_new()) {
    EVP_DigestInit_ex(m_context.get(), algorithm(), nullptr);
}

void Digest::add(const char* data, size_t size) {
    EVP_DigestUpdate(m_context.get(), data, size);
}

QByteArray Digest::value() const {
    const DigestPointer copy(EVP_MD_CTX_new());
    EVP_MD_CTX_copy_ex(copy.get(), m_context.get());
    QByteArray digest(digestSize, Qt::Uninitialized);
    EVP_DigestFinal_ex(copy.get(), raw(digest), nullptr);
    return digest;
}

QByteArray Digest::of(QByteArrayView bytes) {
    QByteArray digest(digestSize, Qt::Uninitialized);
    EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), raw(digest), nullptr, algorithm(), nullptr);
    return digest;
}

QByteArray Digest::ofFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 step = 256 * 1024;
    Digest digest;
    for (QByteArray piece = file.read(step); !piece.isEmpty(); piece = file.read(step))
        digest.add(piece.constData(), static_cast<size_t>(piece.size()));
    return digest.value();
}

}
