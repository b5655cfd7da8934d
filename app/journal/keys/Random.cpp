#include "app/journal/keys/Random.h"

#include <openssl/rand.h>

namespace motcua::journal {

QByteArray randomBytes(int size) {
    QByteArray bytes(size, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) != 1)
        return {};
    return bytes;
}

}
