#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>

/// The province's recovery key, which opens any desk and is never kept with the data.
namespace motcua::gateway {

/// Makes one at a path outside the data folder; its public half, PEM. Errors: "key.exists" with file, "key.inside-data" with file, "key.not-written"
/// with file.
base::Result<QByteArray> makeRecoveryKey(const QString& path, const QString& directory);
/// The public half that was made elsewhere, PEM. Errors: "key.missing" with file, "recovery.malformed" with file (also a private key).
base::Result<QByteArray> readRecoveryPublic(const QString& path);
/// Where a program before left one in the data folder, it is moved to `path`; false: there was none. Errors: those of makeRecoveryKey(), and
/// "key.recovery-here": there is one and no path.
base::Result<bool> moveRecoveryKeyOut(const QString& directory, const QString& path);

}
