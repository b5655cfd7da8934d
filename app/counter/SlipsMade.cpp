#include "app/counter/SlipsMade.h"

#include "app/domain/SlipNumber.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::counter {

namespace {

template <class Body>
domain::DossierId sharedWith(const Body& body) {
    if constexpr (std::is_same_v<Body, domain::FeeCollected>)
        return body.slipOf;
    else
        return {};
}

template <class Body>
std::vector<SlipMade> slipsOf(const std::vector<domain::Event>& history) {
    std::vector<SlipMade> found;
    for (const domain::Event& event : history)
        if (const auto* body = std::get_if<Body>(&event.body))
            found.push_back({event.dossierVersion, body->slipNumber, event.at, sharedWith(*body)});
    return found;
}

}

std::vector<SlipMade> slipsMade(const QString& offered, const std::vector<domain::Event>& history) {
    if (offered == QLatin1String(domain::offer::supplementAsked))
        return slipsOf<domain::SupplementAsked>(history);
    if (offered == QLatin1String(domain::offer::refused))
        return slipsOf<domain::DossierRefused>(history);
    return offered == QLatin1String(domain::offer::paid) ? slipsOf<domain::FeeCollected>(history) : std::vector<SlipMade>();
}

QString lastSlipNumber(const std::vector<domain::Event>& history) {
    for (auto event = history.rbegin(); event != history.rend(); ++event)
        if (const QString* number = domain::slipNumberOf(event->body))
            return *number;
    return {};
}

}
