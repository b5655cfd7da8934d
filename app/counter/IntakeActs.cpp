#include "app/counter/Intake.h"
#include "app/counter/Printing.h"
#include "app/domain/Deadline.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/PersonalId.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::counter {

using domain::DossierId;

namespace {

/// Forms 02 and 03 before there is a dossier code: the station's first serial tells stations apart, the second of the day the slips.
QString slipNumber(const Desk& desk, const domain::CodeRange& range, const QString& suffix) {
    return QStringLiteral("%1.%2/%3")
        .arg(range.first, 4, 10, QLatin1Char('0'))
        .arg(base::toVietnamTime(desk.now()).toString(QStringLiteral("HHmmss")), suffix);
}

}

base::Result<IntakeOutcome> Intake::receive() {
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    domain::DossierReceived intake;
    intake.channel = m_form.channel;
    intake.procedure = chosen->version;
    intake.applicant = m_form.applicant;
    intake.papers = m_form.papers;
    intake.facts = facts();
    intake.fees = m_fees;
    intake.note = m_form.note;
    auto outcome = finish({domain::Receive{intake, m_form.jobKind}, domain::Submit{}}, domain::offer::accepted);
    if (outcome)
        emit received(*outcome);
    return outcome;
}

base::Result<IntakeOutcome> Intake::refuse(const QString& reason, const QString& legalBasis) {
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    domain::DossierRefused refusal;
    refusal.slipNumber = slipNumber(m_desk, m_ports.archive.codeRange(), m_desk.settings().suffixRefusal);
    refusal.procedure = chosen->version;
    refusal.applicant = m_form.applicant;
    refusal.reason = domain::tidied(reason);
    refusal.legalBasis = domain::tidied(legalBasis);
    auto outcome = finish({domain::Refuse{refusal}}, domain::offer::refused);
    if (outcome)
        emit refused(*outcome);
    return outcome;
}

base::Result<IntakeOutcome> Intake::askSupplement(const QStringList& items, const QString& reason, const QString& legalBasis) {
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    domain::SupplementAsked ask;
    ask.slipNumber = slipNumber(m_desk, m_ports.archive.codeRange(), m_desk.settings().suffixSupplement);
    ask.procedure = chosen->version;
    ask.applicant = m_form.applicant;
    for (const QString& item : items.isEmpty() ? missing() : items)
        if (const QString wanted = domain::tidied(item); !wanted.isEmpty())
            ask.items.append(wanted);
    ask.reason = domain::tidied(reason);
    ask.legalBasis = domain::tidied(legalBasis);
    auto outcome = finish({domain::AskSupplement{ask}}, domain::offer::supplementAsked);
    if (outcome)
        emit supplementAsked(*outcome);
    return outcome;
}

/// The draft becomes events in one transaction; only then does the form let go of it and the paper come out.
base::Result<IntakeOutcome> Intake::finish(const std::vector<domain::Command>& commands, const char* offered) {
    const DossierId id = m_form.dossier.isNull() ? DossierId::make(m_desk.now().toMSecsSinceEpoch()) : m_form.dossier;
    const auto carried = m_runner.run(id, commands, m_draft);
    if (!carried)
        return base::fail(carried.error());
    IntakeOutcome outcome{id, carried->dossier.code, QLatin1String(offered)};
    for (const domain::Event& event : carried->events) {
        if (const auto* refusal = std::get_if<domain::DossierRefused>(&event.body))
            outcome.code = refusal->slipNumber;
        if (const auto* ask = std::get_if<domain::SupplementAsked>(&event.body))
            outcome.code = ask->slipNumber;
    }
    clear();
    m_printing.printOffered(offered, id);
    return outcome;
}

void Intake::addPersonalIdWarnings() {
    const domain::Applicant& applicant = m_form.applicant;
    if (applicant.kind != domain::ApplicantKind::Citizen || applicant.personalId.isEmpty())
        return;
    for (const QString& code : domain::personalIdWarnings(applicant.personalId, applicant.birthDate, applicant.sex))
        m_warnings.push_back({code, QStringLiteral("personalId")});
}

void Intake::addDuplicateWarning() {
    const domain::Applicant& applicant = m_form.applicant;
    const QString who = applicant.personalId.isEmpty() ? applicant.name : applicant.personalId;
    if (who.isEmpty() || m_form.procedureCode.isEmpty())
        return;
    domain::ports::DossierFilter today;
    today.procedureCode = m_form.procedureCode;
    today.receivedOn = m_desk.today();
    today.limit = 1000;
    const auto rows = m_ports.archive.dossiers(today);
    if (!rows)
        return;
    for (const domain::ports::DossierRow& row : *rows) {
        const bool samePerson = applicant.personalId.isEmpty() ? domain::searchKey(row.applicant) == domain::searchKey(who) : row.personalId == who;
        if (!samePerson || row.id == m_form.dossier)
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

/// Whether the other dossier's book row would be about the same thing.
bool Intake::sameSubject(const domain::ports::DossierRow& row) const {
    const domain::JobKind* kind = job();
    const auto other = m_runner.dossier(row.id);
    if (!kind || !other)
        return false;
    const QString subject = domain::searchKey(domain::termsOf(*kind, procedure()->version, facts()).subject);
    return !subject.isEmpty() && domain::searchKey(other->job.subject) == subject;
}

void Intake::addCutOffWarning() {
    if (!procedure() || timeLimit().unit != domain::TimeUnit::SameDay15h)
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
