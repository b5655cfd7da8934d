#include "app/counter/IntakeActs.h"

#include "app/base/Logging.h"
#include "app/counter/FallenReceipts.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/MayCorrect.h"
#include "app/counter/Printing.h"
#include "app/domain/IntakeChecks.h"

namespace motcua::counter {

using domain::DossierId;

namespace {

/// One reason a line, as the form numbers them.
QString tidiedLines(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (const QString words = domain::tidied(line); !words.isEmpty())
            lines << words;
    return lines.join(QLatin1Char('\n'));
}

}

base::Result<std::vector<domain::Command>> receivingOf(const IntakeForm& form) {
    const domain::Procedure* chosen = form.procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    if (form.gaps().contains(QStringLiteral("fee")))
        return base::fail(QStringLiteral("fee.not-given"));
    domain::DossierReceived intake;
    intake.channel = form.content().channel;
    intake.procedure = chosen->version;
    intake.applicant = form.applicant();
    intake.papers = form.content().papers;
    intake.sets = form.content().sets;
    intake.resultWay = form.content().resultWay;
    intake.facts = form.facts();
    intake.visit = form.content().visit;
    intake.parties = form.content().parties;
    intake.extension = form.content().extension;
    intake.fees = form.fees();
    if (form.lacks().time || (intake.extension && intake.extension->agreed))
        intake.due = form.due();
    if (form.lacks().time)
        intake.dueGround = form.content().dueGround;
    intake.note = form.content().note;
    return std::vector<domain::Command>{domain::Receive{intake, form.content().jobKind}, domain::Submit{}};
}

base::Result<domain::DossierRefused> refusalOf(const IntakeForm& form, const QString& reason, const QString& legalBasis) {
    const domain::Procedure* chosen = form.procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    domain::DossierRefused refusal;
    refusal.procedure = chosen->version;
    refusal.applicant = form.applicant();
    refusal.visit = form.content().visit;
    refusal.reason = tidiedLines(reason);
    refusal.legalBasis = domain::tidied(legalBasis);
    return refusal;
}

base::Result<domain::SupplementAsked> requestOf(const IntakeForm& form, const QStringList& items, const QString& reason, const QString& legalBasis) {
    const domain::Procedure* chosen = form.procedure();
    if (!chosen)
        return base::fail(QStringLiteral("dossier.no-procedure"));
    domain::SupplementAsked ask;
    ask.procedure = chosen->version;
    ask.applicant = form.applicant();
    ask.visit = form.content().visit;
    for (const QString& item : items.isEmpty() ? form.missing() : items)
        if (const QString wanted = domain::tidied(item); !wanted.isEmpty())
            ask.items.append(wanted);
    ask.reason = tidiedLines(reason);
    ask.legalBasis = domain::tidied(legalBasis);
    return ask;
}

IntakeActs::IntakeActs(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, IntakeForm& form, IntakeDraft& draft)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_form(form), m_draft(draft) {}

base::Result<IntakeOutcome> IntakeActs::receive() {
    const auto commands = receivingOf(m_form);
    if (!commands)
        return base::fail(commands.error());
    auto outcome = finish(*commands, domain::offer::accepted);
    if (outcome)
        emit received(*outcome);
    return outcome;
}

base::Outcome IntakeActs::mayReceive() const {
    const auto commands = receivingOf(m_form);
    return commands ? m_runner.check(dossierId(), *commands) : base::Outcome(base::fail(commands.error()));
}

base::Result<domain::DossierRefused> IntakeActs::refusal(const QString& reason, const QString& legalBasis) const {
    return refusalOf(m_form, reason, legalBasis);
}

base::Result<domain::SupplementAsked> IntakeActs::request(const QStringList& items, const QString& reason, const QString& legalBasis) const {
    return requestOf(m_form, items, reason, legalBasis);
}

base::Result<IntakeOutcome> IntakeActs::refuse(const QString& reason, const QString& legalBasis) {
    const auto refusal = this->refusal(reason, legalBasis);
    if (!refusal)
        return base::fail(refusal.error());
    auto outcome = finish({domain::Refuse{*refusal}}, domain::offer::refused);
    if (outcome)
        emit refused(*outcome);
    return outcome;
}

base::Result<IntakeOutcome> IntakeActs::askSupplement(const QStringList& items, const QString& reason, const QString& legalBasis) {
    const auto ask = request(items, reason, legalBasis);
    if (!ask)
        return base::fail(ask.error());
    auto outcome = finish({domain::AskSupplement{*ask}}, domain::offer::supplementAsked);
    if (outcome)
        emit supplementAsked(*outcome);
    return outcome;
}

DossierId IntakeActs::dossierId() const {
    const DossierId known = m_form.content().dossier;
    return known.isNull() ? DossierId::make(m_desk.now().toMSecsSinceEpoch()) : known;
}

/// The draft becomes events in one transaction; only then does the form let go of it and the paper come out. With form 02 the draft stays,
/// and says which dossier it is of: the citizen comes back, and nothing is typed anew.
base::Result<IntakeOutcome> IntakeActs::finish(const std::vector<domain::Command>& commands, const char* offered) {
    const bool comesBack = QLatin1String(offered) == QLatin1String(domain::offer::supplementAsked);
    const DossierId id = dossierId();
    if (comesBack)
        if (const auto kept = keepFor(id); !kept)
            return base::fail(kept.error());
    const qint64 madeFrom = comesBack ? 0 : m_form.content().madeFrom;
    const auto carried = m_runner.run(id, commands, comesBack ? domain::DraftId() : m_draft.id());
    if (!carried)
        return base::fail(carried.error());
    if (madeFrom != 0)
        settleFallen(madeFrom);
    IntakeOutcome outcome{id, carried->dossier.code, QLatin1String(offered)};
    for (const domain::Event& event : carried->events) {
        if (const auto* refusal = std::get_if<domain::DossierRefused>(&event.body))
            outcome.code = refusal->slipNumber;
        if (const auto* ask = std::get_if<domain::SupplementAsked>(&event.body))
            outcome.code = ask->slipNumber;
    }
    m_draft.settle();
    m_printing.printOffered(offered, id);
    return outcome;
}

/// It is received, whatever the tray says.
void IntakeActs::settleFallen(qint64 madeFrom) {
    if (const auto settled = fallen::madeAnew(m_ports.exchange, madeFrom); !settled)
        qCWarning(base::lcCounter).noquote() << "needs-you item stays:" << settled.error().toLogLine();
    emit fallenSettled();
}

base::Outcome IntakeActs::keepFor(DossierId dossier) {
    m_form.setDossier(dossier);
    return m_draft.saveNow();
}

base::Outcome IntakeActs::continueDossier(domain::DossierId id) {
    m_runner.doWhatWaits(id);
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    if (dossier->state != domain::State::Registered)
        return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier->state))}});
    if (dossier->holder != m_desk.station())
        return base::fail(QStringLiteral("dossier.not-holder"));
    if (m_form.comingBack() != id || !m_form.saysOnlyWhoAndWhat())
        return openKept(*dossier, &IntakeForm::goOnWith);
    // The same person again: what stands there so far is said in what is gone on with.
    const auto kept = m_draft.of(*dossier);
    if (!kept)
        return base::fail(kept.error());
    if (!kept->isNull())
        return m_draft.goBackTo(*kept);
    const IntakeContent said = m_form.content();
    if (const auto saved = m_draft.discard(); !saved)
        return saved;
    m_form.goOnWith(*dossier);
    m_form.takeOver(said);
    return base::done();
}

