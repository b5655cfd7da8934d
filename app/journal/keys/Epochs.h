#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/KeyRing.h"

#include <QUuid>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// The keys of earlier epochs, each sealed under the newest key. On the caller's connection; writing happens inside the caller's transaction.
class Epochs {
public:
    Epochs(sqlite::Connection& connection, const QUuid& station) : m_connection(connection), m_station(station) {}

    /// All keys, by the newest. Errors: "journal.damaged" {place}: it is not the newest, or a row is damaged.
    base::Result<KeyRingPointer> ringOf(const KeyRing::Key& newest) const;
    /// A new key that begins an epoch, under which all of the ring's now lie. The ring is the caller's to add it to when this is durable.
    base::Result<KeyRing::Key> begin(const KeyRing& ring);

private:
    sqlite::Connection& m_connection;
    QUuid m_station;
};

}
