#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/journal/keys/KeyCost.h"

#include <QByteArray>

#include <memory>

namespace motcua::journal {

class DataKey;

/// A key from a password: Argon2id over its UTF-8. Takes 100–500 ms at the usual cost. Errors: "seal.failed".
base::Result<std::shared_ptr<const DataKey>> passwordKey(const base::Secret& password, const QByteArray& salt, const KeyCost& cost);

}
