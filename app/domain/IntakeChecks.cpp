#include "app/domain/IntakeChecks.h"

#include "app/base/Clock.h"
#include "app/domain/DossierCode.h"
#include "app/domain/Fees.h"
#include "app/domain/Fold.h"

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr int longestName = 100; // language.md §4
constexpr int mostPages = 2'000;
constexpr int mostCopies = 500;

bool isDigits(const QString& text, qsizetype count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

base::Outcome range(int value, int last, const char* error) {
    if (value < 1 || value > last)
        return base::fail(QString::fromLatin1(error), {{QStringLiteral("last"), QString::number(last)}});
    return base::done();
}

}

QString tidied(const QString& text) {
    return canonical(text).simplified();
}

Applicant tidied(Applicant applicant) {
    for (QString* text :
        {&applicant.name, &applicant.personalId, &applicant.formerId, &applicant.sex, &applicant.address, &applicant.phone, &applicant.email})
        *text = tidied(*text);
    return applicant;
}

base::Outcome checkApplicant(const Applicant& applicant, const QDateTime& now) {
    if (applicant.name.isEmpty())
        return base::fail(QStringLiteral("applicant.name-missing"));
    if (applicant.name.size() > longestName)
        return base::fail(QStringLiteral("applicant.name-too-long"), {{QStringLiteral("last"), QString::number(longestName)}});
    const bool citizen = applicant.kind == ApplicantKind::Citizen;
    if (citizen && !applicant.personalId.isEmpty() && !isDigits(applicant.personalId, 12))
        return base::fail(QStringLiteral("applicant.personal-id"));
    if (applicant.birthDate.isValid() && applicant.birthDate > base::toVietnamTime(now).date())
        return base::fail(QStringLiteral("applicant.birth-date"));
    return base::done();
}

base::Outcome checkProcedure(const ProcedureVersion& procedure) {
    if (procedure.code.isEmpty() || procedure.name.isEmpty())
        return base::fail(QStringLiteral("dossier.no-procedure"));
    return base::done();
}

base::Outcome checkPapers(const std::vector<Paper>& papers) {
    for (const Paper& paper : papers) {
        if (paper.name.trimmed().isEmpty())
            return base::fail(QStringLiteral("paper.no-name"));
        if (paper.quantity < 0 || paper.quantity > 999)
            return base::fail(QStringLiteral("paper.quantity"), {{QStringLiteral("paper"), paper.name}});
        if (paper.required && !paper.shownOnly && paper.quantity == 0)
            return base::fail(QStringLiteral("dossier.papers-missing"), {{QStringLiteral("paper"), paper.name}});
    }
    return base::done();
}

base::Outcome checkCopy(const CertifiedCopy& copy) {
    if (copy.document.isEmpty())
        return base::fail(QStringLiteral("copy.document"));
    if (const auto pages = range(copy.pages, mostPages, "copy.pages"); !pages)
        return pages;
    return range(copy.copies, mostCopies, "copy.copies");
}

bool certifiesCopies(const QString& procedureCode) {
    const QString national = procedureCode.section(QLatin1Char('.'), 0, 1);
    return national == QLatin1String("2.000815") || national == QLatin1String("2.000942");
}

base::Outcome checkIntake(const DossierReceived& intake, const QDateTime& now) {
    for (const auto& checked : {checkProcedure(intake.procedure), checkApplicant(intake.applicant, now), checkPapers(intake.papers),
             intake.copy ? checkCopy(*intake.copy) : base::done()})
        if (!checked)
            return checked;
    if (certifiesCopies(intake.procedure.code) && !intake.copy)
        return base::fail(QStringLiteral("copy.missing"));
    for (const FeeLine& line : intake.fees)
        if (const auto sound = checkFeeLine(line); !sound)
            return sound;
    if (!intake.code.isEmpty() && !DossierCode::parse(intake.code))
        return base::fail(QStringLiteral("code.malformed"));
    if (intake.received > now)
        return base::fail(QStringLiteral("dossier.received-in-future"));
    return base::done();
}

}
