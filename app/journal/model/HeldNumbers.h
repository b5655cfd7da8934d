#pragma once

#include "app/base/Result.h"
#include "app/domain/numbers/NumberLease.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/standing/Standing.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// What the platform said last of the numbers that this desk may give: all its leases in which something is open.
struct ToldNumbers {
    std::vector<domain::HeldLease> leases;
    qint64 counted = 0; ///< up to which own record they say what became of them
    bool rests = false; ///< the platform was restored, and gives no numbers until all desks have told it what they hold
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("leases", self.leases);
        field("counted", self.counted);
        field("rests", self.rests);
    }
};

/// Leases by which nothing is given here any more, as this desk's data are or were an older copy: a number may stand on a paper of which only the
/// data that were here before know. They lie in the standing, so that they are not set back without its showing.
struct VoidLeases {
    std::vector<domain::LeaseId> leases;
    bool all = false; ///< also all that the platform lists until it has said once, without resting, which there are
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("leases", self.leases);
        field("all", self.all);
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
    /// What is granted after voidAll() is good once the platform has listed what it had leased before.
    base::Outcome keep(const ToldNumbers& told);
    /// What has been leased until now is not given any more: it may stand on papers of which nothing is on record.
    base::Outcome voidAll();

private:
    base::Result<ToldNumbers> told() const;
    base::Result<std::vector<domain::HeldLease>> settled(const std::vector<domain::NumbersOff>& off) const;
    base::Result<VoidLeases> voided() const;
    base::Outcome putVoid(const VoidLeases& voided);
    base::Outcome takeOut(domain::HeldLease& lease) const;
    base::Outcome giveBack(std::vector<domain::HeldLease>& leases, qint64 afterSeq) const;

    sqlite::Connection& m_connection;
    domain::StationId m_station;
    KeyRingPointer m_key;
    Standing m_standing;
};

}
