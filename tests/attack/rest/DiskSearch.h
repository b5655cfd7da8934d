#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua::test {

/// Where in the files below a folder a text stands, as UTF-8, UTF-16 of both kinds or Base64: "file: text". Nothing: nowhere.
QStringList found(const QString& folder, const QStringList& texts);

/// Each file below a folder with its size and the SHA-256 of its content, but for what a database opens and closes with (-shm, -wal).
QStringList contentOf(const QString& folder);

/// All of a folder, to another place that is not there yet.
bool copyFolder(const QString& from, const QString& to);

}
