#pragma once

#include "app/domain/ports/Archive.h"

namespace motcua::counter {

/// A supervisor gave the dossier back and it waits to be put right. The reason alone does not tell: a dossier that is then
/// withdrawn keeps it.
inline bool isReturned(const domain::Dossier& dossier) {
    return dossier.state == domain::State::Accepted && !dossier.returnReason.isEmpty();
}

/// It waits because its number was spoiled for what stands in the row.
inline bool isBackForItsRow(const domain::Dossier& dossier) {
    return isReturned(dossier) && !dossier.entries.empty() && dossier.entries.back().spoiledReason == dossier.returnReason;
}

inline bool isReturned(const domain::ports::DossierRow& row) {
    return row.state == domain::State::Accepted && !row.returnReason.isEmpty();
}

}
