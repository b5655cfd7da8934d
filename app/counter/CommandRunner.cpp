#include "app/counter/CommandRunner.h"

#include "app/base/Logging.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Replay.h"
#include "app/domain/SignedActs.h"

namespace motcua::counter {

using domain::Command;
using domain::Dossier;
using domain::DossierId;
using domain::Event;

namespace {

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
    return carryOut(m_desk.account(), dossier, commands, draft);
}

base::Result<Carried> CommandRunner::runUnattended(DossierId dossier, const domain::Release& command) {
    return carryOut({}, dossier, {command}, {});
}

void CommandRunner::doWhatWaits(DossierId dossier) const {
    if (m_before)
        m_before(dossier);
}

base::Result<Carried> CommandRunner::carryOut(
    const domain::Account& actor, DossierId dossier, const std::vector<Command>& commands, domain::DraftId draft) {
    doWhatWaits(dossier);
    constexpr int attempts = 2;
    for (int attempt = 1;; ++attempt) {
        if (const auto ready = catchUp(); !ready)
            return base::fail(ready.error());
        auto carried = decide(actor, dossier, commands);
        if (!carried)
            return carried;
        const auto appended = draft.isNull() ? m_ports.journal.append(carried->events) : m_ports.journal.appendAndDropDraft(carried->events, draft);
        if (appended) {
            settle(carried->events);
            return carried;
        }
        if (attempt == attempts || !isCollision(appended.error()))
            return base::fail(appended.error());
        m_behind = true;
    }
}

base::Result<Event> CommandRunner::closing(domain::VolumeId volume, const QString& reason) const {
    const auto open = m_ports.archive.volume(volume);
    if (!open)
        return base::fail(open.error());
    const domain::Context context = contextFor(m_desk.account(), &*open, 0);
    auto closing = domain::decideClosing(*open, context, reason);
    if (!closing)
        return base::fail(closing.error());
    Event event{std::move(*closing), {}, 0, context.station, context.actor.id, context.now};
    if (const auto may = readable({event}).and_then([&](base::Done) { return signable({event}); }); !may)
        return base::fail(may.error());
    return event;
}

base::Outcome CommandRunner::checkClosing(domain::VolumeId volume) const {
    const auto event = closing(volume, {});
    return event ? base::done() : base::Outcome(base::fail(event.error()));
}

base::Outcome CommandRunner::closeVolume(domain::VolumeId volume, const QString& reason, domain::DraftId draft) {
    if (const auto may = mayRecord(); !may)
        return may;
    doWhatWaits();
    if (const auto ready = catchUp(); !ready)
        return ready;
    const auto event = closing(volume, reason);
    if (!event)
        return base::fail(event.error());
    const std::vector<Event> events{*event};
    const auto appended = draft.isNull() ? m_ports.journal.append(events) : m_ports.journal.appendAndDropDraft(events, draft);
    if (!appended)
        return base::fail(appended.error());
    settle(events);
    return base::done();
}

base::Outcome CommandRunner::check(DossierId dossier, const std::vector<Command>& commands) const {
    const auto carried = decide(m_desk.account(), dossier, commands);
    if (!carried)
        return base::fail(carried.error());
    return base::done();
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

base::Result<Carried> CommandRunner::decide(const domain::Account& actor, DossierId id, const std::vector<Command>& commands) const {
    auto dossier = replay(id);
    if (!dossier)
        return base::fail(dossier.error());
    const auto lastSerial = m_ports.archive.lastSerial(m_desk.today());
    if (!lastSerial)
        return base::fail(lastSerial.error());
    Carried carried{{}, std::move(*dossier)};
    for (const Command& command : commands) {
        const auto volume = volumeFor(carried.dossier, command);
        if (!volume)
            return base::fail(volume.error());
        const auto slips = slipsFor(command);
        if (!slips)
            return base::fail(slips.error());
        const auto entryVolume = entryVolumeFor(command);
        if (!entryVolume)
            return base::fail(entryVolume.error());
        domain::Context context = contextFor(actor, *volume ? &**volume : nullptr, *lastSerial);
        context.entryVolume = *entryVolume ? &**entryVolume : nullptr;
        context.job = jobFor(carried.dossier, command);
        context.slips = *slips ? &**slips : nullptr;
        auto bodies = domain::decide(carried.dossier, command, context);
        if (!bodies)
            return base::fail(bodies.error());
        for (domain::EventBody& body : *bodies) {
            const qint64 version = domain::changesDossier(body) ? carried.dossier.version + 1 : 0;
            carried.events.push_back({std::move(body), id, version, context.station, context.actor.id, context.now});
            carried.dossier = domain::evolve(std::move(carried.dossier), carried.events.back());
        }
    }
    if (const auto may = readable(carried.events).and_then([&](base::Done) { return signable(carried.events); }); !may)
        return base::fail(may.error());
    return carried;
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

base::Result<std::optional<domain::Volume>> CommandRunner::volumeFor(const Dossier& dossier, const Command& command) const {
    const bool takesNumber = std::holds_alternative<domain::Approve>(command) || std::holds_alternative<domain::Spoil>(command);
    if (!takesNumber || !dossier.job.owesNumber())
        return std::optional<domain::Volume>();
    return openVolume(dossier.job.book);
}

base::Result<std::optional<domain::Volume>> CommandRunner::slipsFor(const Command& command) const {
    if (std::holds_alternative<domain::Refuse>(command))
        return openVolume(QLatin1String(domain::series::refusal));
    if (std::holds_alternative<domain::AskSupplement>(command))
        return openVolume(QLatin1String(domain::series::supplement));
    if (std::holds_alternative<domain::CollectFee>(command))
        return openVolume(QLatin1String(domain::series::fee));
    return std::optional<domain::Volume>();
}

base::Result<std::optional<domain::Volume>> CommandRunner::openVolume(const QString& symbol) const {
    const auto volumes = m_ports.archive.volumes();
    if (!volumes)
        return base::fail(volumes.error());
    std::optional<domain::Volume> found;
    const int year = m_desk.today().year();
    for (const domain::Volume& volume : *volumes) {
        const bool fits = volume.station == m_desk.station() && volume.symbol == symbol && volume.year == year && !volume.closed;
        if (fits && (!found || volume.ordinal > found->ordinal))
            found = volume;
    }
    return found;
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

void CommandRunner::settle(const std::vector<Event>& events) {
    if (const auto applied = m_ports.projection.apply(events); !applied) {
        qCWarning(base::lcCounter).noquote() << "read model lags:" << applied.error().toLogLine();
        m_behind = true;
    }
    m_ports.sync.wake();
    emit appended(events);
}

}
