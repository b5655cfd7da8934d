// What is odd about an intake: said beside the field, and never in the way.

#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeForm.h"
#include "app/domain/Fold.h"
#include "app/domain/PersonalId.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::counter {

void IntakeForm::addPersonalIdWarnings() {
    const domain::Applicant& applicant = m_content.applicant;
    if (applicant.kind != domain::ApplicantKind::Citizen || applicant.personalId.isEmpty())
        return;
    for (const QString& code : domain::personalIdWarnings(applicant.personalId, applicant.birthYear(), applicant.sex))
        m_warnings.push_back({code, QStringLiteral("personalId")});
}

bool IntakeForm::isApplicantOf(const domain::ports::DossierRow& row) const {
    const domain::Applicant& applicant = m_content.applicant;
    return applicant.personalId.isEmpty() ? domain::searchKey(row.applicant) == domain::searchKey(applicant.name)
                                          : row.personalId == applicant.personalId;
}

void IntakeForm::addDuplicateWarning() {
    const domain::Applicant& applicant = m_content.applicant;
    if ((applicant.personalId.isEmpty() && applicant.name.isEmpty()) || m_content.procedureCode.isEmpty())
        return;
    domain::ports::DossierFilter today;
    today.procedureCode = m_content.procedureCode;
    today.receivedOn = m_desk.today();
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
    const domain::Applicant& applicant = m_content.applicant;
    if ((applicant.personalId.isEmpty() && applicant.name.isEmpty()) || m_content.procedureCode.isEmpty())
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
