#pragma once

#include "app/sqlite/Connection.h"

#include <QByteArray>

#include <memory>
#include <mutex>
#include <vector>

namespace motcua::journal {

/// The newest row of the standing that this program saw committed, on whatever connection and whoever wrote it: its number, which each sealing
/// raises, and its bytes. Shared by the threads that have the file open.
class CommittedRow {
public:
    struct Row {
        qint64 number = 0; ///< 0: sealed by a program of before, which did not count
        QByteArray sealed;
    };

    /// 0: none was seen, or none that counts.
    qint64 number() const;
    bool isThere() const;
    void raise(const Row& row);
    /// Whether a row that is the newest in the file now is none that may follow.
    bool isNewerThan(const Row& row) const;

private:
    mutable std::mutex m_mutex;
    Row m_row;
};

/// Tells CommittedRow of those rows alone that are committed. One for each Standing, on its connection and in its thread.
class RowsSeen {
public:
    RowsSeen(sqlite::Connection& connection, std::shared_ptr<CommittedRow> committed);
    RowsSeen(const RowsSeen&) = delete;
    RowsSeen& operator=(const RowsSeen&) = delete;

    const CommittedRow& committed() const { return *m_committed; }
    /// Read from the file, or written into it.
    void see(const CommittedRow::Row& row);

private:
    /// Finds the one of them that is in the file, before it is committed.
    base::Outcome find();

    sqlite::Connection& m_connection;
    std::shared_ptr<CommittedRow> m_committed;
    std::vector<CommittedRow::Row> m_inTransaction;
    std::shared_ptr<const sqlite::TransactionWatch> m_watch;
};

}
