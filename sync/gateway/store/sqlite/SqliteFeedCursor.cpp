#include "sync/gateway/store/sqlite/SqliteFeedCursor.h"

namespace motcua::gateway {

base::Result<qint64> SqliteFeedCursor::newest() const {
    return m_connection.scalar("SELECT max(coalesce((SELECT max(cursor) FROM records), 0), coalesce((SELECT max(cursor) FROM items), 0), "
                               "coalesce((SELECT max(cursor) FROM given_back), 0))");
}

base::Result<qint64> SqliteFeedCursor::next() {
    if (m_next == 0) {
        const auto last = newest();
        if (!last)
            return last;
        m_next = *last + 1;
    }
    return m_next++;
}

}
