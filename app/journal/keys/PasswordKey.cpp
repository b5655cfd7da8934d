#include "app/journal/keys/PasswordKey.h"

#include "app/journal/keys/DataKey.h"

#include <argon2.h>

namespace motcua::journal {

base::Result<std::shared_ptr<const DataKey>> passwordKey(const QString& password, const QByteArray& salt, const KeyCost& cost) {
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray bytes(DataKey::size, Qt::Uninitialized);
    const int result = argon2id_hash_raw(static_cast<uint32_t>(cost.passes), static_cast<uint32_t>(cost.kibibytes), static_cast<uint32_t>(cost.lanes),
        text.constData(), static_cast<size_t>(text.size()), salt.constData(), static_cast<size_t>(salt.size()), bytes.data(),
        static_cast<size_t>(bytes.size()));
    wipe(text);
    auto key = result == ARGON2_OK ? DataKey::fromBytes(bytes) : nullptr;
    wipe(bytes);
    if (!key)
        return base::fail(QStringLiteral("seal.failed"), {{QStringLiteral("argon2"), QString::number(result)}});
    return key;
}

}
