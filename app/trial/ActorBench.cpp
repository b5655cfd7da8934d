#include "app/domain/CardQr.h"
#include "app/domain/parties/PartyWords.h"
#include "app/trial/Originals.h"
#include "app/trial/StationActor.h"

#include <algorithm>

namespace motcua::trial {

// What the clerk does at the certification bench: paper after paper of a visit, whoever takes part by card, and one key that receives them all.

const domain::JobKind* StationActor::benchKind(const ArrivalPaper& paper) {
    for (const domain::JobKind* kind : counter().bench().visit().kinds())
        if (kind->procedures.contains(paper.procedure) && (paper.kind.isEmpty() || kind->kind == paper.kind))
            return kind;
    return nullptr;
}

/// Form 02 is given at the intake.
bool StationActor::isForBench(const Arrival& arrival) {
    return arrival.turn() != Turn::Incomplete &&
           std::all_of(arrival.papers.begin(), arrival.papers.end(), [this](const ArrivalPaper& paper) { return benchKind(paper) != nullptr; });
}

/// From the first card to the receipts. After a crash a clerk looks first what of the visit is on record, and goes on with its draft.
void StationActor::serveVisit(const Arrival& arrival) {
    counter::HeldActs& held = counter().held();
    for (size_t left = held.acts().size(); left > 0; --left)
        held.goOn();
    const bool isRefused = arrival.turn() == Turn::Refused;
    const auto there = dossiersOf(arrival);
    const auto received = std::count_if(there.begin(), there.end(), [](const auto& row) { return row.state != domain::State::Refused; });
    if (received == std::ssize(arrival.papers) - (isRefused ? 1 : 0) && (!isRefused || std::ssize(there) > received)) {
        concludeVisit(arrival);
        return;
    }
    fillVisit(arrival, 0);
}

/// The papers from this one on; then all of them are received.
void StationActor::fillVisit(const Arrival& arrival, size_t place) {
    if (place == arrival.papers.size()) {
        receiveVisit(arrival);
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const ArrivalPaper& paper = arrival.papers[place];
    counter::IntakeForm& form = counter().bench().visit().form();
    const auto there = dossiersOf(arrival);
    const bool wasRefused = std::any_of(there.begin(), there.end(), [](const auto& row) { return row.state == domain::State::Refused; });
    if (paper.turn == Turn::Refused && wasRefused) {
        fillVisit(arrival, place + 1);
        return;
    }
    goToPaper(arrival, place);
    fillPaper(arrival, paper);
    note("fill", timer.elapsed());
    if (paper.turn == Turn::Refused) {
        if (const auto refused = refusePaper(); !refused)
            fail(refused.error());
        else
            fillVisit(arrival, place + 1);
        return;
    }
    if (const QStringList gaps = form.gaps(); !gaps.isEmpty()) {
        fail({QStringLiteral("trial.open"),
            {{QStringLiteral("kind"), form.content().jobKind}, {QStringLiteral("gaps"), gaps.join(QLatin1Char(' '))}}});
        return;
    }
    const auto& papers = form.content().papers;
    const bool arePagesThere = !papers.empty() && static_cast<int>(papers.front().pages.size()) >= arrival.scans;
    if (place > 0 || arrival.scans == 0 || arePagesThere)
        fillVisit(arrival, place + 1);
    else
        scan(arrival, counter().bench().draft(), [this, arrival, place] { fillVisit(arrival, place + 1); });
}

/// The paper of this place is in hand: that of the draft, where there is one.
void StationActor::goToPaper(const Arrival& arrival, size_t place) {
    counter::VisitForm& visit = counter().bench().visit();
    const domain::JobKind* kind = benchKind(arrival.papers[place]);
    const int wanted = static_cast<int>(place);
    visit.go(std::min(wanted, visit.count() - 1));
    if (kind && (wanted >= visit.count() || visit.form().content().jobKind != kind->kind))
        visit.begin(QString(kind->kind));
}

void StationActor::fillPaper(const Arrival& arrival, const ArrivalPaper& paper) {
    counter::IntakeForm& form = counter().bench().visit().form();
    showPeople(arrival);
    fillFacts(form, arrival, paper);
    showOthers(arrival);
    if (paper.turn == Turn::Waived)
        form.setExemption(exemptionOf(form.job()));
    const auto papers = form.content().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        if (papers[i].quantity == 0)
            form.setPaper(static_cast<int>(i), papers[i].kind, 1, papers[i].shownOnly);
}

/// Who asks: by card, else typed.
void StationActor::showPeople(const Arrival& arrival) {
    counter::VisitForm& visit = counter().bench().visit();
    counter::IntakeForm& form = visit.form();
    const domain::JobKind* job = form.job();
    if (!job || job->parties.empty()) {
        showApplicant(form, arrival);
        visit.meet(counter::partyOf(form.applicant(), visit.identityPapers()));
        return;
    }
    if (!arrival.typed) {
        if (const auto card = domain::CardQr::parse(arrival.cardText()))
            (void)visit.take(counter::partyOf(*card, visit.identityPapers()));
        return;
    }
    std::vector<domain::Party> parties = form.content().parties;
    if (parties.empty())
        parties.emplace_back();
    parties.front() = typedParty(arrival, job->parties.front(), 0);
    visit.setParties(std::move(parties));
}

/// Whoever the paper wants besides: one in four cannot sign, so that there are witnesses, and every other deal has another side.
void StationActor::showOthers(const Arrival& arrival) {
    constexpr int most = 6;
    constexpr int cannotSign = 4;
    counter::VisitForm& visit = counter().bench().visit();
    counter::IntakeForm& form = visit.form();
    const domain::JobKind* job = form.job();
    std::vector<domain::Party> parties = form.content().parties;
    if (!job || parties.empty())
        return;
    if (arrival.number % cannotSign == 0 && domain::roleOf(*job, QStringLiteral("witness"))) {
        parties.front().how = domain::SigningWay::Neither;
        visit.setParties(std::move(parties));
    }
    const bool hasOtherSide = arrival.number % 2 == 0 && domain::roleOf(*job, QStringLiteral("receiver"));
    for (int other = 1; other <= most; ++other) {
        if (!form.gaps().contains(QLatin1String("parties")) && !(other == 1 && hasOtherSide))
            return;
        const domain::Party person = typedParty(arrival, job->parties.front(), other);
        if (const auto card = domain::CardQr::parse(cardTextOf(person.personalId, person.name)))
            (void)visit.take(counter::partyOf(*card, visit.identityPapers()));
    }
}

/// Form 03 for the paper in hand, by the first of its bans; the seconds in which it could be taken back are over.
base::Outcome StationActor::refusePaper() {
    QElapsedTimer timer;
    timer.start();
    counter::Bench& bench = counter().bench();
    const domain::LegalGround ground = bench.visit().form().refusalGrounds().front();
    const auto held = bench.acts().holdRefusal(ground.words, ground.article);
    if (!held)
        return held;
    counter().held().settle();
    note("refuse", timer.elapsed());
    return base::done();
}

void StationActor::receiveVisit(const Arrival& arrival) {
    counter::Bench& bench = counter().bench();
    const bool isOnlyRefused = arrival.papers.size() == 1 && arrival.turn() == Turn::Refused;
    QElapsedTimer timer;
    timer.start();
    if (const auto received = isOnlyRefused ? base::done() : bench.acts().receive().map([](const auto&) { return base::Done(); }); !received) {
        fail(received.error());
        return;
    }
    if (isOnlyRefused) {
        bench.visit().clear();
        (void)bench.draft().saveNow();
    } else {
        note("receive", timer.elapsed());
    }
    concludeVisit(arrival);
}

/// All its papers are on record: what is still to be done at once with the one that takes a turn.
void StationActor::concludeVisit(const Arrival& arrival) {
    QJsonArray promised;
    const ArrivalPaper* turning = arrival.turning();
    for (const domain::ports::DossierRow& row : dossiersOf(arrival)) {
        promised.append(row.id.toString());
        if (!turning || row.procedureCode != turning->procedure)
            continue;
        if (const auto done = takeTurn(turning->turn, row.id); !done) {
            fail(done.error());
            return;
        }
    }
    whenPrinted([this, promised] { reply({{QStringLiteral("promised"), promised}}); });
}

}
