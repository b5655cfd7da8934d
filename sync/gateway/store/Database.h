#pragma once

#include "app/base/Result.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <memory>
#include <mutex>

namespace motcua::gateway {

/// A connection while it is in hand; the lock goes with it.
class Session {
public:
    Session(std::unique_lock<std::mutex> lock, sqlite::Connection& connection) : m_lock(std::move(lock)), m_connection(&connection) {}
    sqlite::Connection* operator->() const { return m_connection; }
    sqlite::Connection& operator*() const { return *m_connection; }

private:
    std::unique_lock<std::mutex> m_lock;
    sqlite::Connection* m_connection;
};

/// The platform's database: one connection that writes, one that reads, each used by one thread at a time. Readers never wait
/// for a batch of records. Owned by Platform; may be used by any thread.
class Database {
public:
    /// Makes an empty database. Errors: "platform.exists", "sqlite.…".
    static base::Result<std::unique_ptr<Database>> create(const QString& directory);
    /// Adds the tables that an older version of the program did not have. Errors: "platform.missing", "platform.newer-version",
    /// "sqlite.…".
    static base::Result<std::unique_ptr<Database>> open(const QString& directory);

    Session writer() { return {std::unique_lock(m_writerMutex), *m_writer}; }
    Session reader() { return {std::unique_lock(m_readerMutex), *m_reader}; }

    /// Whether another program has written since this was asked last: what it published is to be told to those who wait.
    base::Result<bool> wasChangedElsewhere();

    /// One transaction around `work`, which is handed the connection: all of it is durable, or none.
    template <class Work>
    base::Outcome inTransaction(Work&& work) {
        return inTransaction(std::forward<Work>(work), [] {});
    }
    /// The same, and `after` is called, still alone with the writer, when all is durable.
    template <class Work, class After>
    base::Outcome inTransaction(Work&& work, After&& after) {
        const Session session = writer();
        auto transaction = sqlite::Transaction::begin(*session);
        if (!transaction)
            return base::fail(transaction.error());
        if (base::Outcome outcome = work(*session); !outcome)
            return outcome;
        if (base::Outcome outcome = transaction->commit(); !outcome)
            return outcome;
        after();
        return base::done();
    }

private:
    Database(std::unique_ptr<sqlite::Connection> writer, std::unique_ptr<sqlite::Connection> reader)
        : m_writer(std::move(writer)), m_reader(std::move(reader)) {}

    std::mutex m_writerMutex;
    std::mutex m_readerMutex;
    std::unique_ptr<sqlite::Connection> m_writer;
    std::unique_ptr<sqlite::Connection> m_reader;
    qint64 m_seenVersion = 0; ///< guarded by m_writerMutex
};

}
