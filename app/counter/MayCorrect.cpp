#include "app/counter/MayCorrect.h"

namespace motcua::counter {

base::Outcome mayCorrect(const domain::Dossier& dossier, domain::StationId desk) {
    if (dossier.holder != desk)
        return base::fail(QStringLiteral("dossier.not-holder"));
    if (dossier.closed || (dossier.state != domain::State::Accepted && dossier.state != domain::State::Processing))
        return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier.state))}});
    return base::done();
}

base::Outcome mayGoOnCorrecting(const base::Result<domain::Dossier>& dossier, const BeingCorrected& begun, domain::StationId desk) {
    if (!dossier)
        return base::fail(dossier.error());
    if (auto may = mayCorrect(*dossier, desk); !may)
        return may;
    if (base::toJson(domain::correctableOf(*dossier)) != base::toJson(begun.before))
        return base::fail(QStringLiteral("dossier.changed-meanwhile"));
    return base::done();
}

}
