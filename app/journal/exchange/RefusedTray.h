#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Records that the platform would not take. Only codes, hashes and what RefusalDetail.h lets pass, so it lies in
/// clear. Made where it is needed, on the
/// caller's connection.
class RefusedTray {
public:
    explicit RefusedTray(sqlite::Connection& connection) : m_connection(connection) {}

    base::Outcome put(const protocol::Refusal& refusal);
    base::Outcome clear(qint64 seq);
    base::Outcome clearUpTo(qint64 seq);
    base::Result<std::vector<protocol::Refusal>> all() const;

private:
    sqlite::Connection& m_connection;
};

}
