#pragma once

#include "app/domain/Events.h"

#include <QLatin1String>

#include <functional>
#include <vector>

namespace motcua::counter {

/// A paper that a record owes somebody.
struct OwedPaper {
    domain::DossierId dossier;
    QLatin1String offered; ///< when it is offered: one of domain::offer
    friend bool operator==(const OwedPaper&, const OwedPaper&) = default;
};

/// The papers that come out by themselves when something is recorded, and of whose printing these records do not tell, in their order. `records`:
/// what one station recorded, in the order of its chain. Form 01 is owed for a receipt and for a supplement that was brought, forms 02 and 03 for
/// themselves, the slip for a fee that was taken alone: at the hand-over the clerk decides whether there is one. A print ends what was owed of
/// its dossier and form before it; `formOf` names the form, empty: there is none as things stand.
std::vector<OwedPaper> owedPapers(const std::vector<domain::Event>& records, const std::function<QString(const OwedPaper&)>& formOf);

}
