#include "app/journal/log/OpenForReading.h"

#include <QFile>
#include <QFileInfo>

namespace motcua::journal {

base::Result<std::unique_ptr<sqlite::Connection>> openForReading(const DataDirectory& data, const QString& aside) {
    auto connection = sqlite::Connection::open(data.journal(), {sqlite::Access::ReadOnly});
    const auto read = connection ? (*connection)->scalar("SELECT count(*) FROM sqlite_master") : base::Result<qint64>(base::fail(connection.error()));
    const bool hindered =
        !read && (read.error().code == QLatin1String("sqlite.cannot-open") || read.error().code == QLatin1String("sqlite.read-only"));
    if (!hindered)
        return connection;
    const QString log = data.journal() + QStringLiteral("-wal");
    if (QFileInfo(log).size() == 0)
        return sqlite::Connection::open(data.journal(), {sqlite::Access::Unchanging});
    const QString copied = aside + QStringLiteral("/journal.sqlite");
    if (!QFile::copy(data.journal(), copied) || !QFile::copy(log, copied + QStringLiteral("-wal")))
        return base::fail(read.error());
    for (const QString& file : {copied, copied + QStringLiteral("-wal")})
        QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return sqlite::Connection::open(copied, {sqlite::Access::ReadOnly});
}

}
