#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/PlatformStore.h"

#include <QJsonObject>

namespace motcua::gateway {

/// What the province holds: {"events", "dossiers", "bookEntries", "spoiled", "blobs", "waiting", "irregular", "units": [{"unit", the same counts,
/// "states": {national code: count}, "stations": [{"station", "name", "seq", "head", "lastContact", "enrolled", "revoked"}]}]}.
base::Result<QJsonObject> statistics(const PlatformStore& store);

}
