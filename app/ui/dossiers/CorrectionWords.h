#pragma once

#include "app/domain/Events.h"
#include "app/domain/jobs/JobKind.h"

#include <QStringList>

namespace motcua::ui::words {

/// What a correction changed, a line for each thing: "Copies: 2 → 3". Numbers of persons are masked. `job` names the facts; null where the
/// description is not known here.
QStringList changesOf(const domain::DossierCorrected& corrected, const domain::JobKind* job);

}
