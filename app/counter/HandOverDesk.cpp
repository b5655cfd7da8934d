#include "app/counter/HandOverDesk.h"

#include "app/counter/Printing.h"
#include "app/domain/Comer.h"
#include "app/domain/Decide.h"
#include "app/domain/UnseenSigns.h"

#include <algorithm>

namespace motcua::counter {

using domain::DossierId;
using domain::State;
using domain::ports::DossierRow;

namespace {

bool waitFor(const domain::Dossier& one, const domain::Dossier& other) {
    return one.applicant.name == other.applicant.name && domain::identityNumber(one.applicant) == domain::identityNumber(other.applicant);
}

bool isAttestationPrinted(const domain::Dossier& dossier) {
    const domain::BookEntry* entry = dossier.liveEntry();
    return entry && dossier.attestedCopies(*entry) >= dossier.job.attestations;
}

/// With the citizen's word, where there is one and none is on record.
std::vector<domain::Command> closing(const domain::Dossier& dossier, const Finish& finish) {
    std::vector<domain::Command> commands;
    if (finish.score > 0 && dossier.rating == 0)
        commands.push_back(domain::Rate{finish.score, finish.remark});
    commands.push_back(domain::Close{});
    return commands;
}

/// A number that was given outside the program was typed.
bool isByHand(const Finish& finish) {
    return !domain::saysNothing(finish.handEntry.number + finish.handEntry.volume);
}

base::Outcome toOutcome(const base::Result<Carried>& carried) {
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

}

HandOverDesk::HandOverDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_held(held) {
    connect(&m_runner, &CommandRunner::appended, this, &HandOverDesk::changed);
    held.know(
        held::finish, {[this](const domain::Dossier& dossier, const QJsonObject& said) { return finishing(dossier, base::fromJson<Finish>(said)); },
                          [this](const domain::Dossier& before, const domain::Dossier&) { finished(before, {}); }});
    held.know(held::handOver, {[this](const domain::Dossier& dossier, const QJsonObject& said) {
                                   std::vector<domain::Command> commands;
                                   addHandOver(commands, dossier, base::fromJson<Finish>(said));
                                   return commands;
                               },
                                  {}});
    held.know(held::close, {[](const domain::Dossier& dossier, const QJsonObject& said) { return closing(dossier, base::fromJson<Finish>(said)); },
                               [this](const domain::Dossier& before, const domain::Dossier&) { emit handedOver(before.id); }});
    held.knowWhole(held::finishVisit, {[this](const HeldAct& act) {
                                           const auto batches = finishingAll(act);
                                           return batches ? m_runner.checkAll(*batches) : base::Outcome(base::fail(batches.error()));
                                       },
                                          [this](const HeldAct& act) { return finishAll(act); }});
}

std::vector<DossierId> HandOverDesk::waitingFor(const domain::IdentityMark& shown, const std::vector<DossierRow>& waiting) const {
    constexpr int most = 100;
    std::vector<DossierId> named;
    if (shown.number.isEmpty())
        return named;
    for (const DossierRow& row : m_ports.archive.search(shown.number, most).value_or(std::vector<DossierRow>()))
        named.push_back(row.id);
    std::vector<DossierId> theirs;
    for (const DossierRow& row : waiting) {
        // A row has a number and no state: whose passport it is the dossier says.
        const bool isNumbers = row.personalId == shown.number;
        bool mayTake = isNumbers && !shown.isPassports;
        if (!mayTake && (isNumbers || std::find(named.begin(), named.end(), row.id) != named.end())) {
            const auto dossier = m_runner.dossier(row.id);
            mayTake = dossier && domain::mayCome(dossier->applicant, shown);
        }
        if (mayTake)
            theirs.push_back(row.id);
    }
    return theirs;
}

base::Result<std::vector<DossierRow>> HandOverDesk::waiting() const {
    domain::ports::DossierFilter open;
    open.states = {State::Completed, State::HandedOver};
    open.closed = false;
    open.oldestDeadlineFirst = true;
    open.limit = 1000;
    auto rows = m_ports.archive.dossiers(open);
    if (rows) {
        std::erase_if(*rows, [this](const DossierRow& row) { return m_held.isHeld(row.id); });
        std::stable_partition(rows->begin(), rows->end(), [](const DossierRow& row) { return row.state == State::Completed; });
    }
    return rows;
}

NextStep HandOverDesk::nextStep(DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    return dossier && dossier->holder == m_desk.station() ? nextStep(*dossier) : NextStep::None;
}

NextStep HandOverDesk::nextStep(const domain::Dossier& dossier) {
    if (dossier.closed)
        return NextStep::None;
    if (dossier.state == State::HandedOver)
        return NextStep::Close;
    if (dossier.state != State::Completed)
        return NextStep::None;
    if (dossier.job.owesAttestations() && !isAttestationPrinted(dossier))
        return NextStep::PrintAttestation;
    return dossier.money == domain::MoneyState::Due ? NextStep::Finish : NextStep::HandOver;
}

std::optional<domain::JobPaper> HandOverDesk::resultPaper(const domain::Dossier& dossier) const {
    const auto papers = m_printing.papersFor(dossier);
    for (const domain::JobPaper& paper : papers)
        if (dossier.job.owesAttestations() && paper.form == dossier.job.attestation)
            return paper;
    const auto numbered = m_printing.paperFor(dossier, domain::offer::numbered);
    return numbered ? numbered : m_printing.paperFor(dossier, domain::offer::completed);
}

void HandOverDesk::printAttestation(DossierId dossier) {
    const auto opened = m_runner.dossier(dossier);
    const auto paper = opened ? resultPaper(*opened) : std::nullopt;
    if (paper)
        m_printing.print(paper->form, dossier, std::nullopt);
}

void HandOverDesk::printFeeSlip(DossierId dossier) {
    m_printing.printOffered(domain::offer::paid, dossier);
}

std::vector<domain::Command> HandOverDesk::finishing(const domain::Dossier& dossier, const Finish& finish, DossierId slipOf) const {
    std::vector<domain::Command> commands;
    if (dossier.money == domain::MoneyState::Due)
        commands.push_back(domain::CollectFee{finish.method, domain::FeeStage::Result, slipOf});
    if (dossier.state != State::HandedOver)
        addHandOver(commands, dossier, finish);
    const auto closed = closing(dossier, finish);
    commands.insert(commands.end(), closed.begin(), closed.end());
    return commands;
}

void HandOverDesk::finished(const domain::Dossier& before, const Finish& finish) {
    if (before.money == domain::MoneyState::Due && finish.feeSlip)
        printFeeSlip(before.id);
    emit handedOver(before.id);
}

/// The first that owes anything takes the slip, which stands for the others, too.
base::Result<std::vector<Batch>> HandOverDesk::finishingAll(const HeldAct& act) const {
    const auto finish = base::fromJson<Finish>(act.said);
    std::vector<HeldDossier> all{static_cast<const HeldDossier&>(act)};
    all.insert(all.end(), act.others.begin(), act.others.end());
    std::vector<Batch> batches;
    DossierId slip;
    for (const auto& [id, code, version] : all) {
        const auto dossier = m_runner.dossier(id);
        if (!dossier)
            return base::fail(dossier.error());
        // What somebody changed since is looked at before anything is decided on it.
        if (dossier->version != version)
            return base::fail(QStringLiteral("held.changed-meanwhile"));
        batches.push_back({id, finishing(*dossier, finish, slip)});
        if (slip.isNull() && dossier->money == domain::MoneyState::Due)
            slip = id;
    }
    return batches;
}

base::Outcome HandOverDesk::finishAll(const HeldAct& act) {
    const auto batches = finishingAll(act);
    if (!batches)
        return base::fail(batches.error());
    const auto carried = m_runner.runAll(*batches, act.id);
    if (!carried)
        return base::fail(carried.error());
    const bool wasPaid = std::any_of(carried->begin(), carried->end(), [](const Carried& each) {
        return std::any_of(each.events.begin(), each.events.end(),
            [](const domain::Event& event) { return std::holds_alternative<domain::FeeCollected>(event.body); });
    });
    std::vector<DossierId> all;
    for (const Carried& each : *carried)
        all.push_back(each.dossier.id);
    if (wasPaid && base::fromJson<Finish>(act.said).feeSlip)
        m_printing.printOffered(domain::offer::paid, all);
    for (const DossierId id : all)
        emit handedOver(id);
    return base::done();
}

base::Outcome HandOverDesk::holdFinish(const std::vector<DossierId>& dossiers, const Finish& finish) {
    return m_held.holdWhole(held::finishVisit, dossiers, base::toJson(dated(finish)));
}

std::vector<domain::Dossier> HandOverDesk::visitOf(const domain::Dossier& dossier) const {
    std::vector<domain::Dossier> all;
    for (const DossierId id : m_printing.receivedWith(dossier))
        if (auto other = m_runner.dossier(id))
            all.push_back(std::move(*other));
    return all.empty() ? std::vector{dossier} : all;
}

std::vector<DossierId> HandOverDesk::readyWith(const domain::Dossier& dossier, const std::vector<domain::Dossier>& visit) const {
    const auto isReady = [this](const domain::Dossier& each) {
        const NextStep step = nextStep(each);
        return each.holder == m_desk.station() && !each.job.byHand && !m_held.isHeld(each.id) && !domain::lostItsNumber(each) &&
               (step == NextStep::Finish || step == NextStep::HandOver);
    };
    // Somebody else's is handed over to whoever that is.
    const auto isOpen = [&dossier](const domain::Dossier& each) {
        return waitFor(each, dossier) && !each.closed && each.state != State::HandedOver && each.state != State::Stopped;
    };
    std::vector<domain::Dossier> all = isOpen(dossier) ? visit : std::vector{dossier};
    std::erase_if(all, [&](const domain::Dossier& each) { return !isOpen(each); });
    std::vector<DossierId> ready;
    ready.reserve(all.size());
    for (const domain::Dossier& each : all)
        ready.push_back(each.id);
    return std::all_of(all.begin(), all.end(), isReady) && ready.size() > 1 ? ready : std::vector{dossier.id};
}

DossierId HandOverDesk::unprintedWith(const domain::Dossier& dossier, const std::vector<domain::Dossier>& visit) const {
    for (const domain::Dossier& each : visit)
        if (each.id != dossier.id && waitFor(each, dossier) && each.holder == m_desk.station() && !m_held.isHeld(each.id) &&
            nextStep(each) == NextStep::PrintAttestation)
            return each.id;
    return {};
}

base::Result<domain::Dossier> HandOverDesk::finish(DossierId id, const Finish& finish) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    auto carried = m_runner.run(id, finishing(*dossier, finish));
    if (!carried)
        return base::fail(carried.error());
    finished(*dossier, finish);
    return std::move(carried->dossier);
}

base::Outcome HandOverDesk::holdFinish(DossierId dossier, const Finish& finish) {
    return m_held.hold(held::finish, dossier, base::toJson(dated(finish)));
}

base::Outcome HandOverDesk::holdHandOver(DossierId dossier, const Finish& finish) {
    return m_held.hold(held::handOver, dossier, base::toJson(dated(finish)));
}

base::Outcome HandOverDesk::holdClose(DossierId dossier, const Finish& finish) {
    return m_held.hold(held::close, dossier, base::toJson(finish));
}

base::Outcome HandOverDesk::collectFee(DossierId dossier, domain::PaymentMethod method) {
    const auto collected = toOutcome(m_runner.run(dossier, domain::CollectFee{method, domain::FeeStage::Result}));
    if (collected)
        printFeeSlip(dossier);
    return collected;
}

Finish HandOverDesk::dated(Finish finish) const {
    if (isByHand(finish) && !finish.handEntry.date.isValid())
        finish.handEntry.date = m_desk.today();
    return finish;
}

void HandOverDesk::addHandOver(std::vector<domain::Command>& commands, const domain::Dossier& dossier, const Finish& finish) const {
    if (isByHand(finish))
        commands.push_back(domain::AttestByHand{dated(finish).handEntry});
    const bool byComer = domain::saysNothing(finish.recipient);
    commands.push_back(domain::HandOver{byComer ? domain::comerName(dossier.applicant) : finish.recipient, finish.identityChecked});
}

base::Outcome HandOverDesk::handOver(DossierId id, const Finish& finish) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    std::vector<domain::Command> commands;
    addHandOver(commands, *dossier, finish);
    return toOutcome(m_runner.run(id, commands));
}

base::Outcome HandOverDesk::close(DossierId dossier) {
    return toOutcome(m_runner.run(dossier, domain::Close{}));
}

}
