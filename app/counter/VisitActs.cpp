#include "app/counter/VisitActs.h"

#include "app/counter/Desk.h"
#include "app/counter/Printing.h"
#include "app/counter/SlipsMade.h"

namespace motcua::counter {

using domain::DossierId;

namespace {

IntakeContent paperOf(const HeldAct& act) {
    return base::fromJson<IntakeContent>(act.said.value(QLatin1String(held::paper)).toObject());
}

}

VisitActs::VisitActs(
    const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held, VisitForm& visit, VisitDraft& draft)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_held(held), m_visit(visit), m_draft(draft) {
    held.know(held::refusePaper, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) {
                                                   return std::vector<domain::Command>{domain::Refuse{base::fromJson<domain::DossierRefused>(said)}};
                                               },
                                     [this](const domain::Dossier&, const domain::Dossier& after) {
                                         m_printing.printOffered(domain::offer::refused, after.id);
                                         emit refused({after.id, slipNumberOf(after.id), QLatin1String(domain::offer::refused)});
                                     },
                                     true});
    held.know(held::askPaper, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) {
                                                return std::vector<domain::Command>{
                                                    domain::AskSupplement{base::fromJson<domain::SupplementAsked>(said)}};
                                            },
                                  [this](const domain::Dossier&, const domain::Dossier& after) {
                                      m_printing.printOffered(domain::offer::supplementAsked, after.id);
                                      emit asked({after.id, slipNumberOf(after.id), QLatin1String(domain::offer::supplementAsked)});
                                  },
                                  true, [this](const HeldAct& act) { return keepAsked(act); }});
    connect(&held, &HeldActs::takenBack, this, &VisitActs::giveBack);
}

/// The citizen comes back, and nothing is typed anew.
base::Outcome VisitActs::keepAsked(const HeldAct& act) {
    auto paper = paperOf(act);
    paper.dossier = act.dossier;
    return m_draft.keepAside(paper);
}

base::Result<VisitActs::Receiving> VisitActs::receiving() const {
    Receiving all;
    const Visit visit = m_visit.visit();
    const std::vector<VisitPaper> lines = m_visit.papers();
    for (size_t i = 0; i < visit.papers.size(); ++i) {
        if (lines[i].isUntouched)
            continue;
        const int paper = static_cast<int>(i);
        IntakeForm form(m_ports.archive, m_desk, m_runner);
        form.open(visit.papers[i]);
        auto commands = receivingOf(form);
        if (!commands) {
            commands.error().detail.insert(QStringLiteral("paper"), QString::number(paper));
            return base::fail(commands.error());
        }
        // One that was given form 02 goes on.
        const DossierId known = visit.papers[i].dossier;
        all.batches.push_back({known.isNull() ? DossierId::make(m_desk.now().toMSecsSinceEpoch()) : known, std::move(*commands)});
        all.papers.push_back(paper);
    }
    if (all.batches.empty())
        return base::fail(QStringLiteral("visit.nothing"));
    return all;
}

base::Error VisitActs::inVisit(base::Error error, const Receiving& all) {
    const QString batch = error.detail.take(QStringLiteral("batch"));
    const size_t place = batch.isEmpty() ? 0 : static_cast<size_t>(batch.toInt());
    if (!batch.isEmpty() || all.papers.size() == 1)
        error.detail.insert(QStringLiteral("paper"), QString::number(all.papers[place]));
    return error;
}

base::Outcome VisitActs::mayReceive() const {
    const auto all = receiving();
    if (!all)
        return base::fail(all.error());
    const auto may = m_runner.checkAll(all->batches);
    return may ? may : base::Outcome(base::fail(inVisit(may.error(), *all)));
}

base::Result<std::vector<IntakeOutcome>> VisitActs::receive() {
    const auto all = receiving();
    if (!all)
        return base::fail(all.error());
    const auto carried = m_runner.runAll(all->batches, m_draft.id());
    if (!carried)
        return base::fail(inVisit(carried.error(), *all));
    std::vector<IntakeOutcome> outcomes;
    for (const Carried& each : *carried)
        outcomes.push_back({each.dossier.id, each.dossier.code, QLatin1String(domain::offer::accepted)});
    m_draft.settle();
    std::vector<DossierId> dossiers;
    dossiers.reserve(outcomes.size());
    for (const IntakeOutcome& outcome : outcomes)
        dossiers.push_back(outcome.dossier);
    m_printing.printOffered(domain::offer::accepted, dossiers);
    emit received(outcomes);
    return outcomes;
}

base::Outcome VisitActs::holdRefusal(const QString& reason, const QString& legalBasis) {
    const auto refusal = refusalOf(m_visit.form(), reason, legalBasis);
    if (!refusal)
        return base::fail(refusal.error());
    return holdSlip(held::refusePaper, base::toJson(*refusal));
}

base::Outcome VisitActs::holdAsking(const QStringList& items, const QString& reason, const QString& legalBasis) {
    const auto ask = requestOf(m_visit.form(), items, reason, legalBasis);
    return ask ? holdSlip(held::askPaper, base::toJson(*ask)) : base::fail(ask.error());
}

base::Outcome VisitActs::holdSlip(const char* act, QJsonObject slip) {
    const IntakeContent& paper = m_visit.form().content();
    slip.insert(QLatin1String(held::paper), base::toJson(paper));
    slip.insert(QLatin1String(held::subject), domain::comerName(m_visit.form().applicant()));
    // On disk before it leaves the visit: after a kill it stands in both, and somebody is asked.
    const DossierId id = paper.dossier.isNull() ? DossierId::make(m_desk.now().toMSecsSinceEpoch()) : paper.dossier;
    if (auto held = m_held.hold(act, id, slip); !held)
        return held;
    m_visit.leave();
    return m_draft.saveNow();
}

void VisitActs::giveBack(const HeldAct& act) {
    if (act.act != QLatin1String(held::refusePaper) && act.act != QLatin1String(held::askPaper))
        return;
    auto paper = paperOf(act);
    // It was kept for the citizen's coming back, and could not be recorded.
    m_draft.dropAside(act.dossier);
    const bool isInHand = m_visit.isBlank() || m_visit.visit().id == paper.visit;
    if (isInHand)
        m_visit.add(std::move(paper));
    else
        (void)m_draft.keepAside(paper);
    emit takenBack(isInHand);
}

QString VisitActs::slipNumberOf(DossierId dossier) const {
    return m_ports.journal.history(dossier).map([](const auto& history) { return lastSlipNumber(history); }).value_or(QString());
}

}
