#include "app/journal/keys/DataKey.h"

#include <openssl/rand.h>

namespace motcua::journal {

base::Result<std::shared_ptr<const DataKey>> DataKey::make() {
    auto key = from(base::Secret::made(size, [](char* data) { return RAND_priv_bytes(reinterpret_cast<unsigned char*>(data), size) == 1; }));
    if (!key)
        return base::fail(QStringLiteral("seal.no-randomness"));
    return key;
}

std::shared_ptr<const DataKey> DataKey::fromBytes(QByteArrayView bytes) {
    return bytes.size() == size ? from(base::Secret::ofBytes(bytes)) : nullptr;
}

std::shared_ptr<const DataKey> DataKey::from(const base::Secret& bytes) {
    return bytes.bytes().size() == size ? std::shared_ptr<const DataKey>(new DataKey(bytes)) : nullptr;
}

}
