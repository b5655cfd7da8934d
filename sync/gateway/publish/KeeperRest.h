#pragma once

#include "app/domain/numbers/NumberRun.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/Tables.h"

#include <QDateTime>

// What the keeper does after the data were restored from a copy: desks may hold, or have used, numbers that were leased after the copy was made.
// Until each has said what it holds nothing is granted. All in the caller's transaction.
namespace motcua::gateway {

/// From here on the unit rests, if its books have one run. Called where it is certain that the data are older than what desks were told.
base::Outcome restFrom(Tables& tables, qint64 unit, const QDateTime& now);

/// What a desk holds, or stands in a row of it, is taken over as far as it is nobody else's.
base::Outcome takeOver(Tables& tables, qint64 unit, const domain::NumberLease& claimed, const QDateTime& now);

/// Ends the rest once every desk that can has told what it holds. True: the unit rests no more.
base::Result<bool> endRest(Tables& tables, qint64 unit, const QDateTime& now);

}
