#include "app/counter/HeldSlips.h"

#include "app/counter/DraftEnvelope.h"
#include "app/counter/FallenReceipts.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/Printing.h"
#include "app/counter/SlipsMade.h"

#include <algorithm>

namespace motcua::counter {

using domain::DossierId;
using domain::DraftId;
using domain::ports::Draft;

namespace {

DraftId intakeOf(const HeldAct& act) {
    return DraftId::fromString(act.said.value(QLatin1String(held::intake)).toString());
}

bool isSlip(const HeldAct& act) {
    return act.act == QLatin1String(held::refuse) || act.act == QLatin1String(held::askAtIntake);
}

}

HeldSlips::HeldSlips(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held, IntakeActs& acts,
    IntakeForm& form, IntakeDraft& draft)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_held(held), m_acts(acts), m_form(form), m_draft(draft) {
    const auto ready = [this](const HeldAct& act) { return keepFor(act, act.dossier); };
    held.know(held::refuse, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) {
                                              return std::vector<domain::Command>{domain::Refuse{base::fromJson<domain::DossierRefused>(said)}};
                                          },
                                [this](const domain::Dossier&, const domain::Dossier& after) {
                                    dropIntakeOf(after.id);
                                    m_printing.printOffered(domain::offer::refused, after.id);
                                    emit issued({after.id, slipNumberOf(after.id), QLatin1String(domain::offer::refused)});
                                },
                                true, ready});
    held.know(held::askAtIntake, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) {
                                                   return std::vector<domain::Command>{
                                                       domain::AskSupplement{base::fromJson<domain::SupplementAsked>(said)}};
                                               },
                                     [this](const domain::Dossier&, const domain::Dossier& after) {
                                         m_printing.printOffered(domain::offer::supplementAsked, after.id);
                                         emit issued({after.id, slipNumberOf(after.id), QLatin1String(domain::offer::supplementAsked)});
                                     },
                                     true, ready});
    connect(&held, &HeldActs::takenBack, this, &HeldSlips::giveBack);
}

QString HeldSlips::slipNumberOf(DossierId dossier) const {
    return m_ports.journal.history(dossier).map([](const auto& history) { return lastSlipNumber(history); }).value_or(QString());
}

base::Outcome HeldSlips::holdRefusal(const QString& reason, const QString& legalBasis) {
    const auto refusal = m_acts.refusal(reason, legalBasis);
    return refusal ? hold(held::refuse, base::toJson(*refusal), domain::Refuse{*refusal}) : base::fail(refusal.error());
}

base::Outcome HeldSlips::holdSupplement(const QStringList& items, const QString& reason, const QString& legalBasis) {
    const auto ask = m_acts.request(items, reason, legalBasis);
    return ask ? hold(held::askAtIntake, base::toJson(*ask), domain::AskSupplement{*ask}) : base::fail(ask.error());
}

base::Outcome HeldSlips::hold(const char* act, const QJsonObject& slip, const domain::Command& command) {
    const DossierId id = m_form.content().dossier.isNull() ? DossierId::make(m_desk.now().toMSecsSinceEpoch()) : m_form.content().dossier;
    if (const auto may = m_runner.mayRecord(); !may)
        return may;
    if (const auto may = m_runner.check(id, command); !may)
        return may;
    if (const auto saved = m_draft.saveNow(); !saved)
        return saved;
    const DraftId intake = m_draft.id();
    QJsonObject said = slip;
    said.insert(QLatin1String(held::intake), intake.toString());
    said.insert(QLatin1String(held::subject), domain::comerName(m_form.applicant()));
    if (const auto aside = m_draft.startNew(); !aside)
        return aside;
    auto held = m_held.hold(act, id, said);
    if (!held)
        (void)m_draft.resume(intake);
    return held;
}

base::Outcome HeldSlips::keepFor(const HeldAct& act, DossierId dossier) {
    // Somebody goes on with it: what was said no longer holds.
    if (m_draft.id() == intakeOf(act))
        return base::fail(QStringLiteral("held.changed-meanwhile"));
    const auto all = m_ports.drafts.everybodys();
    if (!all)
        return base::fail(all.error());
    const auto draft = std::find_if(all->begin(), all->end(), [&](const Draft& each) { return each.id == intakeOf(act); });
    if (draft == all->end())
        return base::done();
    auto content = intakeIn(*draft);
    if (!content || content->dossier == dossier)
        return base::done();
    content->dossier = dossier;
    return m_ports.drafts.save({draft->id, draft->owner, draft->changed, toDraftContent(DraftOf::Intake, base::toJson(*content))});
}

void HeldSlips::giveBack(const HeldAct& act) {
    if (!isSlip(act))
        return;
    // Nothing of it is on record: it is of no dossier, unless it was before.
    if (act.version == 0)
        (void)keepFor(act, {});
    const bool free = m_form.isBlank();
    const bool opened = free && m_draft.resume(intakeOf(act)).has_value();
    emit takenBack(opened || m_draft.id() == intakeOf(act));
}

/// Where the disk does not let go of it, the list says that it is over.
void HeldSlips::dropIntakeOf(DossierId dossier) {
    const auto all = m_ports.drafts.everybodys();
    if (!all)
        return;
    for (const Draft& draft : *all)
        if (const auto content = intakeIn(draft); content && content->dossier == dossier) {
            if (content->madeFrom != 0)
                (void)fallen::madeAnew(m_ports.exchange, content->madeFrom);
            (void)m_ports.drafts.drop(draft.id);
        }
}

}
