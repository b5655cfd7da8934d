#include "app/sqlite/Connection.h"

#include "app/sqlite/FoldingTokenizer.h"
#include "app/sqlite/SqliteErrors.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <QUrl>

#include <cstring>

namespace motcua::sqlite {

namespace {

/// One thread at a time uses a connection, so SQLite need not lock for every column that is read.
int flagsOf(Access access) {
    switch (access) {
    case Access::Create:
        return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    case Access::ReadWrite:
        return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE;
    case Access::ReadOnly:
    case Access::Unchanging:
        break;
    }
    return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY | (access == Access::Unchanging ? SQLite::OPEN_URI : 0);
}

std::string nameOf(const QString& path, Access access) {
    if (access != Access::Unchanging)
        return path.toStdString();
    return (QUrl::fromLocalFile(path).toEncoded() + "?immutable=1").toStdString();
}

bool isForReading(Access access) {
    return access == Access::ReadOnly || access == Access::Unchanging;
}

}

Connection::Connection(std::unique_ptr<SQLite::Database> database) : m_database(std::move(database)) {}

Connection::~Connection() = default;

base::Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const OpenOptions& options) {
    std::unique_ptr<Connection> connection;
    try {
        connection.reset(new Connection(std::make_unique<SQLite::Database>(
            nameOf(path, options.access), flagsOf(options.access), options.busyTimeout, options.vfs.toStdString())));
    } catch (const SQLite::Exception& fault) {
        return base::fail(errorOf(fault.getExtendedErrorCode() ? fault.getExtendedErrorCode() : fault.getErrorCode()));
    }
    return connection->prepareForUse()
        .and_then([&](base::Done) { return isForReading(options.access) ? base::done() : connection->makeDurable(); })
        .map([&](base::Done) { return std::move(connection); });
}

base::Result<std::unique_ptr<Connection>> Connection::inMemory() {
    std::unique_ptr<Connection> connection;
    try {
        connection.reset(new Connection(std::make_unique<SQLite::Database>(":memory:", flagsOf(Access::Create))));
    } catch (const SQLite::Exception& fault) {
        return base::fail(errorOf(fault.getErrorCode()));
    }
    return connection->prepareForUse().map([&](base::Done) { return std::move(connection); });
}

base::Outcome Connection::prepareForUse() {
    sqlite3_extended_result_codes(m_database->getHandle(), 1);
    const int result = registerFoldingTokenizer(m_database->getHandle());
    if (result != SQLITE_OK)
        return base::fail(errorOf(result));
    return base::done();
}

