#include "app/counter/MayCorrect.h"

namespace motcua::counter {

namespace {

base::Outcome wrongState(domain::State state) {
    return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(state))}});
}

base::Outcome liesHere(const domain::Dossier& dossier, domain::StationId desk) {
    return dossier.holder == desk ? base::done() : base::Outcome(base::fail(QStringLiteral("dossier.not-holder")));
}

/// Wherever it lies.
base::Outcome isUndecided(const domain::Dossier& dossier) {
    const bool atWork = dossier.state == domain::State::Accepted || dossier.state == domain::State::Processing;
    return dossier.closed || !atWork ? wrongState(dossier.state) : base::done();
}

}

base::Outcome mayCorrect(const domain::Dossier& dossier, domain::StationId desk) {
    const auto undecided = isUndecided(dossier);
    return undecided ? liesHere(dossier, desk) : undecided;
}

base::Outcome mayGoOn(const base::Result<domain::Dossier>& dossier, const IntakeContent& begun, domain::StationId desk) {
    if (begun.dossier.isNull())
        return base::done();
    if (!begun.correction) {
        // Form 02 may not have been recorded.
        if (!dossier)
            return base::done();
        return dossier->state == domain::State::Registered ? liesHere(*dossier, desk) : wrongState(dossier->state);
    }
    if (!dossier)
        return base::fail(dossier.error());
    if (auto undecided = isUndecided(*dossier); !undecided)
        return undecided;
    if (base::toJson(domain::correctableOf(*dossier)) != base::toJson(begun.correction->before))
        return base::fail(QStringLiteral("dossier.changed-meanwhile"));
    return liesHere(*dossier, desk);
}

Outlook outlookOf(const base::Outcome& mayGoOn) {
    if (mayGoOn)
        return Outlook::Open;
    return mayGoOn.error().code == QLatin1String("dossier.not-holder") ? Outlook::Elsewhere : Outlook::Over;
}

}
