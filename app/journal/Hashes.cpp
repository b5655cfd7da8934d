#include "app/journal/Hashes.h"

#include <openssl/rand.h>
#include <openssl/sha.h>

namespace motcua::journal {

QByteArray sha256(QByteArrayView bytes) {
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<size_t>(bytes.size()),
        reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

QByteArray randomBytes(int size) {
    QByteArray bytes(size, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) != 1)
        return {};
    return bytes;
}

}
