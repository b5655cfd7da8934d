#include "app/counter/PaperList.h"

#include "app/domain/Dossier.h"
#include "app/domain/Fold.h"
#include "app/domain/PaperNeed.h"

#include <QJsonObject>
#include <QRegularExpression>

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

/// Whether it is the document that copies are asked of, which the catalogue can only call "Bản chính". Whatever else lies there has a name of its
/// own.
bool isCopied(const Paper& paper, const domain::JobTerms& job) {
    return job.owesAttestations() && paper.required && domain::fold(paper.name).startsWith(QLatin1String("ban chinh"));
}

/// Whoever shows it takes it home again, whatever the clerk ticked (certification.md §6).
bool isIdentityPaper(const QString& name) {
    static const QRegularExpression identity(QStringLiteral("^(thẻ\\s+)?(căn cước|hộ chiếu|cccd)\\b|^giấy chứng nhận căn cước\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return identity.match(name).hasMatch();
}

/// What the catalogue says in short, as a paper names it.
QString inFull(QString name) {
    const QString brief = QStringLiteral("Giấy xác nhận cũ");
    return name.startsWith(brief) ? name.replace(0, brief.size(), QStringLiteral("Giấy xác nhận đã được cấp trước đây")) : name;
}

/// What the catalogue says of when it is needed is said no more. An identity card is shown, as the catalogue asks for it ("Giấy tờ tùy
/// thân (…) xuất trình"); of the document that is copied it is said which it is, and whether it was shown or stays.
QString paperName(const Paper& paper, const domain::JobTerms& job) {
    QString name = inFull(domain::withoutCondition(paper.name));
    if (paper.kind != PaperKind::Original)
        return name;
    const bool isShown = paper.shownOnly || domain::isPaperToShow(name) || isIdentityPaper(name);
    name = domain::withoutToShow(name);
    const bool copied = isCopied(paper, job);
    if (copied && !job.subject.isEmpty())
        name += QStringLiteral(": ") + job.subject;
    if (isShown)
        return name + QStringLiteral(" (xuất trình)");
    return copied ? name + QStringLiteral(" (để lại)") : name;
}

/// A note of the catalogue's that an older program took for a paper.
bool isOnlyNoted(const Paper& paper) {
    return paper.required && domain::needOf(paper.name) == domain::PaperNeed::NoPaper;
}

}

QJsonArray paperList(const domain::Dossier& dossier) {
    QJsonArray listed;
    for (const Paper& paper : dossier.papers) {
        if (paper.quantity <= 0 || isOnlyNoted(paper))
            continue;
        const bool attested = dossier.job.owesAttestations() && paper.kind == PaperKind::Copy;
        listed.append(QJsonObject{{QStringLiteral("name"), paperName(paper, dossier.job)}, {QStringLiteral("kind"), kindName(paper.kind)},
            {QStringLiteral("quantity"), attested ? dossier.job.attestations : paper.quantity}});
    }
    return listed;
}

}
