#include "app/journal/standing/CommittedRow.h"

#include <utility>

namespace motcua::journal {

qint64 CommittedRow::number() const {
    const std::scoped_lock lock(m_mutex);
    return m_row.number;
}

bool CommittedRow::isThere() const {
    const std::scoped_lock lock(m_mutex);
    return !m_row.sealed.isEmpty();
}

void CommittedRow::raise(const Row& row) {
    const std::scoped_lock lock(m_mutex);
    if (row.number > m_row.number || m_row.sealed.isEmpty())
        m_row = row;
}

bool CommittedRow::isNewerThan(const Row& row) const {
    const std::scoped_lock lock(m_mutex);
    return m_row.number > row.number || (m_row.number > 0 && m_row.number == row.number && m_row.sealed != row.sealed);
}

RowsSeen::RowsSeen(sqlite::Connection& connection, std::shared_ptr<CommittedRow> committed)
    : m_connection(connection), m_committed(std::move(committed)) {
    const auto tell = [this] {
        for (const CommittedRow::Row& row : std::exchange(m_inTransaction, {}))
            m_committed->raise(row);
    };
    m_watch = std::make_shared<const sqlite::TransactionWatch>(
        sqlite::TransactionWatch{[this] { return find(); }, [this] { m_inTransaction.clear(); }, tell});
    connection.watch(m_watch);
}

void RowsSeen::see(const CommittedRow::Row& row) {
    if (!m_connection.isInTransaction())
        m_committed->raise(row);
    else if (m_inTransaction.empty() || m_inTransaction.back().number != row.number || m_inTransaction.back().sealed != row.sealed)
        m_inTransaction.push_back(row);
}

/// A part of the transaction may have been rolled back, or another have written.
base::Outcome RowsSeen::find() {
    if (m_inTransaction.empty())
        return base::done();
    auto statement = m_connection.prepare("SELECT sealed FROM standing WHERE name = 'desk'");
    const auto there = statement.next();
    if (!there)
        return base::fail(there.error());
    const QByteArray sealed = *there ? statement.bytes(0) : QByteArray();
    std::erase_if(m_inTransaction, [&](const CommittedRow::Row& each) { return each.sealed != sealed; });
    return base::done();
}

}
