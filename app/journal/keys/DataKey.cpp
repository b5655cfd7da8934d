#include "app/journal/keys/DataKey.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>

namespace motcua::journal {

base::Result<std::shared_ptr<const DataKey>> DataKey::make() {
    std::shared_ptr<DataKey> key(new DataKey);
    if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(key->m_bytes.data()), size) != 1)
        return base::fail(QStringLiteral("seal.no-randomness"));
    return key;
}

std::shared_ptr<const DataKey> DataKey::fromBytes(QByteArrayView bytes) {
    if (bytes.size() != size)
        return nullptr;
    std::shared_ptr<DataKey> key(new DataKey);
    std::copy(bytes.begin(), bytes.end(), key->m_bytes.begin());
    return key;
}

DataKey::~DataKey() {
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

void wipe(QByteArray& bytes) {
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

}
