#include "sync/gateway/store/sqlite/SqliteStore.h"

#include "app/sqlite/Transaction.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/gateway/store/sqlite/RowMarks.h"
#include "sync/gateway/store/sqlite/SealedRow.h"
#include "sync/gateway/store/sqlite/Sealing.h"
#include "sync/gateway/store/sqlite/SqliteSchema.h"
#include "sync/vault/Belonging.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace motcua::gateway {

namespace {

QString fileIn(const QString& directory) {
    return directory + QStringLiteral("/gateway.sqlite");
}

/// The database's own further files are whoever's the database is.
bool makeFile(const QString& directory) {
    const int file = ::open(QFile::encodeName(fileIn(directory)).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool given = file >= 0 && vault::giveToOwnerOf(directory, file);
    if (file >= 0)
        ::close(file);
    return given;
}

/// "sqlite.busy" is "store.busy" to those who do not know which store it is.
base::Error ofStore(base::Error error) {
    const QLatin1String own("sqlite.");
    if (error.code.startsWith(own))
        error.code.replace(0, own.size(), QStringLiteral("store."));
    return error;
}

template <class T>
base::Result<T> ofStore(base::Result<T> result) {
    if (!result)
        return base::fail(ofStore(result.error()));
    return result;
}

base::Outcome prepare(sqlite::Connection& connection) {
    // A checkpoint every 4,000 pages instead of 1,000: batches are large.
    return connection.execute("PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536");
}

base::Result<qint64> dataVersion(sqlite::Connection& connection) {
    // Counts what other connections commit; all that a store writes goes through its writer.
    return connection.scalar("PRAGMA data_version");
}

base::Outcome sealAndMark(sqlite::Connection& connection, const vault::Vault& vault) {
    return rowmarks::attach(connection, vault).and_then([&](base::Done) { return sealing::finish(connection, vault); }).and_then([&](base::Done) {
        return rowmarks::finish(connection, vault);
    });
}

base::Result<std::unique_ptr<sqlite::Connection>> openCurrent(const QString& directory, const vault::Vault& vault) {
    const auto missing = [&] { return base::fail(QStringLiteral("platform.missing"), {{QStringLiteral("file"), fileIn(directory)}}); };
    if (vault::isWithheld(fileIn(directory)))
        return base::fail(QStringLiteral("platform.unreadable"), {{QStringLiteral("file"), fileIn(directory)}});
    if (!QFile::exists(fileIn(directory)))
        return missing();
    auto connection = sqlite::Connection::open(fileIn(directory), {.access = sqlite::Access::ReadWrite});
    const auto version = connection ? schema::versionOf(**connection) : base::fail(connection.error());
    if (!version)
        return base::fail(version.error());
    if (*version < 1)
        return missing();
    if (*version > schema::current())
        return base::fail(QStringLiteral("platform.newer-version"));
    if (*version < schema::current())
        if (auto upgraded = schema::bringUp(**connection); !upgraded)
            return base::fail(upgraded.error());
    if (auto done = sealAndMark(**connection, vault); !done)
        return base::fail(done.error());
    return connection;
}

}

base::Result<std::unique_ptr<PlatformStore>> SqliteStore::create(const QString& directory, std::shared_ptr<const vault::Vault> vault) {
    if (QFile::exists(fileIn(directory)))
        return base::fail(QStringLiteral("platform.exists"));
    if (!makeFile(directory))
        return base::fail(QStringLiteral("store.cannot-open"));
    auto connection = sqlite::Connection::open(fileIn(directory));
    if (!connection)
        return base::fail(ofStore(connection.error()));
    if (auto made = schema::bringUp(**connection); !made)
        return base::fail(ofStore(made.error()));
    if (auto begun = sealAndMark(**connection, *vault); !begun)
        return base::fail(ofStore(begun.error()));
    connection->reset();
    return open(directory, std::move(vault));
}

base::Result<std::unique_ptr<PlatformStore>> SqliteStore::open(const QString& directory, std::shared_ptr<const vault::Vault> vault) {
    auto writer = openCurrent(directory, *vault);
    if (!writer)
        return base::fail(ofStore(writer.error()));
    auto reader = sqlite::Connection::open(fileIn(directory), {.access = sqlite::Access::ReadWrite});
    if (!reader)
        return base::fail(ofStore(reader.error()));
    if (auto attached = rowmarks::attach(**reader, *vault); !attached)
        return base::fail(ofStore(attached.error()));
    for (sqlite::Connection* connection : {writer->get(), reader->get()})
        if (auto prepared = prepare(*connection); !prepared)
            return base::fail(ofStore(prepared.error()));
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*writer), std::move(*reader), std::move(vault)));
    const auto version = dataVersion(*store->m_writer.connection);
    if (!version)
        return base::fail(ofStore(version.error()));
    store->m_seenVersion = *version;
    return store;
}

base::Outcome SqliteStore::readIn(Side& side, const std::function<base::Outcome(const Tables&)>& work) {
    const std::lock_guard lock(side.mutex);
    auto transaction = sqlite::Transaction::beginReading(*side.connection);
    if (!transaction)
        return base::fail(transaction.error());
    const base::Outcome outcome = work(side.tables.all());
    // It has nothing to make durable, so it cannot fail in a way that matters.
    (void)transaction->commit();
    return outcome;
}

base::Outcome SqliteStore::writeIn(Side& side, const std::function<base::Outcome(Tables&)>& work) {
    const std::lock_guard lock(side.mutex);
    auto transaction = sqlite::Transaction::begin(*side.connection);
    if (!transaction)
        return base::fail(transaction.error());
    side.tables.begin();
    if (base::Outcome outcome = work(side.tables.all()); !outcome)
        return outcome;
    return transaction->commit();
}

base::Outcome SqliteStore::reading(const std::function<base::Outcome(const Tables&)>& work) const {
    return ofStore(readIn(m_reader, work));
}

base::Outcome SqliteStore::writing(const std::function<base::Outcome(Tables&)>& work) {
    return ofStore(writeIn(m_writer, work));
}

base::Result<QByteArray> SqliteStore::sealed(const protocol::Record& record) const {
    return sealedrow::sealedRecord(*m_vault, record);
}

QByteArray SqliteStore::keptCode(const QByteArray& digest) const {
    return sealedrow::keptCode(*m_vault, digest);
}

base::Result<bool> SqliteStore::changedElsewhere() {
    const std::lock_guard lock(m_writer.mutex);
    const auto version = dataVersion(*m_writer.connection);
    if (!version)
        return base::fail(ofStore(version.error()));
    return std::exchange(m_seenVersion, *version) != *version;
}

bool holdsStore(const QString& directory) {
    return QFile::exists(fileIn(directory));
}

base::Result<std::unique_ptr<PlatformStore>> createStore(const QString& directory, std::shared_ptr<const vault::Vault> vault) {
    return SqliteStore::create(directory, std::move(vault));
}

base::Result<std::unique_ptr<PlatformStore>> openStore(const QString& directory, std::shared_ptr<const vault::Vault> vault) {
    // A directory that an earlier program or a copy left open to others is closed to them.
    QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return SqliteStore::open(directory, std::move(vault));
}

}
