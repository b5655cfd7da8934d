#pragma once

#include "app/domain/Events.h"

namespace motcua::counter {

/// A slip that a dossier was given, of which it may have several: form 02, form 03, a fee slip.
struct SlipMade {
    qint64 version = 0;        ///< the dossier's, after the record that made it: tells it from the others
    QString number;            ///< as it stands on it; empty: an older program made it
    QDateTime made;            ///< UTC
    domain::DossierId of = {}; ///< the paper of the same visit whose slip it is, too; null: it is this dossier's own
};

/// Those of a dossier's papers that are offered at `offered` (domain::offer), the oldest first; empty: it was given none, or what is offered then
/// is no slip.
std::vector<SlipMade> slipsMade(const QString& offered, const std::vector<domain::Event>& history);

/// Of the last slip that a dossier was given; empty: it was given none.
QString lastSlipNumber(const std::vector<domain::Event>& history);

}
