#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyCost.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace motcua::journal {

class DataKey;

/// A key from a password: Argon2id over its NFC form in UTF-8. Takes 100–500 ms at the usual cost. Errors: "seal.failed".
base::Result<std::shared_ptr<const DataKey>> passwordKey(const QString& password, const QByteArray& salt, const KeyCost& cost);

}
