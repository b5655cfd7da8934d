#pragma once

#include "sync/gateway/store/PersonTable.h"
#include "sync/gateway/store/Tables.h"
#include "sync/protocol/OpenSsl.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace motcua::gateway {

/// The keys that the province has bound to people, read to be verified with. Owned by Ledger; may be used by any thread.
class PersonKeys {
public:
    struct Entry {
        PersonKeyRow row;
        protocol::KeyPointer key; ///< null: it cannot be read
    };
    /// A value; copies share what they hold.
    class Edition {
    public:
        /// Null: nobody's.
        std::shared_ptr<const Entry> find(const QByteArray& id) const { return m_byId.value(id); }
        /// Whether the person has a key that counts for that record of the desk.
        bool has(qint64 station, const QUuid& user, qint64 seq) const;

    private:
        friend class PersonKeys;
        QHash<QByteArray, std::shared_ptr<const Entry>> m_byId;
        QHash<std::pair<qint64, QUuid>, qint64> m_since; ///< of a desk and a person: the first key's
    };

    /// All of them, with what was bound since the last time.
    base::Result<Edition> upToNow(const Tables& tables);

private:
    std::mutex m_mutex;
    Edition m_edition;
    qint64 m_seen = 0; ///< the last change
};

}
