#include "app/domain/Decide.h"

#include "app/base/Clock.h"
#include "app/domain/Deadline.h"
#include "app/domain/EventCodec.h"

#include <algorithm>

namespace motcua::domain {

namespace {

void open(Dossier& dossier, const Event& event, const Request& request) {
    static_cast<Request&>(dossier) = request;
    dossier.holder = dossier.receivedAt = event.station;
    dossier.receivedBy = event.actor;
}

MoneyState owed(const Dossier& dossier) {
    if (dossier.feeTotal() > 0)
        return dossier.collected >= dossier.feeTotal() ? MoneyState::Paid : MoneyState::Due;
    for (const FeeLine& line : dossier.fees)
        if (!line.exemption.isEmpty())
            return MoneyState::Exempt;
    return MoneyState::Nothing;
}

void apply(Dossier& dossier, const DossierReceived& body, const Event& event) {
    open(dossier, event, body);
    static_cast<Filing&>(dossier) = static_cast<const Filing&>(body);
    dossier.state = State::Accepted;
    dossier.supplementAsked = {};
    dossier.supplementUntil = {};
    dossier.money = owed(dossier);
}

void apply(Dossier& dossier, const DossierRefused& body, const Event& event) {
    open(dossier, event, body);
    dossier.state = State::Refused;
    dossier.endReason = body.reason;
}

void apply(Dossier& dossier, const SupplementAsked& body, const Event& event) {
    if (body.atIntake) {
        open(dossier, event, body);
        dossier.state = State::Registered;
        return;
    }
    dossier.resumes = dossier.state;
    dossier.state = State::SupplementAsked;
    dossier.supplementAsked = event.at;
    dossier.supplementUntil = body.until;
    ++dossier.supplements;
}

void noteHand(Dossier& dossier, UserId hand) {
    if (std::find(dossier.correctedBy.begin(), dossier.correctedBy.end(), hand) == dossier.correctedBy.end())
        dossier.correctedBy.push_back(hand);
}

void apply(Dossier& dossier, const SupplementReturned& body, const Event& event) {
    // Who received it is known already.
    if (event.actor != dossier.receivedBy)
        noteHand(dossier, event.actor);
    dossier.state = dossier.resumes == State::None ? State::Processing : dossier.resumes;
    dossier.resumes = State::None;
    dossier.papers = body.papers;
    dossier.due = body.due;
    dossier.waitedDays += waitedDays(dossier.supplementAsked, event.at);
    dossier.supplementAsked = {};
    dossier.supplementUntil = {};
}

void apply(Dossier& dossier, const DossierCorrected& body, const Event& event) {
    putRight(dossier, body.after);
    noteHand(dossier, event.actor);
    dossier.money = owed(dossier);
}

void apply(Dossier& dossier, const DossierSubmitted&, const Event&) {
    dossier.state = State::Processing;
    dossier.returnReason.clear();
}

void apply(Dossier& dossier, const DossierReleased& body, const Event&) {
    dossier.holder = body.to;
}

void apply(Dossier& dossier, const DossierApproved& body, const Event& event) {
    dossier.state = State::Completed;
    dossier.delivery = DeliveryState::Ready;
    dossier.completed = event.at;
    dossier.decidedBy = event.actor;
    dossier.twoHat = body.twoHat;
}

void apply(Dossier& dossier, const DossierReturned& body, const Event&) {
    dossier.state = State::Accepted;
    dossier.returnReason = body.reason;
}

void apply(Dossier& dossier, const EntryRegistered& body, const Event&) {
    dossier.entries.push_back(body.entry);
}

void apply(Dossier& dossier, const EntrySpoiled& body, const Event&) {
    for (BookEntry& entry : dossier.entries)
        if (entry.volume == body.volume && entry.number == body.number)
            entry.spoiledReason = body.reason;
    if (!body.sendsBack)
        return;
    dossier.state = State::Accepted;
    dossier.returnReason = body.reason;
    dossier.delivery = DeliveryState::Waiting;
    dossier.completed = {};
    dossier.decidedBy = {};
    dossier.twoHat = false;
}

void apply(Dossier& dossier, const PrintRecorded& body, const Event&) {
    ++dossier.prints;
    if (body.entry.number == 0)
        return;
    auto row = std::find_if(dossier.attested.begin(), dossier.attested.end(),
        [&](const AttestedEntry& known) { return known.entry.volume == body.entry.volume && known.entry.number == body.entry.number; });
    if (row == dossier.attested.end())
        row = dossier.attested.insert(row, {body.entry, 0});
    row->copies += body.copies;
    if (!body.partial)
        row->copies = qMax(row->copies, dossier.job.attestations);
}

void apply(Dossier& dossier, const FeeCollected& body, const Event&) {
    dossier.collected += body.amount;
    dossier.money = owed(dossier);
}

void apply(Dossier& dossier, const AttestedByHand& body, const Event&) {
    dossier.handEntry = body;
}

void apply(Dossier& dossier, const ResultHandedOver&, const Event&) {
    dossier.state = State::HandedOver;
    dossier.delivery = DeliveryState::Delivered;
}

void apply(Dossier& dossier, const RatingGiven& body, const Event&) {
    dossier.rating = body.score;
}

void apply(Dossier& dossier, const DossierWithdrawn& body, const Event&) {
    dossier.state = State::Stopped;
    dossier.endReason = body.reason;
    dossier.supplementAsked = {};
    dossier.supplementUntil = {};
}

void apply(Dossier& dossier, const DossierClosed&, const Event&) {
    dossier.closed = true;
}

void apply(Dossier& dossier, const EntryNoted& body, const Event&) {
    for (BookEntry& entry : dossier.entries)
        if (entry.volume == body.volume && entry.number == body.number)
            entry.notes.push_back(body.note);
}

void apply(Dossier&, const NoteAdded&, const Event&) {}
void apply(Dossier&, const VolumeClosed&, const Event&) {}
void apply(Dossier&, const FeedHeard&, const Event&) {}
void apply(Dossier&, const NumbersLeased&, const Event&) {}
void apply(Dossier&, const NumbersReturned&, const Event&) {}
void apply(Dossier&, const NumbersWrittenOff&, const Event&) {}
void apply(Dossier&, const KeepingMoved&, const Event&) {}
void apply(Dossier&, const PersonListed&, const Event&) {}

/// What a dossier is known as even where this program cannot read it: its code, the state that its known kinds lead to, and the desk
/// where it lies (see EventCodec.h). What another desk merely adds leaves it as it is.
void apply(Dossier& dossier, const UnreadRecord& body, const Event& event) {
    if (dossier.version == 0)
        dossier.holder = dossier.receivedAt = event.station;
    if (dossier.holder == event.station)
        ++dossier.unread;
    if (!body.changes)
        return;
    if (dossier.code.isEmpty())
        if (const auto code = codeIn(body))
            dossier.code = code->toString();
    constexpr std::pair<const char*, State> states[] = {{"dossier-received", State::Accepted}, {"dossier-refused", State::Refused},
        {"dossier-submitted", State::Processing}, {"dossier-approved", State::Completed}, {"dossier-returned", State::Accepted},
        {"result-handed-over", State::HandedOver}, {"dossier-withdrawn", State::Stopped}};
    for (const auto& [kind, state] : states)
        if (body.kind == kind)
            dossier.state = state;
    if (const StationId to = releasedTo(body); !to.isNull())
        dossier.holder = to;
    if (body.kind == "dossier-closed")
        dossier.closed = true;
}

}

Dossier evolve(Dossier dossier, const Event& event) {
    std::visit([&](const auto& body) { apply(dossier, body, event); }, event.body);
    if (dossier.id.isNull())
        dossier.id = event.dossier;
    if (changesDossier(event.body))
        dossier.version = event.dossierVersion;
    return dossier;
}

Volume without(Volume volume, const NumberRange& range) {
    volume.writtenOff = volume.writtenOff.value_or(0) + range.count();
    return volume;
}

Volume evolve(Volume volume, const Event& event) {
    const bool own = event.station == volume.station || volume.isUnits();
    // A row is spoiled at the desk where its dossier lies.
    if (const auto [taken, number] = takenNumber(event.body); number > 0 && taken == volume.id && own) {
        volume.lastNumber = qMax(volume.lastNumber, number);
        if (volume.isUnits())
            volume.taken = volume.taken.value_or(0) + 1;
    } else if (const auto* off = std::get_if<NumbersWrittenOff>(&event.body); off && off->volume == volume.id)
        volume = without(std::move(volume), {off->first, off->last});
    else if (const auto* spoiled = std::get_if<EntrySpoiled>(&event.body); spoiled && spoiled->volume == volume.id && !volume.closed)
        ++volume.spoiled;
    else if (const auto* closed = std::get_if<VolumeClosed>(&event.body); closed && closed->volume == volume.id && own) {
        volume.closed = true;
        volume.spoiled = closed->spoiled;
        volume.closedBy = closed->signer;
        volume.closedOn = base::toVietnamTime(event.at).date();
        volume.closedWhy = closed->reason;
    }
    return volume;
}

}
