#include "app/admin/StationCopy.h"

#include "app/journal/StationData.h"
#include "app/journal/log/Verify.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace motcua::admin {

namespace {

/// SQLite makes the shared-memory file anew, and a lock belongs to its directory.
bool belongsInCopy(const QString& name) {
    return !name.endsWith(QLatin1String("-shm")) && name != QLatin1String("lock");
}

base::Outcome copyFiles(const QString& from, const QString& to) {
    const QDir source(from);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!belongsInCopy(files.fileName()))
            continue;
        const QString target = to + QLatin1Char('/') + source.relativeFilePath(path);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(path, target))
            return base::fail(QStringLiteral("backup.copy-failed"), {{QStringLiteral("file"), source.relativeFilePath(path)}});
    }
    return base::done();
}

base::Outcome prove(const QString& directory) {
    const auto checked = journal::verify(directory);
    if (!checked)
        return base::fail(checked.error());
    if (!checked->faults.empty())
        return base::fail(QStringLiteral("backup.damaged"), {{QStringLiteral("place"), checked->faults.front().place}});
    return base::done();
}

}

base::Outcome copyStation(const QString& from, const QString& to) {
    if (QFileInfo::exists(to))
        return base::fail(QStringLiteral("backup.exists"));
    const auto held = journal::StationData::open(from);
    if (!held)
        return base::fail(held.error());
    const QString aside = QDir::cleanPath(to) + QStringLiteral(".part");
    QDir(aside).removeRecursively();
    auto copied = copyFiles(from, aside).and_then([&aside](base::Done) { return prove(aside); });
    if (copied && !QDir().rename(aside, QDir::cleanPath(to)))
        copied = base::fail(QStringLiteral("backup.copy-failed"), {{QStringLiteral("file"), to}});
    if (!copied)
        QDir(aside).removeRecursively();
    return copied;
}

}
