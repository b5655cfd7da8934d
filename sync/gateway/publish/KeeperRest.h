#pragma once

#include "app/domain/Volume.h"
#include "app/domain/numbers/NumberRun.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/Tables.h"

#include <QDateTime>

// What the keeper does after the data were restored from a copy: desks may hold, or have used, numbers that were leased after the copy was made.
// Until each has said what it holds nothing is granted. All in the caller's transaction.
namespace motcua::gateway {

/// From here on the unit rests, if its books have one run. Called where it is certain that the data are older than what desks were told: by what the
/// platform itself signed, or by the operator's word. `because`: for the log.
base::Outcome restFrom(Tables& tables, qint64 unit, const QString& because, const QDateTime& now);

/// A lease of this run that the platform signed, and does not know any more, is the desk's again, as far as its numbers are nobody else's since.
/// What was written off meanwhile stays so: the desk may have used it.
base::Outcome takeOver(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now);

/// What a desk no longer holds.
base::Outcome giveBack(Tables& tables, const Peer& desk, domain::VolumeId volume, const domain::NumberRanges& ranges, const QDateTime& now);

/// A number that stands in a row of a desk and in no lease of the desk here becomes the desk's while the unit rests, if it is nobody's; one that was
/// written off as nobody's is the desk's as that.
base::Outcome takeOverRow(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now);

/// Whether the number was never given as far as is known here, or may be another desk's that has not told yet: its row may stand later.
base::Result<bool> isUnheard(const Tables& tables, const domain::Volume& volume, qint64 unit, int number);

/// Ends the rest once every desk that can has told what it holds. True: the unit rests no more.
base::Result<bool> endRest(Tables& tables, qint64 unit, const QDateTime& now);

}
