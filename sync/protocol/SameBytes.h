#pragma once

#include <QByteArray>

#include <openssl/crypto.h>

namespace motcua::protocol {

/// In a time that tells nothing of where they differ.
inline bool sameBytes(const QByteArray& one, const QByteArray& other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.constData(), other.constData(), static_cast<size_t>(one.size())) == 0;
}

}
