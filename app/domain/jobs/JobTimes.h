#pragma once

#include "app/base/Result.h"
#include "app/domain/Calendar.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// How far off a day may be that was agreed on in writing, in calendar days from receipt.
inline constexpr int mostAgreedDays = 366;

/// The due moment by the time limit alone, and the last one that the kind's extension allows without an agreement. Of a filing whose kind and
/// procedure state no time: invalid.
QDateTime plainDue(const Filing& filing, const Calendar& calendar, const UnitSettings& settings);
QDateTime latestDue(const JobKind& job, const Filing& filing, const Calendar& calendar, const UnitSettings& settings);

/// The extension of a filing against its kind, wherever it is looked at: "extension.not-foreseen": the kind has none; "extension.unknown-ground";
/// "extension.not-by-agreement" and "extension.only-by-agreement": as the kind does not have it.
base::Outcome checkGround(const JobKind& job, const Filing& filing);
/// The same, and the due moment: "extension.missing": due after the time limit without one; "extension.no-longer": not due after it; "extension.too-long"
/// with last, the last day that may be; "dossier.due-missing": agreed on, but not on which day. Of kinds without an extension in their time only
/// "extension.not-foreseen".
base::Outcome checkExtension(const JobKind& job, const Filing& filing, const Calendar& calendar, const UnitSettings& settings);

}