/// The unfinished work on the dossier that this desk has, else the form begun with the dossier.
base::Outcome IntakeActs::openKept(const domain::Dossier& dossier, void (IntakeForm::*begin)(const domain::Dossier&)) {
    const auto kept = m_draft.of(dossier);
    if (!kept)
        return base::fail(kept.error());
    if (!kept->isNull())
        return m_draft.resume(*kept);
    if (const auto aside = m_draft.startNew(); !aside)
        return aside;
    (m_form.*begin)(dossier);
    return base::done();
}

base::Outcome IntakeActs::receiveAgain(qint64 seq) {
    const auto event = m_ports.exchange.refusedEvent(seq);
    if (!event)
        return base::fail(event.error());
    if (!std::holds_alternative<domain::DossierReceived>(event->body))
        return base::fail(QStringLiteral("journal.unknown-record"));
    if (const auto saved = m_draft.saveNow(); !saved)
        return saved;
    if (m_form.content().madeFrom == seq)
        return base::done();
    const auto begun = draftMadeFrom(seq);
    if (!begun)
        return base::fail(begun.error());
    if (!begun->isNull())
        return m_draft.resume(*begun);
    if (const auto aside = m_draft.startNew(); !aside)
        return aside;
    m_form.takeAgain(domain::evolve(domain::Dossier(), *event), seq);
    return base::done();
}

