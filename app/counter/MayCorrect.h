#pragma once

#include "app/counter/IntakeContent.h"

namespace motcua::counter {

/// Whether a dossier can be put right at this desk: nothing was decided on it yet and it lies here. Errors: "dossier.wrong-state" (detail
/// "state"), "dossier.not-holder".
base::Outcome mayCorrect(const domain::Dossier& dossier, domain::StationId desk);

/// Whether what was begun on `dossier` can still end here: a correction, or an intake that was given form 02. Errors: those of `dossier` and of
/// mayCorrect(), "dossier.changed-meanwhile".
base::Outcome mayGoOn(const base::Result<domain::Dossier>& dossier, const IntakeContent& begun, domain::StationId desk);

/// What becomes of an intake that was begun. Elsewhere: its dossier lies on another desk, and may come back as it was. Over: it can no longer be
/// recorded.
enum class Outlook { Open, Elsewhere, Over };
Outlook outlookOf(const base::Outcome& mayGoOn);

}
