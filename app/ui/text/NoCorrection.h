#pragma once

#include "app/domain/Dossier.h"

#include <QString>

namespace motcua::ui::words {

/// Why an accepted dossier can no longer be put right in its intake, and the lawful way that is left.
struct NoCorrection {
    QString why;
    QString next;
};

/// `decidedBy`: the full name of who decided on it; empty: unknown. `here`: it lies on this station's desk. Of a dossier that can be put right
/// as well as not, which somebody else changed: that it was changed.
NoCorrection noCorrection(const domain::Dossier& dossier, const QString& decidedBy, bool here);

}
