#pragma once

#include "app/base/Result.h"
#include "app/domain/numbers/NumberLease.h"
#include "app/journal/keys/KeyRing.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// What the platform said last of the numbers that this desk may give: all its leases in which something is open.
struct ToldNumbers {
    std::vector<domain::HeldLease> leases;
    qint64 counted = 0;   ///< up to which own record they say what became of them
    bool rests = false;   ///< the platform was restored, and gives no numbers until all desks have told it what they hold
    QDateTime voidBefore; ///< UTC; what was leased before is void here: this desk's data are an older copy; invalid: nothing is
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("leases", self.leases);
        field("counted", self.counted);
        field("rests", self.rests);
        field("voidBefore", self.voidBefore);
    }
};

/// The numbers that this desk may give, sealed in its journal: what the platform told last, less what own records took or gave back since. Each user
/// has its own, on its own connection; writing happens inside the caller's transaction.
class HeldNumbers {
public:
    HeldNumbers(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key);

    /// Leases in which something is open, `off` written off by the platform. Errors: "secret.damaged", "journal.damaged".
    base::Result<std::vector<domain::HeldLease>> all(const std::vector<domain::NumbersOff>& off = {}) const;
    /// The same, and those that own records have used up since: what a platform is told that lost its newest data.
    base::Result<std::vector<domain::HeldLease>> claims() const;
    base::Outcome keep(ToldNumbers told);
    /// From now on what was leased until then is not given any more: it may stand on papers of which nothing is on record.
    base::Outcome voidAll(const QDateTime& now);

private:
    base::Result<ToldNumbers> told() const;
    base::Result<std::vector<domain::HeldLease>> settled(const std::vector<domain::NumbersOff>& off) const;
    base::Outcome put(const ToldNumbers& told);
    base::Outcome takeOut(domain::HeldLease& lease) const;
    base::Outcome giveBack(std::vector<domain::HeldLease>& leases, qint64 afterSeq) const;

    sqlite::Connection& m_connection;
    domain::StationId m_station;
    KeyRingPointer m_key;
};

}
