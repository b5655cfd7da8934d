#pragma once

#include "app/base/Result.h"
#include "app/domain/numbers/NumberRun.h"
#include "sync/gateway/store/LeaseTable.h"
#include "sync/gateway/store/Tables.h"

#include <functional>
#include <map>
#include <optional>

namespace motcua::gateway {

/// A run of numbers as the store has it: read, changed and kept within one transaction, by one thread.
class HeldRun {
public:
    /// All: also the leases of which nothing is open, for what happens after a restore.
    enum class Leases { Open, All };
    /// Nothing: the unit has no such run.
    static base::Result<std::optional<HeldRun>> of(const Tables& tables, const RunKey& key, Leases which = Leases::Open);

    domain::NumberRun& run() { return m_run; }
    const domain::NumberRun& run() const { return m_run; }
    const RunKey& key() const { return m_key; }
    /// What the book says of numbers that nobody used.
    const QString& reasonUnused() const { return m_reason; }

    /// Takes numbers out of a volume, which whoever has it in memory changes there.
    using Strike = std::function<base::Outcome(const domain::NumbersOff&)>;
    /// Writes what has become of the run.
    base::Outcome keep(Tables& tables);
    /// The same, with what nobody will give any more, which the unit hears by the feed.
    base::Outcome keep(Tables& tables, const domain::NumberRun::Settled& settled, const Strike& strike);
    base::Outcome keep(Tables& tables, const domain::NumberRun::Settled& settled) { return keep(tables, settled, struckIn(tables)); }
    /// The same, with what was granted to a desk, which hears it by the feed. `station`: its key.
    base::Outcome keep(Tables& tables, const domain::NumberRun::Granted& granted, qint64 station);

private:
    HeldRun(RunKey key, domain::NumberRun run, QString reason);
    Strike struckIn(Tables& tables) const;
    base::Outcome addVolume(Tables& tables, const domain::NumberVolume& opened) const;

    RunKey m_key;
    domain::NumberRun m_run;
    QString m_reason;
    std::map<domain::LeaseId, domain::HeldLease> m_before;
};

/// Opens a run of a book or series that the unit has none of in that year, with its first volume, whose first number is `first`. In the caller's
/// transaction. False: there is one.
base::Result<bool> openRun(Tables& tables, const RunKey& key, int first, const QDateTime& now);

}
