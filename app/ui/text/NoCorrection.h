#pragma once

#include "app/domain/Dossier.h"

#include <QString>

namespace motcua::ui::words {

/// Why an accepted dossier can no longer be put right in its intake, and the lawful way that is left.
struct NoCorrection {
    QString why;
    QString next;
};

/// Where a dossier lies.
struct Whereabouts {
    bool here = true; ///< on this station's desk
    QString who = {}; ///< who works at the desk that it lies on, by full name; empty: unknown
};

/// `decidedBy`: the full name of who decided on it; empty: unknown. Of a dossier that can be put right as well as not, which somebody else changed:
/// that it was changed.
NoCorrection noCorrection(const domain::Dossier& dossier, const QString& decidedBy, const Whereabouts& lies);

}
