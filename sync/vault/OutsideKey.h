#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"

#include <QString>

namespace motcua::vault {

/// Where the key comes from that opens a province's data. It never lies in the data folder.
struct KeySource {
    QString file = {};            ///< a key file
    base::Secret passphrase = {}; ///< in its place
    bool isMade = false;          ///< where the data has no key yet, a file that is not there is made and the data sealed under it
};

/// Errors, each with file: "key.missing", "key.unreadable" (it is there, or may be, and this program may not read it), "key.malformed".
base::Result<base::Secret> readKeyFile(const QString& path);
/// A fresh key, durable, its owner's alone; an existing file is left. Errors, each with file: "key.exists", "key.unreadable",
/// "key.not-written".
base::Result<base::Secret> makeKeyFile(const QString& path);
/// Argon2id, 100–500 ms. Errors: "vault.failed".
base::Result<base::Secret> keyOfPassphrase(const base::Secret& passphrase, const QByteArray& salt);
/// From the system's generator. Errors: "vault.failed".
base::Result<base::Secret> randomKey();

/// A line from the terminal, unseen. Errors: "key.no-terminal" with option: by which it can be said otherwise.
base::Result<base::Secret> askAtTerminal(const char* question, const char* otherwise);
/// The first line of an open descriptor. Errors: "key.no-passphrase".
base::Result<base::Secret> readPassphrase(int descriptor);
/// What systemd gave the service ($CREDENTIALS_DIRECTORY/motcua-key); empty: nothing.
QString credentialFile();

/// Whether a path, as it is or through links, lies within a folder.
bool isWithin(const QString& path, const QString& folder);

}
