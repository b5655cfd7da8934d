#include "app/counter/OwedPapers.h"

#include "app/domain/jobs/JobKind.h"

#include <algorithm>

namespace motcua::counter {

namespace {

template <class Body>
bool is(const domain::Event& event) {
    return std::holds_alternative<Body>(event.body);
}

/// When what is owed for the record is offered; empty: it owes nothing.
QLatin1String owedFor(const domain::Event& event, const domain::Event* next) {
    if (is<domain::DossierReceived>(event) || is<domain::SupplementReturned>(event))
        return QLatin1String(domain::offer::accepted);
    if (is<domain::SupplementAsked>(event))
        return QLatin1String(domain::offer::supplementAsked);
    if (is<domain::DossierRefused>(event))
        return QLatin1String(domain::offer::refused);
    const bool alone = !next || next->dossier != event.dossier || next->at != event.at;
    return is<domain::FeeCollected>(event) && alone ? QLatin1String(domain::offer::paid) : QLatin1String();
}

}

std::vector<OwedPaper> owedPapers(const std::vector<domain::Event>& records, const std::function<QString(const OwedPaper&)>& formOf) {
    std::vector<OwedPaper> owed;
    for (auto record = records.begin(); record != records.end(); ++record) {
        if (const auto* print = std::get_if<domain::PrintRecorded>(&record->body)) {
            std::erase_if(owed, [&](const OwedPaper& each) { return each.dossier == record->dossier && formOf(each) == print->form; });
            continue;
        }
        const OwedPaper one{record->dossier, owedFor(*record, std::next(record) == records.end() ? nullptr : &*std::next(record))};
        if (!one.offered.isEmpty() && std::find(owed.begin(), owed.end(), one) == owed.end())
            owed.push_back(one);
    }
    std::erase_if(owed, [&](const OwedPaper& each) { return formOf(each).isEmpty(); });
    return owed;
}

}
