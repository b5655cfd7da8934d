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
    base::Outcome outcome = base::done();
    if (!m_isInner)
        for (const auto& watch : m_connection->watches())
            if (outcome && watch->beforeCommit)
                outcome = watch->beforeCommit();
    if (outcome)
        outcome = m_connection->prepare(m_isInner ? "RELEASE inner_part" : "COMMIT").run();
    if (!outcome) {
        rollBack();
        return outcome;
    }
    if (!m_isInner)
        for (const auto& watch : m_connection->watches())
            if (watch->afterCommit)
                watch->afterCommit();
    m_connection = nullptr;
    return outcome;
}

void Transaction::rollBack() {
    // SQLite itself has already rolled back after some faults (disk full, I/O): ROLLBACK then fails, and nothing is left to do.
    if (!m_connection)
        return;
    (void)m_connection->execute(m_isInner ? "ROLLBACK TO inner_part; RELEASE inner_part" : "ROLLBACK");
    if (!m_isInner)
        for (const auto& watch : m_connection->watches())
            if (watch->afterRollback)
                watch->afterRollback();
    m_connection = nullptr;
}

}
