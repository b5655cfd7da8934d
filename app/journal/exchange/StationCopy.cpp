#include "app/journal/exchange/StationCopy.h"

#include "app/journal/StationData.h"
#include "app/journal/disk/DataDirectory.h"
#include "app/journal/disk/Disk.h"
#include "app/journal/log/OpenForReading.h"
#include "app/journal/log/Schema.h"
#include "app/journal/log/SecurityPending.h"
#include "app/journal/log/Verify.h"

#include "app/sqlite/Connection.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace motcua::journal {

namespace {

/// One copying. Owner and thread: whoever calls copyStation().
class StationCopy {
public:
    StationCopy(const QString& from, const QString& to, Disk& disk) : m_from(absolute(from)), m_to(absolute(to)), m_disk(disk) {}

    base::Outcome run() {
        if (const auto fit = check(); !fit)
            return fit;
        const QString aside = m_to.path() + QStringLiteral(".part");
        QDir(aside).removeRecursively();
        auto copied = copyInto(DataDirectory(aside));
        if (!copied)
            QDir(aside).removeRecursively();
        return copied;
    }

private:
    static DataDirectory absolute(const QString& path) { return DataDirectory(QDir::cleanPath(QFileInfo(path).absoluteFilePath())); }

    base::Outcome check() const {
        if (!StationData::exists(m_from.path()))
            return base::fail(QStringLiteral("journal.missing"));
        if (QFileInfo::exists(m_to.path()))
            return base::fail(QStringLiteral("backup.exists"));
        if (m_to.path().startsWith(m_from.path() + QLatin1Char('/')))
            return base::fail(QStringLiteral("backup.inside"));
        return base::done();
    }

    base::Outcome copyInto(const DataDirectory& aside) {
        const QString parent = QFileInfo(m_to.path()).path();
        QDir().mkpath(parent);
        return m_disk.makeDirectory(aside.path())
            .or_else([&](const base::Error& error) { return failed(error, m_to.path()); })
            .and_then([&](base::Done) { return copyJournal(aside); })
            .and_then([&](base::Done) { return copyFiles(aside); })
            .and_then([&](base::Done) { return prove(aside); })
            .and_then([&](base::Done) {
                return m_disk.rename(aside.path(), m_to.path())
                    .and_then([&](base::Done) { return m_disk.syncDirectory(parent); })
                    .or_else([&](const base::Error& error) { return failed(error, m_to.path()); });
            });
    }

    base::Outcome copyJournal(const DataDirectory& aside) const {
        const QString name = QFileInfo(aside.journal()).fileName();
        const QTemporaryDir scratch;
        const auto connection = openForReading(m_from, scratch.path());
        if (!connection)
            return failed(connection.error(), name);
        // Made here, so that it is readable by its owner alone from its first moment.
        return m_disk.write(aside.journal(), {})
            .and_then([&](base::Done) { return (*connection)->copyTo(aside.journal()); })
            .and_then([&](base::Done) { return sqlite::Connection::open(aside.journal(), {sqlite::Access::ReadWrite}); })
            .and_then([](const std::unique_ptr<sqlite::Connection>& copy) { return setFact(*copy, QString::fromLatin1(copiedFact), "1"); })
            .and_then([&](base::Done) { return m_disk.sync(aside.journal()); })
            .or_else([&](const base::Error& error) { return failed(error, name); });
    }

    /// What lies beside the journal and is not made anew.
    base::Outcome copyFiles(const DataDirectory& aside) {
        const QDir source(m_from.path());
        QDirIterator files(m_from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const bool isOwn = path.startsWith(m_from.journal()) || path == m_from.lock() || path.startsWith(m_from.snapshot());
            const QString name = source.relativeFilePath(path);
            if (const auto copied = isOwn ? base::done() : copyFile(path, aside.path() + QLatin1Char('/') + name); !copied)
                return failed(copied.error(), name);
        }
        return base::done();
    }

    base::Outcome copyFile(const QString& path, const QString& target) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            // A station at work may have swept it out meanwhile; whether it was needed is proved in the end.
            return QFileInfo::exists(path) ? base::fail(QStringLiteral("disk.failed")) : base::done();
        }
        const QByteArray content = file.readAll();
        return m_disk.makeDirectory(QFileInfo(QFileInfo(target).path()).path())
            .and_then([&](base::Done) { return m_disk.makeDirectory(QFileInfo(target).path()); })
            .and_then([&](base::Done) { return m_disk.write(target, content); })
            .and_then([&](base::Done) { return m_disk.sync(target); });
    }

    static base::Outcome prove(const DataDirectory& aside) {
        const auto checked = verify(aside.path());
        if (!checked)
            return base::fail(checked.error());
        if (!checked->faults.empty())
            return base::fail(QStringLiteral("backup.damaged"), {{QStringLiteral("place"), checked->faults.front().place}});
        return base::done();
    }

    static base::Outcome failed(const base::Error& inner, const QString& file) {
        const bool full = inner.code == QLatin1String("disk.full") || inner.code == QLatin1String("sqlite.disk-full");
        base::Error error{full ? QStringLiteral("backup.disk-full") : QStringLiteral("backup.copy-failed"), {{QStringLiteral("file"), file}}};
        return base::fail(error.causedBy(inner));
    }

    DataDirectory m_from;
    DataDirectory m_to;
    Disk& m_disk;
};

}

base::Outcome copyStation(const QString& from, const QString& to, Disk& disk) {
    return StationCopy(from, to, disk).run();
}

base::Outcome copyStation(const QString& from, const QString& to) {
    SystemDisk disk;
    return copyStation(from, to, disk);
}

void noteCopy(const QString& from, const QString& to) {
    const auto connection = sqlite::Connection::open(DataDirectory(from).journal(), {sqlite::Access::ReadWrite});
    const auto version = connection ? factNumber(**connection, QStringLiteral("schema")) : base::fail(connection.error());
    if (version && *version == schema::supported)
        (void)pending::add(**connection, domain::SecurityKind::BackedUp, to.toUtf8(), QDateTime::currentDateTimeUtc());
}

}