base::Outcome Connection::makeDurable() {
    {
        Statement mode = prepare("PRAGMA journal_mode=WAL");
        const auto row = mode.next();
        if (!row)
            return base::fail(row.error());
        if (!*row || mode.text(0).toLower() != QLatin1String("wal"))
            return base::fail(QStringLiteral("sqlite.no-wal"));
    }
    if (auto set = execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF"); !set)
        return set;
    constexpr qint64 full = 2;
    const auto level = scalar("PRAGMA synchronous");
    if (!level)
        return base::fail(level.error());
    if (*level != full)
        return base::fail(QStringLiteral("sqlite.no-wal"));
    return base::done();
}

base::Outcome Connection::execute(const char* sql) {
    const int result = m_database->tryExec(sql);
    if (result != SQLITE_OK)
        return base::fail(errorOf(m_database->getExtendedErrorCode()));
    return base::done();
}

Statement Connection::prepare(const QByteArray& sql) {
    auto idle = m_idle.find(sql);
    if (idle != m_idle.end() && !idle->empty()) {
        std::shared_ptr<SQLite::Statement> statement = std::move(idle->back());
        idle->pop_back();
        return Statement(this, std::move(statement));
    }
    try {
        return Statement(this, std::make_shared<SQLite::Statement>(*m_database, sql.toStdString()));
    } catch (const SQLite::Exception& fault) {
        return Statement(errorOf(fault.getExtendedErrorCode()));
    }
}

void Connection::giveBack(std::shared_ptr<SQLite::Statement> statement) {
    statement->tryReset();
    try {
        statement->clearBindings();
    } catch (const SQLite::Exception&) {
        return;
    }
    const QByteArray sql = QByteArray::fromStdString(statement->getQuery());
    m_idle[sql].push_back(std::move(statement));
}

base::Result<qint64> Connection::scalar(const QByteArray& sql) {
    Statement statement = prepare(sql);
    const auto row = statement.next();
    if (!row)
        return base::fail(row.error());
    return *row ? statement.integer(0) : 0;
}

base::Outcome Connection::copyTo(const QString& path) const {
    std::unique_ptr<SQLite::Database> copy;
    try {
        copy = std::make_unique<SQLite::Database>(path.toStdString(), flagsOf(Access::Create));
    } catch (const SQLite::Exception& fault) {
        return base::fail(errorOf(fault.getExtendedErrorCode() ? fault.getExtendedErrorCode() : fault.getErrorCode()));
    }
    sqlite3_backup* backup = sqlite3_backup_init(copy->getHandle(), "main", m_database->getHandle(), "main");
    if (!backup)
        return base::fail(errorOf(copy->getExtendedErrorCode()));
    // All pages at once: they are of one read transaction, which no writer waits for.
    const int step = sqlite3_backup_step(backup, -1);
    const int end = sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE || end != SQLITE_OK)
        return base::fail(errorOf(end == SQLITE_OK ? step : end));
    return base::done();
}

base::Result<QByteArray> Connection::serialize() const {
    sqlite3_int64 size = 0;
    unsigned char* image = sqlite3_serialize(m_database->getHandle(), "main", &size, 0);
    if (!image)
        return base::fail(errorOf(SQLITE_NOMEM));
    const QByteArray bytes(reinterpret_cast<const char*>(image), size);
    sqlite3_free(image);
    return bytes;
}

base::Outcome Connection::deserialize(const QByteArray& image) {
    m_idle.clear();
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(image.size())));
    if (!copy)
        return base::fail(errorOf(SQLITE_NOMEM));
    std::memcpy(copy, image.constData(), static_cast<size_t>(image.size()));
    const int result = sqlite3_deserialize(
        m_database->getHandle(), "main", copy, image.size(), image.size(), SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (result != SQLITE_OK)
        return base::fail(errorOf(result));
    return base::done();
}

base::Result<QStringList> Connection::integrityFaults() {
    QStringList faults;
    Statement check = prepare("PRAGMA integrity_check(20)");
    const auto read = check.each([&] {
        if (const QString line = check.text(0); line != QLatin1String("ok"))
            faults << line;
    });
    if (!read)
        return base::fail(read.error());
    return faults;
}

bool Connection::isReadOnly() const {
    return sqlite3_db_readonly(m_database->getHandle(), "main") == 1;
}

bool Connection::isInTransaction() const {
    return sqlite3_get_autocommit(m_database->getHandle()) == 0;
}

bool Connection::isWriting() const {
    return sqlite3_txn_state(m_database->getHandle(), "main") == SQLITE_TXN_WRITE;
}

void Connection::watch(TransactionWatch watch) {
    m_ownWatch = std::make_shared<const TransactionWatch>(std::move(watch));
    this->watch(m_ownWatch);
}

void Connection::watch(const std::shared_ptr<const TransactionWatch>& watch) {
    std::erase_if(m_watches, [](const auto& each) { return each.expired(); });
    m_watches.push_back(watch);
}

std::vector<std::shared_ptr<const TransactionWatch>> Connection::watches() const {
    std::vector<std::shared_ptr<const TransactionWatch>> watches;
    for (const auto& each : m_watches)
        if (auto watch = each.lock())
            watches.push_back(std::move(watch));
    return watches;
}

int Connection::changes() const {
    return m_database->getChanges();
}

}
