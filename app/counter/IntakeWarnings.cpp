// What is odd about an intake: said beside the field, and never in the way.

#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeForm.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/PersonNumber.h"
#include "app/domain/PersonalId.h"
#include "app/domain/Phone.h"
#include "app/domain/TaxCode.h"
#include "app/domain/jobs/Jobs.h"

#include <algorithm>

namespace motcua::counter {

/// A field that is empty lacks something: that is another matter.
void IntakeForm::findFaults() {
    m_faults.clear();
    for (const base::Error& fault : domain::applicantFaults(applicant(), m_desk.now()))
        if (const QString field = fault.detail.value(QStringLiteral("field")); !applicantText(field).isEmpty() || field == QLatin1String("birthDate"))
            m_faults.push_back(fault);
}

bool IntakeForm::isFaulty(const QString& field) const {
    return std::any_of(
        m_faults.begin(), m_faults.end(), [&](const base::Error& fault) { return fault.detail.value(QStringLiteral("field")) == field; });
}

/// What cannot be a number at all is a fault.
void IntakeForm::addPersonalIdWarnings() {
    const domain::Applicant who = applicant();
    if (who.kind == domain::ApplicantKind::Citizen && !who.personalId.isEmpty() && !isFaulty(QStringLiteral("personalId")))
        for (const QString& code : domain::personalIdWarnings(who.personalId, who.birthYear(), who.sex))
            m_warnings.push_back({code, QStringLiteral("personalId")});
    for (const auto& [number, field] : {std::pair{who.body.representativeId, "representativeId"}, std::pair{who.proxy.personalId, "proxyId"}})
        if (!number.isEmpty() && !domain::isPassportsOnly(number) && !isFaulty(QLatin1String(field)))
            for (const QString& code : domain::personalIdWarnings(number, 0, {}))
                m_warnings.push_back({code, QLatin1String(field)});
}

void IntakeForm::addPaperWarnings() {
    const domain::Applicant who = applicant();
    for (const auto& [phone, field] : {std::pair{who.phone, "phone"}, std::pair{who.proxy.phone, "proxyPhone"}})
        if (!phone.isEmpty() && !domain::mayBePhone(phone))
            m_warnings.push_back({QStringLiteral("phone.unlikely"), QLatin1String(field)});
    if (who.passport.expiry.isValid() && who.passport.expiry < m_desk.today())
        m_warnings.push_back({QStringLiteral("passport.expired"), QStringLiteral("passportExpiry")});
    if (!domain::taxCodeAgrees(who.body.taxCode))
        m_warnings.push_back({QStringLiteral("tax-code.check-digit"), QStringLiteral("taxCode")});
    if (isThroughProxy() && domain::mayBeOne(domain::markOf(who.proxy.personalId), domain::markOf(who)))
        m_warnings.push_back({QStringLiteral("proxy.same-person"), QStringLiteral("proxyId")});
}

bool IntakeForm::isApplicantOf(const domain::ports::DossierRow& row) const {
    const domain::IdentityMark mark = domain::markOf(applicant());
    if (mark.number.isEmpty())
        return domain::searchKey(row.applicant) == domain::searchKey(m_content.applicant.name);
    if (row.personalId != mark.number)
        return false;
    // A row has a number and no state: whose passport it is the dossier says.
    const auto other = m_runner.dossier(row.id);
    return !other || domain::mayBeOne(domain::markOf(other->applicant), mark);
}

void IntakeForm::addDuplicateWarning() {
    const domain::Applicant& who = m_content.applicant;
    if ((domain::identityNumber(applicant()).isEmpty() && who.name.isEmpty()) || m_content.procedureCode.isEmpty())
        return;
    domain::ports::DossierFilter today;
    today.procedureCode = m_content.procedureCode;
    today.receivedOn = m_desk.today();
    today.closed = false;
    today.limit = 1000;
    const auto rows = m_archive.dossiers(today);
    if (!rows)
        return;
    for (const domain::ports::DossierRow& row : *rows) {
        // One without a code was never taken in; what was refused is asked for anew.
        if (row.code.isEmpty() || !isApplicantOf(row) || row.id == m_content.dossier)
            continue;
        const domain::JobKind* kind = job();
        const QString subject = kind && kind->book ? kind->book->subject : QString();
        if (!subject.isEmpty() && !sameSubject(row))
            continue;
        m_warnings.push_back({QStringLiteral("intake.duplicate"), subject.isEmpty() ? QString() : QStringLiteral("fact:") + subject,
            {{QStringLiteral("code"), row.code}}});
        return;
    }
}

/// The citizen is back with what form 02 asked for: what was entered then need not be typed again.
void IntakeForm::addComingBackWarning() {
    m_comingBack = {};
    const domain::Applicant& who = m_content.applicant;
    if ((domain::identityNumber(applicant()).isEmpty() && who.name.isEmpty()) || m_content.procedureCode.isEmpty() || isCorrection())
        return;
    domain::ports::DossierFilter asked;
    asked.states = {domain::State::Registered};
    asked.closed = false;
    asked.procedureCode = m_content.procedureCode;
    const auto rows = m_archive.dossiers(asked);
    if (!rows)
        return;
    for (const domain::ports::DossierRow& row : *rows)
        if (isApplicantOf(row) && row.id != m_content.dossier && row.holder == m_desk.station()) {
            m_comingBack = row.id;
            m_warnings.push_back({QStringLiteral("intake.coming-back"), {}, {}});
            return;
        }
}

/// Whether the other dossier's book row would be about the same thing.
bool IntakeForm::sameSubject(const domain::ports::DossierRow& row) const {
    const domain::JobKind* kind = job();
    const auto other = m_runner.dossier(row.id);
    if (!kind || !other)
        return false;
    const QString subject = domain::searchKey(domain::termsOf(*kind, procedure()->version, facts()).subject);
    return !subject.isEmpty() && domain::searchKey(other->job.subject) == subject;
}

void IntakeForm::addCutOffWarning() {
    if (!procedure() || isCorrection() || timeLimit().unit != domain::TimeUnit::SameDay15h)
        return;
    constexpr int soonMinutes = 15;
    const QDateTime now = m_desk.now();
    if (isAfterCutOff()) {
        m_warnings.push_back({QStringLiteral("intake.after-cut-off"), {}, {{QStringLiteral("due"), due().toString(Qt::ISODate)}}});
        return;
    }
    const int left = base::toVietnamTime(now).time().secsTo(m_desk.settings().sameDayCutOff) / 60;
    if (left <= soonMinutes)
        m_warnings.push_back({QStringLiteral("intake.cut-off-near"), {}, {{QStringLiteral("minutes"), QString::number(left)}}});
}

}
