#pragma once

#include "sync/gateway/store/PersonTable.h"
#include "sync/gateway/store/Tables.h"
#include "sync/protocol/OpenSsl.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <vector>

namespace motcua::gateway {

/// The keys that the province has bound to people, read to be verified with. Owned by Ledger; may be used by any thread.
class PersonKeys {
public:
    struct Entry {
        PersonKeyRow row;
        protocol::KeyPointer key; ///< null: it cannot be read
    };
    /// A record of a desk, and when it came (UTC milliseconds).
    struct Came {
        qint64 seq = 0;
        qint64 at = 0;
    };
    /// A value; copies share what they hold.
    class Edition {
    public:
        /// Null: nobody's.
        std::shared_ptr<const Entry> find(const QByteArray& id) const { return m_byId.value(id); }
        /// Whether the person has a key that counts for that record of the desk.
        bool has(qint64 station, const QUuid& user, const Came& record) const;
        /// Whether the key is that person's at the desk, and counts for that record. How many records the desk had written when a key was bound is
        /// the desk's word, and believed as long as what it had written then may be under way (Heard::backlog).
        bool counts(const Entry& entry, qint64 station, const QUuid& user, const Came& record) const;

    private:
        friend class PersonKeys;
        static bool isPast(const Came& record, qint64 since, qint64 at);

        QHash<QByteArray, std::shared_ptr<const Entry>> m_byId;
        QHash<std::pair<qint64, QUuid>, std::vector<PersonKeyRow>> m_keys; ///< of a desk and a person, in the order in which they were bound
    };

    /// All of them, with what was bound since the last time.
    base::Result<Edition> upToNow(const Tables& tables);

private:
    std::mutex m_mutex;
    Edition m_edition;
    qint64 m_seen = 0; ///< the last change
};

}
