#include "app/domain/Decide.h"

#include "app/base/Clock.h"
#include "app/domain/EventCodec.h"

namespace motcua::domain {

namespace {

void open(Dossier& dossier, const Event& event, const ProcedureVersion& procedure, const Applicant& applicant, const UnitCode& unit) {
    dossier.holder = dossier.receivedAt = event.station;
    dossier.receivedBy = event.actor;
    dossier.procedure = procedure;
    dossier.applicant = applicant;
    dossier.receivedUnit = unit;
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
    open(dossier, event, body.procedure, body.applicant, body.receivedUnit);
    dossier.state = State::Accepted;
    dossier.code = body.code;
    dossier.helpedUnit = body.helpedUnit;
    dossier.decidingUnit = body.decidingUnit;
    dossier.channel = body.channel;
    dossier.papers = body.papers;
    dossier.copy = body.copy;
    dossier.fees = body.fees;
    dossier.received = body.received;
    dossier.due = body.due;
    dossier.supplementAsked = {};
    dossier.money = owed(dossier);
}

void apply(Dossier& dossier, const DossierRefused& body, const Event& event) {
    open(dossier, event, body.procedure, body.applicant, body.receivedUnit);
    dossier.state = State::Refused;
    dossier.endReason = body.reason;
}

void apply(Dossier& dossier, const SupplementAsked& body, const Event& event) {
    if (body.atIntake) {
        open(dossier, event, body.procedure, body.applicant, body.receivedUnit);
        dossier.state = State::Registered;
        return;
    }
    dossier.resumes = dossier.state;
    dossier.state = State::SupplementAsked;
    dossier.supplementAsked = event.at;
    ++dossier.supplements;
}

void apply(Dossier& dossier, const SupplementReturned& body, const Event&) {
    dossier.state = dossier.resumes == State::None ? State::Processing : dossier.resumes;
    dossier.resumes = State::None;
    dossier.papers = body.papers;
    dossier.due = body.due;
    dossier.supplementAsked = {};
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
}

void apply(Dossier& dossier, const PrintRecorded& body, const Event&) {
    ++dossier.prints;
    if (body.entry.number > 0)
        dossier.attested.push_back(body.entry);
}

void apply(Dossier& dossier, const FeeCollected& body, const Event&) {
    dossier.collected += body.amount;
    dossier.money = owed(dossier);
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
}

void apply(Dossier& dossier, const DossierClosed&, const Event&) {
    dossier.closed = true;
}

void apply(Dossier&, const NoteAdded&, const Event&) {}
void apply(Dossier&, const VolumeClosed&, const Event&) {}

}

Dossier evolve(Dossier dossier, const Event& event) {
    std::visit([&](const auto& body) { apply(dossier, body, event); }, event.body);
    if (dossier.id.isNull())
        dossier.id = event.dossier;
    if (changesDossier(event.body))
        dossier.version = event.dossierVersion;
    return dossier;
}

Volume evolve(Volume volume, const Event& event) {
    if (const auto* registered = std::get_if<EntryRegistered>(&event.body); registered && registered->entry.volume == volume.id)
        volume.lastNumber = qMax(volume.lastNumber, registered->entry.number);
    else if (const auto* spoiled = std::get_if<EntrySpoiled>(&event.body); spoiled && spoiled->volume == volume.id && !volume.closed)
        ++volume.spoiled;
    else if (const auto* closed = std::get_if<VolumeClosed>(&event.body); closed && closed->volume == volume.id) {
        volume.closed = true;
        volume.spoiled = closed->spoiled;
        volume.closedBy = closed->signer;
        volume.closedOn = base::toVietnamTime(event.at).date();
    }
    return volume;
}

}
