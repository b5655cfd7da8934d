#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Records that the platform would not take, or holds although they do not stand. Only codes, hashes and what RefusalDetail.h lets pass, so
/// it lies in clear. Made where it is needed, on the caller's connection.
class RefusedTray {
public:
    explicit RefusedTray(sqlite::Connection& connection) : m_connection(connection) {}

    /// How long an item stays.
    enum class Until {
        Taken,  ///< the platform takes the record after all
        Settled ///< a person has seen to it: the record never stands
    };
    struct Item {
        protocol::Refusal refusal;
        Until until = Until::Taken;
    };

    base::Outcome put(const protocol::Refusal& refusal, Until until);
    base::Outcome clear(qint64 seq);
    /// The platform holds everything up to this record: what waited to be taken does so no more.
    base::Outcome clearUpTo(qint64 seq);
    base::Result<std::vector<Item>> all() const;

    /// Which rows of `stranded`, what was made on an older copy, somebody has to see to: what the desk noted by itself it notes anew by itself.
    static constexpr char asideToSeeTo[] = "seen = 0 AND kind <> 'feed-heard'";
    /// How many records somebody has to see to: those of all() that are here, and those set aside.
    base::Result<int> toSeeTo() const;

private:
    sqlite::Connection& m_connection;
};

}
