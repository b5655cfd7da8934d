#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

/// A moment at which a station had been sent everything up to a cursor.
struct HeardRow {
    qint64 cursor = 0;
    qint64 seq = 0; ///< how many records the station had written by then
    qint64 at = 0;  ///< UTC milliseconds, by the platform's clock
};

/// What a record of the station itself says that it had heard ("feed-heard").
struct SaidRow {
    qint64 seq = 0; ///< of that record
    qint64 cursor = 0;
};

/// What stations are known to have heard of accounts, settings and kinds of job.
class HeardTable {
public:
    virtual ~HeardTable() = default;

    /// Whether accounts or settings of its unit, or kinds of job, lie between what the station had heard and `cursor`.
    virtual base::Result<bool> isNews(const Peer& peer, qint64 cursor) const = 0;
    /// The newest first.
    virtual base::Result<std::vector<HeardRow>> of(qint64 station) const = 0;

    /// What its chain says, of the records that stand; the newest first.
    virtual base::Result<std::vector<SaidRow>> said(qint64 station) const = 0;

    /// The most records that a station is believed to have unsent.
    static constexpr qint64 mostUnsent = 100'000;
    /// `written`: the row's seq; nothing, or what cannot be: as many records as are held. A cursor that is there already is left.
    virtual base::Outcome add(qint64 station, qint64 cursor, std::optional<qint64> written, qint64 at) = 0;
    /// Whether the row of just that cursor is of `since` or later, and says of fewer records than `written`, which can be.
    virtual base::Result<bool> raises(qint64 station, qint64 cursor, qint64 written, qint64 since) const = 0;
    /// The row says so then.
    virtual base::Outcome raise(qint64 station, qint64 cursor, qint64 written, qint64 since) = 0;
};

}
