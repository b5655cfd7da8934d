#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/FeedCursor.h"

namespace motcua::gateway {

/// SQLite lets one transaction write at a time, from before its first next() to its end: what is one more than the last cursor held
/// stays so until it is committed.
class SqliteFeedCursor final : public FeedCursor {
public:
    explicit SqliteFeedCursor(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<qint64> next() override;
    base::Result<qint64> newest() const override;
    /// A transaction has begun: what was handed out before may have been taken back.
    void begin() { m_next = 0; }

private:
    sqlite::Connection& m_connection;
    qint64 m_next = 0; ///< 0: to be looked up
};

}
