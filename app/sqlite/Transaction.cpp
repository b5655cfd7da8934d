#include "app/sqlite/Transaction.h"

#include "app/sqlite/Connection.h"

#include <utility>

namespace motcua::sqlite {

base::Result<Transaction> Transaction::begin(Connection& connection) {
    const bool isInner = connection.isInTransaction();
    return connection.prepare(isInner ? "SAVEPOINT inner_part" : "BEGIN IMMEDIATE").run().map([&](base::Done) {
        return Transaction(connection, isInner);
    });
}

base::Result<Transaction> Transaction::beginReading(Connection& connection) {
    return connection.prepare("BEGIN").run().map([&](base::Done) { return Transaction(connection, false); });
}

Transaction::Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)), m_isInner(other.m_isInner) {}

Transaction::~Transaction() {
    rollBack();
}

base::Outcome Transaction::commit() {
    const auto& watch = m_connection->m_watch.beforeCommit;
    const base::Outcome outcome = (m_isInner || !watch ? base::done() : watch()).and_then([&](base::Done) {
        return m_connection->prepare(m_isInner ? "RELEASE inner_part" : "COMMIT").run();
    });
    if (outcome)
        m_connection = nullptr;
    else
        rollBack();
    return outcome;
}

void Transaction::rollBack() {
    // SQLite itself has already rolled back after some faults (disk full, I/O): ROLLBACK then fails, and nothing is left to do.
    if (!m_connection)
        return;
    (void)m_connection->execute(m_isInner ? "ROLLBACK TO inner_part; RELEASE inner_part" : "ROLLBACK");
    if (const auto& watch = m_connection->m_watch.afterRollback; watch && !m_isInner)
        watch();
    m_connection = nullptr;
}

}
