#include "app/counter/PaperList.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Dossier.h"

#include <QJsonObject>

namespace motcua::counter {

using domain::Paper;
using domain::PaperKind;

namespace {

QString kindName(PaperKind kind) {
    switch (kind) {
    case PaperKind::Original:
        return QStringLiteral("Bản chính");
    case PaperKind::Copy:
        return QStringLiteral("Bản sao");
    case PaperKind::Electronic:
        break;
    }
    return QStringLiteral("Bản điện tử");
}

/// What the catalogue says in brackets of when it is needed is said no more. An identity card is shown, as the catalogue asks for it ("Giấy tờ tùy
/// thân (…) xuất trình"); of a certified copy it is said whether the original was shown or stays.
QString paperName(const Paper& paper, const domain::JobTerms& job) {
    QString name = domain::withoutCondition(paper.name);
    if (paper.kind != PaperKind::Original)
        return name;
    const bool isShown = paper.shownOnly || domain::isPaperToShow(name);
    name = domain::withoutToShow(name);
    if (job.owesAttestations() && !job.subject.isEmpty())
        name += QStringLiteral(": ") + job.subject;
    if (isShown)
        return name + QStringLiteral(" (xuất trình)");
    return job.owesAttestations() ? name + QStringLiteral(" (để lại)") : name;
}

}

QJsonArray paperList(const domain::Dossier& dossier) {
    QJsonArray listed;
    for (const Paper& paper : dossier.papers) {
        if (paper.quantity <= 0)
            continue;
        const bool attested = dossier.job.owesAttestations() && paper.kind == PaperKind::Copy;
        listed.append(QJsonObject{{QStringLiteral("name"), paperName(paper, dossier.job)}, {QStringLiteral("kind"), kindName(paper.kind)},
            {QStringLiteral("quantity"), attested ? dossier.job.attestations : paper.quantity}});
    }
    return listed;
}

}