base::Result<domain::DraftId> IntakeActs::draftMadeFrom(qint64 seq) const {
    const auto all = m_ports.drafts.everybodys();
    if (!all)
        return base::fail(all.error());
    for (const domain::ports::Draft& draft : *all)
        if (const auto content = intakeIn(draft); content && content->madeFrom == seq)
            return draft.id;
    return domain::DraftId();
}

base::Outcome IntakeActs::openCorrection(DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    if (auto may = counter::mayCorrect(*dossier, m_desk.station()); !may)
        return may;
    if (!m_ports.archive.catalogue().find(dossier->procedure.code) || !m_ports.archive.jobs().find(dossier->job.kind, dossier->job.version))
        return base::fail(QStringLiteral("dossier.procedure-gone"));
    return openKept(*dossier, &IntakeForm::correct);
}

base::Outcome IntakeActs::mayGoOn() const {
    const IntakeContent& content = m_form.content();
    return content.dossier.isNull() ? base::done() : counter::mayGoOn(m_runner.dossier(content.dossier), content, m_desk.station());
}

base::Result<std::vector<domain::Command>> IntakeActs::puttingRight(const QString& reason) const {
    if (!m_form.isCorrection())
        return base::fail(QStringLiteral("dossier.wrong-state"));
    const auto dossier = m_runner.dossier(m_form.content().dossier);
    if (!dossier)
        return base::fail(dossier.error());
    std::vector<domain::Command> commands{domain::Correct{m_form.content().correction->before, m_form.asCorrected(), reason}};
    if (dossier->state == domain::State::Accepted)
        commands.push_back(domain::Submit{reason});
    return commands;
}

base::Outcome IntakeActs::mayPutRight() const {
    if (auto may = m_runner.mayRecord(); !may)
        return may;
    const auto commands = puttingRight(QStringLiteral("any"));
    return commands ? m_runner.check(m_form.content().dossier, *commands) : base::Outcome(base::fail(commands.error()));
}

base::Result<IntakeOutcome> IntakeActs::correct(const QString& reason) {
    const auto commands = puttingRight(domain::tidied(reason));
    if (!commands)
        return base::fail(commands.error());
    const DossierId id = m_form.content().dossier;
    const QJsonObject told = m_printing.said(domain::offer::accepted, id);
    const auto carried = m_runner.run(id, *commands, m_draft.id());
    if (!carried)
        return base::fail(carried.error());
    m_draft.settle();
    IntakeOutcome outcome{id, carried->dossier.code, {}};
    // The citizen holds a receipt that is no longer so.
    if (m_printing.said(domain::offer::accepted, id) != told) {
        outcome.offered = QLatin1String(domain::offer::accepted);
        m_printing.printOffered(domain::offer::accepted, id);
    }
    emit corrected(outcome);
    return outcome;
}

}
