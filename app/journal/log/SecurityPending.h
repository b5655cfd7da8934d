#pragma once

#include "app/base/Result.h"
#include "app/domain/security/SecurityEvent.h"

#include <QByteArray>

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// What happened while nobody's key was there to write it into the security log: wrong passwords, a backup by the technician's tool. Counted in
/// clear until somebody unlocks. Who can write to the file can take it away, and nothing of the log: wrong passwords that are missing then are told
/// from the attempts, a backup is not; see packaging/SECURITY.md.
namespace pending {

struct Item {
    domain::SecurityKind kind;
    QByteArray about; ///< of sign-ins the slot's id, as no login is readable; else UTF-8
    int count = 0;
    QDateTime last = {}; ///< UTC
};

base::Outcome add(sqlite::Connection& connection, domain::SecurityKind kind, const QByteArray& about, const QDateTime& now);
/// A password is looked at: until endTry() it counts as a wrong one, so that killing the program takes no try away.
base::Outcome beginTry(sqlite::Connection& connection, const QByteArray& slot, const QDateTime& now);
base::Outcome endTry(sqlite::Connection& connection, const QByteArray& slot);
/// Oldest first.
base::Result<std::vector<Item>> all(sqlite::Connection& connection);
/// What all() told is in the log.
base::Outcome forget(sqlite::Connection& connection);

}

}
