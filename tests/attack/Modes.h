#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <sys/stat.h>

namespace motcua::test {

/// What of a directory, itself and everything below it, others than its owner may read, write or enter; with its mode.
inline QStringList openToOthers(const QString& directory) {
    QStringList paths{directory};
    QDirIterator all(directory, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext())
        paths << all.next();
    QStringList open;
    for (const QString& path : paths) {
        struct stat state = {};
        const bool isThere = ::lstat(QFile::encodeName(path).constData(), &state) == 0;
        const bool isOwnedPlainly = S_ISLNK(state.st_mode) || S_ISSOCK(state.st_mode);
        if (isThere && !isOwnedPlainly && (state.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            open << QStringLiteral("%1 %2").arg(path, QString::number(state.st_mode & ALLPERMS, 8));
    }
    return open;
}

}
