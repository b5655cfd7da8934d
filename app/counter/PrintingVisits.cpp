#include "app/counter/Printing.h"
#include "app/counter/SlipsMade.h"

#include <algorithm>

// Papers that are one sheet for several dossiers of a visit: form 01, and the slip of what was paid in one go.

namespace motcua::counter {

using domain::Dossier;
using domain::DossierId;

namespace {

bool isOfVisit(const domain::JobPaper& paper) {
    return paper.says.contains(QStringLiteral("visit"));
}

}

/// All of the dossier's visit that were received, in their order; one that came alone stands for itself.
std::vector<DossierId> Printing::receivedWith(const Dossier& dossier) const {
    domain::ports::DossierFilter visit;
    visit.visit = dossier.visit;
    const auto rows = dossier.visit.isNull() ? std::vector<domain::ports::DossierRow>()
                                             : m_ports.archive.dossiers(visit).value_or(std::vector<domain::ports::DossierRow>());
    std::vector<DossierId> received;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (!row->code.isEmpty())
            received.push_back(row->id);
    return received.empty() ? std::vector{dossier.id} : received;
}

/// Where the paper may be about others too: all of them, with what was recorded of each.
std::vector<PaperOfVisit> Printing::visitOf(const domain::JobPaper& paper, const Dossier& dossier) const {
    std::vector<PaperOfVisit> all;
    if (dossier.visit.isNull() || (!isOfVisit(paper) && paper.offered != QLatin1String(domain::offer::paid)))
        return all;
    for (const DossierId id : receivedWith(dossier)) {
        auto opened = m_runner.dossier(id);
        auto history = m_ports.journal.history(id);
        if (opened && history)
            all.push_back({std::move(*opened), std::move(*history)});
    }
    return all;
}

/// Of several that came together one receipt tells; of one that came alone its own.
void Printing::takeForVisit(std::vector<domain::JobPaper>& papers, const Dossier& dossier) const {
    const bool isKnown = std::any_of(papers.begin(), papers.end(), isOfVisit);
    if (!isKnown)
        return;
    const bool isOne = receivedWith(dossier).size() < 2;
    std::erase_if(papers, [&](const domain::JobPaper& paper) {
        const bool isReceipt = paper.offered == QLatin1String(domain::offer::accepted) && paper.says.contains(QStringLiteral("receipt"));
        return isOne ? isOfVisit(paper) : isReceipt;
    });
}

std::optional<WantedPaper> Printing::wantedOfVisit(const domain::JobPaper& paper, const Dossier& dossier) const {
    if (!isOfVisit(paper))
        return std::nullopt;
    std::vector<DossierId> all = receivedWith(dossier);
    const auto first = m_runner.dossier(all.front());
    WantedPaper wanted{paper.form, all.front(), {}, {}, first ? first->code : all.front().toString()};
    wanted.with.assign(all.begin() + 1, all.end());
    return wanted;
}

/// The others of the visit that were paid with this dossier's slip.
std::vector<DossierId> Printing::paidWith(const Dossier& dossier, const QString& slipNumber) const {
    std::vector<DossierId> others;
    if (dossier.visit.isNull())
        return others;
    for (const DossierId id : receivedWith(dossier)) {
        const auto history = id == dossier.id ? base::Result<std::vector<domain::Event>>(std::vector<domain::Event>()) : m_ports.journal.history(id);
        const std::vector<SlipMade> slips = history ? slipsMade(QLatin1String(domain::offer::paid), *history) : std::vector<SlipMade>();
        if (std::any_of(slips.begin(), slips.end(), [&](const SlipMade& slip) { return slip.of == dossier.id && slip.number == slipNumber; }))
            others.push_back(id);
    }
    return others;
}

}
