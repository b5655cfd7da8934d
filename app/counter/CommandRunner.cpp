#include "app/counter/CommandRunner.h"

#include "app/base/Logging.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Replay.h"
#include "app/domain/SignedActs.h"

#include <algorithm>

namespace motcua::counter {

using domain::Command;
using domain::Dossier;
using domain::DossierId;
using domain::Event;

namespace {

base::Result<Carried> onlyOne(base::Result<std::vector<Carried>> all) {
    if (!all)
        return base::fail(all.error());
    return std::move(all->front());
}

std::vector<Event> eventsOf(const std::vector<Carried>& all) {
    std::vector<Event> events;
    for (const Carried& carried : all)
        events.insert(events.end(), carried.events.begin(), carried.events.end());
    return events;
}

/// The number of the slip that was made just before for another paper of the visit; null: none was.
const QString* sharedSlip(const Dossier& dossier, const Command& command, const std::vector<Carried>& before) {
    const auto* collect = std::get_if<domain::CollectFee>(&command);
    if (!collect || collect->slipOf.isNull() || dossier.visit.isNull())
        return nullptr;
    for (const Carried& each : before)
        if (each.dossier.id == collect->slipOf && each.dossier.visit == dossier.visit)
            for (const Event& event : each.events)
                if (const auto* paid = std::get_if<domain::FeeCollected>(&event.body); paid && paid->slipOf.isNull())
                    return &paid->slipNumber;
    return nullptr;
}

bool isCollision(const base::Error& error) {
    return error.code == QLatin1String("journal.version-conflict") || error.code == QLatin1String("journal.number-taken");
}

}

CommandRunner::CommandRunner(const Ports& ports, const Desk& desk, const ClockWatch& clock) : m_ports(ports), m_desk(desk), m_clock(clock) {}

base::Outcome CommandRunner::mayRecord() const {
    if (!m_desk.isOccupied())
        return base::fail(QStringLiteral("desk.nobody"));
    // The journal says no as well; here it is said before somebody has typed.
    for (const domain::ports::FileDoubt& doubt : m_ports.exchange.doubts())
        if (doubt.blocks)
            return base::fail(doubt.why);
    return m_clock.check();
}

base::Result<Carried> CommandRunner::run(DossierId dossier, const Command& command) {
    return run(dossier, std::vector<Command>{command});
}

base::Result<Carried> CommandRunner::run(DossierId dossier, const std::vector<Command>& commands, domain::DraftId draft) {
    if (const auto may = mayRecord(); !may)
        return base::fail(may.error());
    return onlyOne(carryOut(m_desk.account(), {{dossier, commands}}, draft));
}

base::Result<std::vector<Carried>> CommandRunner::runAll(const std::vector<Batch>& batches, domain::DraftId draft) {
    if (const auto may = mayRecord(); !may)
        return base::fail(may.error());
    return carryOut(m_desk.account(), batches, draft);
}

base::Result<Carried> CommandRunner::runUnattended(DossierId dossier, const domain::Release& command) {
    return onlyOne(carryOut({}, {{dossier, {command}}}, {}));
}

void CommandRunner::doWhatWaits(DossierId dossier) const {
    if (m_before)
        m_before(dossier);
}

base::Result<std::vector<Carried>> CommandRunner::carryOut(const domain::Account& actor, const std::vector<Batch>& batches, domain::DraftId draft) {
    for (const Batch& batch : batches)
        doWhatWaits(batch.dossier);
    constexpr int attempts = 2;
    for (int attempt = 1;; ++attempt) {
        if (const auto ready = catchUp(); !ready)
            return base::fail(ready.error());
        auto carried = decide(actor, batches);
        if (!carried)
            return carried;
        const auto recorded = record(eventsOf(*carried), draft);
        if (recorded)
            return carried;
        if (attempt == attempts || !isCollision(recorded.error()))
            return base::fail(recorded.error());
        m_behind = true;
    }
}

std::vector<Event> CommandRunner::returned(const std::vector<domain::NumbersBack>& numbers) const {
    std::vector<Event> events;
    events.reserve(numbers.size());
    for (const domain::NumbersBack& back : numbers)
        events.push_back({domain::NumbersReturned{back.volume, back.ranges}, {}, 0, m_desk.station(), {}, m_desk.now()});
    return events;
}

base::Outcome CommandRunner::giveBack(const std::vector<domain::NumbersBack>& numbers) {
    if (numbers.empty())
        return base::done();
    const std::vector<Event> events = returned(numbers);
    // By a clock that runs ahead their month would be over.
    if (const auto may = m_clock.check().and_then([&](base::Done) { return readable(events); }); !may)
        return may;
    return record(events);
}

base::Result<domain::NumbersInHand> CommandRunner::numbersInHand() const {
    const auto volumes = m_ports.archive.volumes();
    auto leases = volumes ? m_ports.archive.numbers() : base::fail(volumes.error());
    if (!leases)
        return base::fail(leases.error());
    std::vector<domain::NumberVolume> units;
    for (const domain::Volume& volume : *volumes)
        if (volume.isUnits())
            units.push_back(domain::numbersOf(volume));
    return domain::NumbersInHand(m_desk.station(), std::move(units), std::move(*leases), m_desk.settings().orderOfDates.value_or(false));
}

base::Result<std::vector<Event>> CommandRunner::closing(domain::VolumeId volume, const QString& reason) const {
    const auto open = m_ports.archive.volume(volume);
    const auto leases = open ? m_ports.archive.numbers() : base::fail(open.error());
    if (!leases)
        return base::fail(leases.error());
    domain::NumbersBack back{volume, {}};
    for (const domain::HeldLease& lease : *leases)
        if (lease.volume == volume)
            for (const domain::NumberRange& range : lease.open)
                domain::put(back.ranges, range);
    domain::Context context = contextFor(m_desk.account(), &*open, 0);
    context.openNumbers = m_openElsewhere && open->isUnits() ? m_openElsewhere(*open) : 0;
    auto closing = domain::decideClosing(*open, context, reason);
    if (!closing)
        return base::fail(closing.error());
    std::vector<Event> events = returned(back.ranges.empty() ? std::vector<domain::NumbersBack>() : std::vector{std::move(back)});
    events.push_back({std::move(*closing), {}, 0, context.station, context.actor.id, context.now});
    if (const auto may = permitted(events); !may)
        return base::fail(may.error());
    return events;
}

base::Outcome CommandRunner::checkClosing(domain::VolumeId volume) const {
    const auto events = closing(volume, {});
    return events ? base::done() : base::Outcome(base::fail(events.error()));
}

base::Outcome CommandRunner::closeVolume(domain::VolumeId volume, const QString& reason, domain::DraftId draft) {
    if (const auto may = mayRecord(); !may)
        return may;
    doWhatWaits();
    if (const auto ready = catchUp(); !ready)
        return ready;
    const auto events = closing(volume, reason);
    return events ? record(*events, draft) : base::Outcome(base::fail(events.error()));
}

base::Outcome CommandRunner::check(DossierId dossier, const std::vector<Command>& commands) const {
    return checkAll({{dossier, commands}});
}

base::Outcome CommandRunner::checkAll(const std::vector<Batch>& batches) const {
    const auto carried = decide(m_desk.account(), batches);
    return carried ? base::done() : base::Outcome(base::fail(carried.error()));
}

base::Outcome CommandRunner::list(const domain::PersonListed& said) {
    if (const auto may = mayRecord(); !may)
        return may;
    if (const auto ready = catchUp(); !ready)
        return ready;
    const domain::Context context = contextFor(m_desk.account(), nullptr, 0);
    auto listing = domain::decideListing(said, m_ports.archive.personLists().find(said.person.id), context);
    if (!listing)
        return base::fail(listing.error());
    const std::vector<Event> events{{std::move(*listing), {}, 0, context.station, context.actor.id, context.now}};
    const auto may = permitted(events);
    return may ? record(events) : may;
}

base::Result<Dossier> CommandRunner::dossier(DossierId id) const {
    auto replayed = replay(id);
    if (replayed && replayed->version == 0 && replayed->unread == 0)
        return base::fail(QStringLiteral("dossier.unknown"));
    return replayed;
}

base::Result<Dossier> CommandRunner::replay(DossierId id) const {
    const auto history = m_ports.journal.history(id);
    if (!history)
        return base::fail(history.error());
    return domain::replay(id, *history);
}

base::Result<CommandRunner::Course> CommandRunner::begin(const domain::Account& actor) const {
    return m_ports.archive.lastSerial(m_desk.today()).map([&](int last) {
        return Course{last, m_ports.archive.personLists().relativesOf(actor.id)};
    });
}

base::Result<std::vector<Carried>> CommandRunner::decide(const domain::Account& actor, const std::vector<Batch>& batches) const {
    auto course = begin(actor);
    if (!course)
        return base::fail(course.error());
    std::vector<Carried> all;
    all.reserve(batches.size());
    for (size_t i = 0; i < batches.size(); ++i) {
        auto carried = decide(actor, batches[i], *course, all);
        if (!carried && batches.size() > 1)
            carried.error().detail.insert(QStringLiteral("batch"), QString::number(i));
        if (!carried)
            return base::fail(carried.error());
        all.push_back(std::move(*carried));
    }
    if (const auto may = permitted(eventsOf(all)); !may)
        return base::fail(may.error());
    return all;
}

base::Result<Carried> CommandRunner::attempt(const domain::Account& actor, const Batch& batch, Course& course) const {
    Course next = course;
    auto carried = decide(actor, batch, next);
    if (const auto may = carried ? permitted(carried->events) : base::fail(carried.error()); !may)
        return base::fail(may.error());
    course = std::move(next);
    return carried;
}

std::vector<base::Outcome> CommandRunner::outlook(const std::vector<Batch>& batches) const {
    std::vector<base::Outcome> outcomes;
    outcomes.reserve(batches.size());
    auto course = begin(m_desk.account());
    for (const Batch& batch : batches) {
        const auto carried = course ? attempt(m_desk.account(), batch, *course) : base::fail(course.error());
        outcomes.push_back(carried ? base::done() : base::Outcome(base::fail(carried.error())));
    }
    return outcomes;
}

base::Result<Carried> CommandRunner::foresee(const Batch& batch, const std::vector<Batch>& ahead) const {
    auto course = begin(m_desk.account());
    if (!course)
        return base::fail(course.error());
    for (const Batch& each : ahead)
        (void)attempt(m_desk.account(), each, *course);
    return attempt(m_desk.account(), batch, *course);
}

base::Result<Carried> CommandRunner::decide(
    const domain::Account& actor, const Batch& batch, Course& course, const std::vector<Carried>& before) const {
    auto dossier = replay(batch.dossier);
    if (!dossier)
        return base::fail(dossier.error());
    Carried carried{{}, std::move(*dossier)};
    for (const Command& command : batch.commands) {
        const auto book = volumeFor(carried.dossier, command, course);
        if (!book)
            return base::fail(book.error());
        const auto slips = slipsFor(command, course);
        if (!slips)
            return base::fail(slips.error());
        const auto entryVolume = entryVolumeFor(command);
        if (!entryVolume)
            return base::fail(entryVolume.error());
        domain::Context context = contextFor(actor, book->volume ? &*book->volume : nullptr, course.lastSerial);
        context.entryVolume = *entryVolume ? &**entryVolume : nullptr;
        context.job = jobFor(carried.dossier, command);
        context.number = book->number ? &*book->number : nullptr;
        context.slips = slips->volume ? &*slips->volume : nullptr;
        context.slip = slips->number ? &*slips->number : nullptr;
        context.sharedSlip = sharedSlip(carried.dossier, command, before);
        context.relatives = &course.relatives;
        auto bodies = domain::decide(carried.dossier, command, context);
        if (!bodies)
            return base::fail(bodies.error());
        for (domain::EventBody& body : *bodies) {
            const qint64 version = domain::changesDossier(body) ? carried.dossier.version + 1 : 0;
            if (std::holds_alternative<domain::DossierReceived>(body))
                course.lastSerial = std::max(course.lastSerial + 1, context.range.first);
            carried.events.push_back({std::move(body), batch.dossier, version, context.station, context.actor.id, context.now});
            const Event& event = carried.events.back();
            if (course.volumes)
                for (domain::Volume& volume : *course.volumes)
                    volume = domain::evolve(std::move(volume), event);
            carried.dossier = domain::evolve(std::move(carried.dossier), event);
        }
    }
    return carried;
}

base::Outcome CommandRunner::permitted(const std::vector<Event>& events) const {
    return readable(events).and_then([&](base::Done) { return signable(events); });
}

base::Outcome CommandRunner::readable(const std::vector<Event>& events) const {
    const auto reads = m_ports.exchange.readVersions();
    if (!reads)
        return base::fail(reads.error());
    if (reads->platform >= domain::newestRecordVersion)
        return base::done();
    for (const Event& event : events)
        if (domain::encodeBody(event.body).version > reads->platform)
            return base::fail(QStringLiteral("platform.needs-newer-program"), {{QStringLiteral("kind"), QString(domain::kindOf(event.body))}});
    return base::done();
}

bool CommandRunner::isSigned() const {
    return m_desk.isOccupied() && m_ports.journal.signsFor(m_desk.account().id);
}

base::Outcome CommandRunner::signable(const std::vector<Event>& events) const {
    if (!m_desk.settings().signedActs)
        return base::done();
    for (const Event& event : events)
        if (!event.actor.isNull() && !domain::mayGoUnsigned(event.body) && !m_ports.journal.signsFor(event.actor))
            return base::fail(QStringLiteral("access.not-activated"));
    return base::done();
}

domain::Context CommandRunner::contextFor(const domain::Account& actor, const domain::Volume* volume, int lastSerial) const {
    return {m_desk.now(), actor, m_desk.station(), &m_desk.settings(), &m_desk.calendar(), volume, m_ports.archive.codeRange(), lastSerial};
}

base::Result<CommandRunner::Place> CommandRunner::volumeFor(const Dossier& dossier, const Command& command, Course& course) const {
    const bool takesNumber = std::holds_alternative<domain::Approve>(command) || std::holds_alternative<domain::Spoil>(command);
    return takesNumber && dossier.job.owesNumber() ? openVolume(dossier.job.book, course) : base::Result<Place>(Place());
}

base::Result<CommandRunner::Place> CommandRunner::slipsFor(const Command& command, Course& course) const {
    if (std::holds_alternative<domain::Refuse>(command))
        return openVolume(QLatin1String(domain::series::refusal), course);
    if (std::holds_alternative<domain::AskSupplement>(command))
        return openVolume(QLatin1String(domain::series::supplement), course);
    if (const auto* collect = std::get_if<domain::CollectFee>(&command); collect && collect->slipOf.isNull())
        return openVolume(QLatin1String(domain::series::fee), course);
    return Place();
}

base::Result<CommandRunner::Place> CommandRunner::openVolume(const QString& symbol, Course& course) const {
    if (!course.volumes) {
        auto volumes = m_ports.archive.volumes();
        if (!volumes)
            return base::fail(volumes.error());
        course.volumes = std::move(*volumes);
    }
    std::vector<domain::Volume> units;
    Place own;
    const int year = m_desk.today().year();
    for (const domain::Volume& volume : *course.volumes) {
        if (volume.symbol != symbol || volume.year != year || volume.closed)
            continue;
        if (volume.isUnits())
            units.push_back(volume);
        else if (volume.station == m_desk.station() && (!own.volume || volume.ordinal > own.volume->ordinal))
            own.volume = volume;
    }
    return units.empty() ? base::Result<Place>(std::move(own)) : inHand(symbol, units, course);
}

base::Result<CommandRunner::Place> CommandRunner::inHand(const QString& symbol, const std::vector<domain::Volume>& open, Course& course) const {
    if (!course.hand) {
        auto numbers = numbersInHand();
        if (!numbers)
            return base::fail(numbers.error());
        course.hand = std::move(*numbers);
    }
    Place place{open.front(), course.hand->next(symbol, m_desk.now())};
    for (const domain::Volume& volume : open)
        if (place.number ? volume.id == place.number->volume : volume.ordinal > place.volume->ordinal)
            place.volume = volume;
    if (place.number)
        course.hand->take(*place.number);
    return place;
}

const domain::JobKind* CommandRunner::jobFor(const Dossier& dossier, const Command& command) const {
    if (std::holds_alternative<domain::Correct>(command))
        return m_ports.archive.jobs().find(dossier.job.kind, dossier.job.version);
    const auto* receive = std::get_if<domain::Receive>(&command);
    const domain::Procedure* row = receive ? m_ports.archive.catalogue().find(receive->intake.procedure.code) : nullptr;
    if (!row)
        return nullptr;
    const auto kinds = m_ports.archive.jobs().serving(*row, m_desk.today());
    for (const domain::JobKind* kind : kinds)
        if (kind->kind == receive->jobKind)
            return kind;
    return kinds.empty() ? nullptr : kinds.front();
}

base::Result<std::optional<domain::Volume>> CommandRunner::entryVolumeFor(const Command& command) const {
    using Found = std::optional<domain::Volume>;
    const auto* spoil = std::get_if<domain::Spoil>(&command);
    if (!spoil)
        return Found();
    return m_ports.archive.volume(spoil->volume).map([](domain::Volume volume) { return Found(std::move(volume)); });
}

/// The serial and the number come from the read model, so it must not lag behind the journal when it is asked for them.
base::Outcome CommandRunner::catchUp() {
    if (!m_behind)
        return base::done();
    const auto refreshed = m_ports.projection.refresh();
    m_behind = !refreshed;
    return refreshed;
}

base::Outcome CommandRunner::record(const std::vector<Event>& events, domain::DraftId draft) {
    const auto appended = draft.isNull() ? m_ports.journal.append(events) : m_ports.journal.appendAndDropDraft(events, draft);
    if (!appended)
        return base::fail(appended.error());
    settle(events);
    return base::done();
}

void CommandRunner::settle(const std::vector<Event>& events) {
    if (const auto applied = m_ports.projection.apply(events); !applied) {
        qCWarning(base::lcCounter).noquote() << "read model lags:" << applied.error().toLogLine();
        m_behind = true;
    }
    m_ports.sync.wake();
    emit appended(events);
}

}
