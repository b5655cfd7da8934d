#include "app/base/Clock.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Rules.h"
#include "app/domain/SlipNumber.h"

namespace motcua::domain {

namespace {

bool knows(const Dossier& dossier, VolumeId volume, int number) {
    for (const BookEntry& entry : dossier.entries)
        if (entry.volume == volume && entry.number == number)
            return entry.spoiledReason.isEmpty();
    return false;
}

// What the state alone does not say. A kind that has nothing to add is not here.
bool fits(const Dossier& dossier, const DossierReceived&) {
    return dossier.code.isEmpty();
}
bool fits(const Dossier& dossier, const SupplementAsked& body) {
    const bool accepted = dossier.state == State::Accepted || dossier.state == State::Processing;
    return body.atIntake != accepted;
}
bool fits(const Dossier& dossier, const SupplementReturned&) {
    return !dossier.code.isEmpty();
}
bool fits(const Dossier& dossier, const DossierCorrected& body) {
    const bool sameKind = body.after.job.kind == dossier.job.kind && body.after.job.version == dossier.job.version;
    return sameKind && rules::keepsWhatStands(dossier, body.after) && !saysTheSame(body.before, body.after) &&
           base::toJson(body.before) == base::toJson(correctableOf(dossier));
}
bool fits(const Dossier& dossier, const EntryRegistered&) {
    return dossier.job.owesNumber() && !dossier.liveEntry();
}
bool fits(const Dossier& dossier, const EntrySpoiled& body) {
    return knows(dossier, body.volume, body.number) && (!body.sendsBack || dossier.state == State::Completed);
}
bool fits(const Dossier& dossier, const EntryNoted& body) {
    return rules::rowOf(dossier, body.volume, body.number) != nullptr;
}
bool fits(const Dossier& dossier, const FeeCollected&) {
    return dossier.money == MoneyState::Due;
}
bool fits(const Dossier& dossier, const AttestedByHand&) {
    return dossier.job.byHand;
}
bool fits(const Dossier& dossier, const ResultHandedOver&) {
    return dossier.money != MoneyState::Due && rules::isAttested(dossier);
}
template <class Body>
bool fits(const Dossier&, const Body&) {
    return true;
}

base::Outcome wrongState(const Dossier& dossier) {
    return base::fail(QStringLiteral("event.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier.state))}});
}

/// A row of a book or a slip takes the next number of its volume, in the volume's year.
base::Outcome followsNumber(const Volume& volume, int number, int year) {
    const int next = volume.nextNumber();
    if (number < next)
        return base::fail(QStringLiteral("book.number-taken"), {{QStringLiteral("number"), QString::number(number)}});
    if (number > next)
        return base::fail(QStringLiteral("book.number-gap"),
            {{QStringLiteral("number"), QString::number(number)}, {QStringLiteral("expected"), QString::number(next)}});
    if (year != volume.year)
        return base::fail(QStringLiteral("book.wrong-year"), {{QStringLiteral("year"), QString::number(volume.year)}});
    return base::done();
}

base::Outcome followsRow(const Volume& volume, const BookEntry& entry, const HeldLease* lease) {
    const bool outside = entry.outside.value_or(false);
    if (volume.isUnits())
        return mayGive(lease, entry.number, entry.date, outside);
    return outside ? base::fail(QStringLiteral("book.number-kit")) : followsNumber(volume, entry.number, entry.date.year());
}

/// A slip takes its row, and says on paper which one.
base::Outcome followsSlip(const Volume& series, const EntryReference& slip, const Event& event, const HeldLease* lease) {
    const QDate day = base::toVietnamTime(event.at).date();
    const auto row =
        series.isUnits() ? mayGive(lease, slip.number, day, lease && lease->use == LeaseUse::Kit) : followsNumber(series, slip.number, day.year());
    if (!row)
        return row;
    if (const QString* printed = slipNumberOf(event.body); printed && !isNumberOf(*printed, series, slip.number))
        return base::fail(QStringLiteral("book.wrong-label"), {{QStringLiteral("expected"), series.slipLabel(slip.number)}});
    return base::done();
}

/// A series has no end of the year that anybody states: closed, it would give no more numbers.
base::Outcome followsClosing(const Volume& volume, const VolumeClosed& closed) {
    if (isSlipSeries(volume.symbol))
        return base::fail(QStringLiteral("book.wrong-kind"));
    // Rows that other desks spoiled may not have come to the volume's station before it closed; it cannot know of more than there are.
    return closed.total == volume.total() && closed.spoiled <= volume.spoiled ? base::done() : base::fail(QStringLiteral("book.wrong-total"));
}

/// A desk that holds the dossier may not have heard yet that the volume was closed; its record must not be stuck for that.
base::Outcome followsSpoiling(const Volume& volume, const EntrySpoiled& body, bool own) {
    if (own && volume.closed)
        return base::fail(QStringLiteral("book.closed"));
    if (body.number < volume.firstNumber || body.number > volume.lastNumber)
        return base::fail(QStringLiteral("book.no-such-entry"), {{QStringLiteral("number"), QString::number(body.number)}});
    return base::done();
}

}

bool rules::stateAllows(const Dossier& dossier, const EventBody& body) {
    return std::visit(
        [&](const auto& event) {
            constexpr States allowed = from<std::decay_t<decltype(event)>>;
            return (allowed & in(dossier.state)) != 0 && fits(dossier, event);
        },
        body);
}

base::Outcome admissible(const Dossier& dossier, const Event& event) {
    if (!isAboutDossier(event.body) && !std::holds_alternative<UnreadRecord>(event.body))
        return event.dossierVersion == 0 ? base::done() : base::fail(QStringLiteral("event.version-conflict"));
    const bool changes = changesDossier(event.body);
    const qint64 expected = changes ? dossier.version + 1 : 0;
    if (event.dossierVersion != expected || (!dossier.id.isNull() && dossier.id != event.dossier))
        return base::fail(QStringLiteral("event.version-conflict"), {{QStringLiteral("expected"), QString::number(expected)}});
    if (changes && dossier.version > 0 && dossier.holder != event.station)
        return base::fail(QStringLiteral("event.not-holder"), {{QStringLiteral("holder"), dossier.holder.toString()}});
    if ((changes && dossier.closed) || !rules::stateAllows(dossier, event.body))
        return wrongState(dossier);
    return base::done();
}

base::Outcome follows(const Volume& volume, const Event& event, const HeldLease* lease) {
    const VolumeId id = volumeOf(event.body);
    if (id.isNull() || id != volume.id)
        return base::done();
    if (lease && (lease->volume != volume.id || lease->holder != event.station))
        lease = nullptr;
    if (isAboutNumbers(event.body))
        return volume.isUnits() ? base::done() : base::fail(QStringLiteral("book.wrong-kind"));
    const bool own = volume.station == event.station;
    if (const auto* spoiled = std::get_if<EntrySpoiled>(&event.body))
        return followsSpoiling(volume, *spoiled, own);
    if (!own && !volume.isUnits())
        return base::fail(QStringLiteral("book.wrong-station"));
    // One that was written off stands on a paper after all, whenever that is heard: nobody else was given it.
    const bool isLate = lease && holds(lease->off, takenNumber(event.body).second);
    if (volume.closed && !isLate)
        return base::fail(QStringLiteral("book.closed"));
    if (const auto* registered = std::get_if<EntryRegistered>(&event.body))
        return followsRow(volume, registered->entry, lease);
    if (const EntryReference* slip = slipOf(event.body))
        return followsSlip(volume, *slip, event, lease);
    return followsClosing(volume, std::get<VolumeClosed>(event.body));
}

}
