#include "app/domain/IntakeChecks.h"

#include "app/base/Clock.h"
#include "app/domain/Deadline.h"
#include "app/domain/DossierCode.h"
#include "app/domain/Fees.h"
#include "app/domain/Fold.h"
#include "app/domain/Limits.h"
#include "app/domain/PaperNeed.h"
#include "app/domain/PassportState.h"
#include "app/domain/PersonNumber.h"
#include "app/domain/PersonalId.h"
#include "app/domain/PlainText.h"
#include "app/domain/TaxCode.h"
#include "app/domain/UnseenSigns.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/parties/PartyCheck.h"

#include <algorithm>

namespace motcua::domain {

namespace {

using limits::longestName;

bool isDigits(const QString& text, qsizetype count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}

QString tidied(const QString& text) {
    return canonical(text).simplified();
}

Applicant tidied(Applicant applicant) {
    PassportData& passport = applicant.passport;
    BodyData& body = applicant.body;
    ProxyData& proxy = applicant.proxy;
    for (QString* text :
        {&applicant.name, &applicant.personalId, &applicant.formerId, &applicant.sex, &applicant.address, &applicant.phone, &applicant.email,
            &passport.number, &passport.issuer, &passport.nationality, &body.taxCode, &body.representative, &body.representativeTitle,
            &body.representativeId, &proxy.name, &proxy.personalId, &proxy.phone, &proxy.address, &proxy.ground, &proxy.groundNumber})
        *text = tidied(*text);
    return applicant;
}

namespace {

/// A household's may be its owner's personal number; older records say nothing.
bool isTaxCodeOf(const Applicant& applicant) {
    const QString& code = applicant.body.taxCode;
    const bool household = applicant.kind == ApplicantKind::HouseholdBusiness;
    return code.isEmpty() || isTaxCode(code) || (household && isDigits(code, personalIdDigits));
}

/// Faults of fields, in the order in which they were found.
class Faults {
public:
    void expect(bool right, const char* field, const char* code, const QMap<QString, QString>& more = {}) {
        if (right)
            return;
        QMap<QString, QString> detail = more;
        detail.insert(QStringLiteral("field"), QLatin1String(field));
        m_all.push_back({QLatin1String(code), detail});
    }
    std::vector<base::Error> all() const { return m_all; }

private:
    std::vector<base::Error> m_all;
};

void checkNames(Faults& faults, const Applicant& applicant) {
    faults.expect(!applicant.name.isEmpty(), "name", "applicant.name-missing");
    for (const auto& [field, name] :
        {std::pair{"name", applicant.name}, {"representative", applicant.body.representative}, {"proxyName", applicant.proxy.name}}) {
        faults.expect(name.isEmpty() || hasLetter(name), field, "applicant.name-no-letter");
        faults.expect(name.size() <= longestName, field, "applicant.name-too-long", {{QStringLiteral("last"), QString::number(longestName)}});
    }
}

void checkNumbers(Faults& faults, const Applicant& applicant) {
    const bool citizen = applicant.kind == ApplicantKind::Citizen;
    const PassportData& passport = applicant.passport;
    const bool isRead = applicant.origins.value(QLatin1String("nationality")).toInt() == static_cast<int>(Origin::PassportLines);
    faults.expect(
        !citizen || applicant.personalId.isEmpty() || isDigits(applicant.personalId, personalIdDigits), "personalId", "applicant.personal-id");
    faults.expect(passport.number.isEmpty() || isPassportsOnly(passport.number), "passportNumber", "applicant.passport-number");
    faults.expect(isRead || mayBeState(passport.nationality), "nationality", "applicant.nationality");
    faults.expect(isTaxCodeOf(applicant), "taxCode", "applicant.tax-code");
    faults.expect(isPersonNumber(applicant.body.representativeId), "representativeId", "applicant.representative-id");
    faults.expect(isPersonNumber(applicant.proxy.personalId), "proxyId", "applicant.proxy-id");
}

/// Somebody else may ask only on a ground (copies.md §2); who it is must be said.
void checkProxy(Faults& faults, const Applicant& applicant) {
    const ProxyData& proxy = applicant.proxy;
    const bool isNone = base::toJson(proxy).isEmpty();
    faults.expect(isNone || !proxy.name.isEmpty(), "proxyName", "applicant.proxy-missing");
    faults.expect(isNone || !proxy.ground.isEmpty(), "proxyGround", "applicant.proxy-ground-missing");
    const bool isCitizen = applicant.kind == ApplicantKind::Citizen;
    // A passport's number may be another state's too.
    const bool isOwnPassport = proxy.personalId == applicant.passport.number && searchKey(proxy.name) == searchKey(applicant.name);
    const bool isOwn = proxy.personalId == applicant.personalId || isOwnPassport;
    faults.expect(!isCitizen || proxy.personalId.isEmpty() || !isOwn, "proxyId", "applicant.proxy-is-applicant");
}

}

std::vector<base::Error> applicantFaults(const Applicant& applicant, const QDateTime& now) {
    Faults faults;
    checkNames(faults, applicant);
    checkNumbers(faults, applicant);
    checkProxy(faults, applicant);
    const QDate today = base::toVietnamTime(now).date();
    const bool isBornByNow = (!applicant.birthDate.isValid() || applicant.birthDate <= today) && applicant.birthYear() <= today.year();
    faults.expect(isBornByNow, "birthDate", "applicant.birth-date");
    return faults.all();
}

base::Outcome checkApplicant(const Applicant& applicant, const QDateTime& now) {
    for (const base::Error& fault : applicantFaults(applicant, now))
        return base::fail(fault);
    return base::done();
}

base::Outcome checkProcedure(const ProcedureVersion& procedure) {
    if (procedure.code.isEmpty() || procedure.name.isEmpty())
        return base::fail(QStringLiteral("dossier.no-procedure"));
    return base::done();
}

base::Outcome checkPapers(const std::vector<Paper>& papers) {
    for (const Paper& paper : papers) {
        if (saysNothing(paper.name))
            return base::fail(QStringLiteral("paper.no-name"));
        if (paper.quantity < 0 || paper.quantity > limits::mostPapers)
            return base::fail(QStringLiteral("paper.quantity"), {{QStringLiteral("paper"), paper.name}});
        if (isMissing(paper))
            return base::fail(QStringLiteral("dossier.papers-missing"), {{QStringLiteral("paper"), paper.name}});
    }
    return base::done();
}

base::Outcome checkFacts(const JobKind& job, const QJsonObject& facts) {
    for (const FactFault& fault : factFaults(job, facts))
        return base::fail(fault.missing ? QStringLiteral("facts.missing") : QStringLiteral("facts.invalid"), {{QStringLiteral("fact"), fault.fact}});
    return base::done();
}

base::Outcome checkDue(const DossierReceived& intake) {
    const bool timed = hasTime(intake.procedure.timeValue, intake.procedure.timeUnit);
    if (!intake.due.isValid())
        return timed ? base::done() : base::fail(QStringLiteral("dossier.due-missing"));
    if (base::toVietnamTime(intake.due).date() < base::toVietnamTime(intake.received).date())
        return base::fail(QStringLiteral("dossier.due-in-past"));
    if (!timed && intake.dueGround.isEmpty())
        return base::fail(QStringLiteral("dossier.due-without-ground"));
    return base::done();
}

base::Outcome checkExemptions(const JobKind& job, const std::vector<FeeLine>& fees) {
    for (const FeeLine& line : fees)
        if (!line.exemption.isEmpty() && !isExemption(job, line.exemption))
            return base::fail(QStringLiteral("fee.exemption-unknown"), {{QStringLiteral("ground"), line.exemption}});
    return base::done();
}

base::Outcome checkIntake(const DossierReceived& intake, const JobKind& job, const QDateTime& now) {
    for (const auto& checked : {checkProcedure(intake.procedure), checkApplicant(intake.applicant, now), checkPapers(intake.papers),
             checkFacts(job, intake.facts), checkParties(job, intake.facts, intake.parties, base::toVietnamTime(intake.received).date()),
             checkDue(intake), checkExemptions(job, intake.fees)})
        if (!checked)
            return checked;
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
