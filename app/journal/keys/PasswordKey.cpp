#include "app/journal/keys/PasswordKey.h"

#include "app/journal/keys/DataKey.h"

#include <argon2.h>

namespace motcua::journal {

base::Result<std::shared_ptr<const DataKey>> passwordKey(const base::Secret& password, const QByteArray& salt, const KeyCost& cost) {
    const QByteArrayView text = password.bytes();
    int result = ARGON2_OK;
    const base::Secret bytes = base::Secret::made(DataKey::size, [&](char* data) {
        result = argon2id_hash_raw(static_cast<uint32_t>(cost.passes), static_cast<uint32_t>(cost.kibibytes), static_cast<uint32_t>(cost.lanes),
            text.data(), static_cast<size_t>(text.size()), salt.constData(), static_cast<size_t>(salt.size()), data, DataKey::size);
        return result == ARGON2_OK;
    });
    auto key = DataKey::from(bytes);
    if (!key)
        return base::fail(QStringLiteral("seal.failed"), {{QStringLiteral("argon2"), QString::number(result)}});
    return key;
}

}
