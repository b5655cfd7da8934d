#pragma once

#include "app/counter/IntakeContent.h"

namespace motcua::counter {

/// Whether a dossier can be put right at this desk: it lies here and nothing was decided on it yet. Errors: "dossier.not-holder",
/// "dossier.wrong-state" (detail "state").
base::Outcome mayCorrect(const domain::Dossier& dossier, domain::StationId desk);

/// Whether what was begun can still end. Errors: those of `dossier` and of mayCorrect(), "dossier.changed-meanwhile".
base::Outcome mayGoOnCorrecting(const base::Result<domain::Dossier>& dossier, const BeingCorrected& begun, domain::StationId desk);

}
