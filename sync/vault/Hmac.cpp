#include "sync/vault/Hmac.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>

namespace motcua::vault {

namespace {

constexpr size_t blockSize = 64;
constexpr qsizetype digestSize = 32;
constexpr char innerPad = 0x36;
constexpr char outerPad = 0x5c;

}

Hmac::Context Hmac::begun(QByteArrayView key, char pad) {
    static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<char, blockSize> block{};
    std::copy_n(key.begin(), std::min(blockSize, static_cast<size_t>(key.size())), block.begin());
    for (char& byte : block)
        byte = static_cast<char>(byte ^ pad);
    Context context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), sha256, nullptr);
    EVP_DigestUpdate(context.get(), block.data(), block.size());
    OPENSSL_cleanse(block.data(), block.size());
    return context;
}

Hmac::Hmac(QByteArrayView key) : m_inner(begun(key, innerPad)), m_outer(begun(key, outerPad)) {}

QByteArray Hmac::of(QByteArrayView bytes) const {
    thread_local const Context working(EVP_MD_CTX_new());
    QByteArray mac(digestSize, Qt::Uninitialized);
    auto* digest = reinterpret_cast<unsigned char*>(mac.data());
    EVP_MD_CTX_copy_ex(working.get(), m_inner.get());
    EVP_DigestUpdate(working.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    EVP_DigestFinal_ex(working.get(), digest, nullptr);
    EVP_MD_CTX_copy_ex(working.get(), m_outer.get());
    EVP_DigestUpdate(working.get(), digest, static_cast<size_t>(digestSize));
    EVP_DigestFinal_ex(working.get(), digest, nullptr);
    return mac;
}

}
