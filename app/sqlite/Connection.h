#pragma once

#include "app/sqlite/Statement.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace SQLite {
class Database;
}

namespace motcua::sqlite {

/// What an SQL function is given: an integer, or the bytes of a text or a blob, or NULL.
struct Argument {
    enum class Kind : char { Null, Integer, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    QByteArrayView bytes; ///< as long as the call lasts
};
/// A null answer is NULL, another a blob. It is called once for each row that a statement writes it into, must say the same for the same arguments,
/// and throws nothing.
using Function = std::function<QByteArray(std::span<const Argument> arguments)>;

/// Told how the transactions end that Transaction begins, the outermost ones: of a part that is rolled back alone it hears nothing.
struct TransactionWatch {
    std::function<base::Outcome()> beforeCommit; ///< still in the transaction; an error rolls it back
    std::function<void()> afterRollback;
};

enum class Access {
    Create,
    ReadWrite,
    ReadOnly,
    Unchanging, ///< a file that nobody writes to, in a directory that SQLite cannot put its own files into
};

struct OpenOptions {
    Access access = Access::Create;
    QByteArray vfs = {};     ///< name of a registered VFS; empty: the system's
    int busyTimeout = 10000; ///< milliseconds that a writer waits for another
};

/// One connection to a database, on disk in WAL with synchronous=FULL (verified when opened), or in memory. FTS5 tables may
/// use the tokenizer "folding". Owned by whoever opened it; used by one thread at a time.
class Connection {
public:
    /// Errors: those of errorOf(), and "sqlite.no-wal" when the file system cannot do it.
    static base::Result<std::unique_ptr<Connection>> open(const QString& path, const OpenOptions& options = {});
    static base::Result<std::unique_ptr<Connection>> inMemory();
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One or more statements without parameters and results.
    base::Outcome execute(const char* sql);
    /// Prepared once, then reused. The result must not outlive the connection.
    Statement prepare(const QByteArray& sql);
    /// The first column of the first row; 0 when there is none.
    base::Result<qint64> scalar(const QByteArray& sql);

    /// A function of any number of arguments for the statements of this connection and its own temporary triggers. Nothing that lies in the file may
    /// call it, and from now on triggers and views that somebody put into the file do nothing.
    base::Outcome define(const char* name, Function function);

    void watch(TransactionWatch watch) { m_watch = std::move(watch); }

    /// The whole database as bytes, and back (replacing what is there). For databases in memory.
    base::Result<QByteArray> serialize() const;
    base::Outcome deserialize(const QByteArray& image);

    /// Copies the database as it is at one moment into the file, which is made or replaced; writers go on meanwhile. `path` is closed and
    /// complete, but not yet on the medium, when this returns.
    base::Outcome copyTo(const QString& path) const;

    /// What SQLite's own check finds wrong; empty: nothing.
    base::Result<QStringList> integrityFaults();
    bool isReadOnly() const;
    bool isInTransaction() const;
    /// Rows changed by the last statement.
    int changes() const;

private:
    friend class Statement;
    friend class Transaction;
    explicit Connection(std::unique_ptr<SQLite::Database> database);
    base::Outcome makeDurable();
    base::Outcome prepareForUse();
    void giveBack(std::shared_ptr<SQLite::Statement> statement);

    TransactionWatch m_watch;
    std::unique_ptr<SQLite::Database> m_database;
    QHash<QByteArray, std::vector<std::shared_ptr<SQLite::Statement>>> m_idle;
};

}
