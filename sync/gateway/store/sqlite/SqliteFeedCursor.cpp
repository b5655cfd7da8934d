#include "sync/gateway/store/sqlite/SqliteFeedCursor.h"

namespace motcua::gateway {

base::Result<qint64> SqliteFeedCursor::next() {
    if (m_next == 0) {
        const auto after = m_connection.scalar("SELECT 1 + max(coalesce((SELECT max(cursor) FROM records), 0), "
                                               "coalesce((SELECT max(cursor) FROM items), 0), coalesce((SELECT max(cursor) FROM given_back), 0))");
        if (!after)
            return after;
        m_next = *after;
    }
    return m_next++;
}

}
