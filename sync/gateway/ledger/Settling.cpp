#include "sync/gateway/ledger/Settling.h"

#include "app/base/Logging.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventTexts.h"
#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/FaultTable.h"
#include "sync/gateway/store/LeaseTable.h"
#include "sync/gateway/store/StationTable.h"

#include <QSet>

#include <map>
#include <memory>

namespace motcua::gateway {

namespace {

/// Whether the dossier can be what the record says; if not, it is left as it is.
Verdict mayBeFollowed(Judge& judge, const Judge::Case& one) {
    if (const auto sound = domain::wellFormed(one.event.body); !sound)
        return mayNot(sound.error());
    if (!Judge::headerFits(one))
        return mayNot("record.header-mismatch");
    return judge.codeFits(one);
}

/// One look through all that waits, in one transaction; made, run and thrown away.
class Settler {
public:
    Settler(Tables& tables, qint64 now) : m_tables(tables), m_now(now) {}

    base::Result<Settled> run() {
        auto jobs = m_knownJobs.upToNow(m_tables);
        const auto caughtUp = jobs ? m_mandates.catchUp(m_tables) : base::fail(jobs.error());
        const auto waiting = caughtUp ? m_tables.records().waiting() : base::fail(caughtUp.error());
        if (!waiting)
            return base::fail(waiting.error());
        m_jobs = std::move(*jobs);
        for (const HeldRecord& each : *waiting)
            if (auto done = settle(each); !done)
                return base::fail(done.error());
        return m_settled;
    }

private:
    base::Outcome settle(const HeldRecord& waiting);
    base::Outcome bringUp(domain::DossierId dossier, qint64 unit);
    /// `dossier`: as it was before, and after this as it is then.
    base::Outcome follow(const HeldRecord& held, domain::Dossier& dossier);
    base::Result<Waits> lookAgain(const HeldRecord& held, const domain::Dossier& dossier);
    base::Result<Waits> bar(const HeldRecord& garbled, const base::Error& why);
    base::Result<Waits> judge(const HeldRecord& held, const domain::Event& event, const domain::Dossier& dossier);
    base::Result<std::optional<domain::Volume>> volumeBefore(const HeldRecord& held, const domain::Event& event);
    base::Result<std::optional<domain::HeldLease>> leaseBefore(const HeldRecord& held, const domain::Event& event);
    base::Outcome writeInBook(const domain::Event& event, qint64 unit);
    base::Result<Judge*> judgeOf(const QUuid& station);

    Tables& m_tables;
    qint64 m_now;
    Settled m_settled;
    Mandates m_mandates;
    KnownLists m_lists;
    KnownJobs m_knownJobs;
    KnownJobs::Edition m_jobs;
    std::map<QUuid, std::unique_ptr<Judge>> m_judges; ///< by station
    QSet<QUuid> m_broughtUp;
};

base::Outcome Settler::settle(const HeldRecord& waiting) {
    const domain::DossierId about(waiting.record.header.dossier);
    if (about.isNull()) {
        domain::Dossier none;
        return follow(waiting, none);
    }
    if (m_broughtUp.contains(about.value()))
        return base::done();
    m_broughtUp.insert(about.value());
    return bringUp(about, waiting.unit);
}

base::Outcome Settler::bringUp(domain::DossierId id, qint64 unit) {
    const auto records = m_tables.records().ofDossier(id);
    if (!records)
        return base::fail(records.error());
    domain::Dossier dossier;
    dossier.id = id;
    for (const HeldRecord& held : *records)
        if (auto followed = follow(held, dossier); !followed)
            return followed;
    const domain::Dossier* const row = &dossier;
    return m_tables.dossiers().write(unit, {&row, 1});
}

base::Outcome Settler::follow(const HeldRecord& held, domain::Dossier& dossier) {
    const bool waits = held.waits == Waits::Unread || held.waits == Waits::Behind;
    const auto now = waits ? lookAgain(held, dossier) : base::Result<Waits>(held.waits);
    if (!now)
        return base::fail(now.error());
    dossier = domain::evolve(std::move(dossier), eventOf(held.record, *now));
    return base::done();
}

base::Result<Waits> Settler::lookAgain(const HeldRecord& held, const domain::Dossier& dossier) {
    const protocol::RecordHeader& header = held.record.header;
    auto body = domain::decodeBody(header.kind, header.version, held.record.payload, header.dossierVersion > 0);
    if (!body)
        return bar(held, body.error());
    const domain::Event event = eventOf(header, domain::withPlainTexts(std::move(*body)));
    if (isUnread(event) || dossier.unread > 0) {
        ++m_settled.waiting;
        return held.waits;
    }
    const auto becomes = judge(held, event, dossier);
    if (!becomes)
        return becomes;
    if (*becomes == Waits::No && held.waits == Waits::Unread)
        if (auto written = writeInBook(event, held.unit); !written)
            return base::fail(written.error());
    return m_tables.records().setWaits(held.cursor, *becomes).map([&](base::Done) { return *becomes; });
}

/// Of a kind and version that this program reads, and yet not to be read.
base::Result<Waits> Settler::bar(const HeldRecord& garbled, const base::Error& why) {
    ++m_settled.judged;
    ++m_settled.irregular;
    return m_tables.faults()
        .add(garbled.cursor, why, m_now)
        .and_then([&](base::Done) { return m_tables.records().setWaits(garbled.cursor, Waits::Barred); })
        .map([](base::Done) { return Waits::Barred; });
}

/// How the record counts from now on.
base::Result<Waits> Settler::judge(const HeldRecord& held, const domain::Event& event, const domain::Dossier& dossier) {
    ++m_settled.judged;
    const auto desk = judgeOf(held.record.header.station);
    const auto volume = desk ? volumeBefore(held, event) : base::fail(desk.error());
    const auto lease = volume ? leaseBefore(held, event) : base::fail(volume.error());
    if (!lease)
        return base::fail(lease.error());
    const Judge::Case one{held.record.header, event, dossier, *volume ? &**volume : nullptr, held.received, 0, *lease ? &**lease : nullptr};
    const Verdict followable = mayBeFollowed(**desk, one);
    const Verdict verdict = isFine(followable) ? (*desk)->allows(one) : followable;
    if (!verdict)
        return base::fail(verdict.error());
    const std::optional<Objection>& wrong = *verdict;
    if (!wrong) {
        for (const base::Error& doubt : (*desk)->doubts(one))
            if (auto kept = m_tables.faults().add(held.cursor, doubt, m_now); !kept)
                return base::fail(kept.error());
        return Waits::No;
    }
    ++m_settled.irregular;
    qCWarning(base::lcGateway).noquote() << "judged late: station" << held.record.header.station.toString(QUuid::WithoutBraces) << "record"
                                         << held.record.header.seq << wrong->why.toLogLine();
    // What its header did not say has not been done in a book yet, and is not done now that it is known to be wrong.
    const bool barred = *followable || (held.waits == Waits::Unread && !domain::volumeOf(event.body).isNull());
    return m_tables.faults().add(held.cursor, wrong->why, m_now).map([&](base::Done) { return barred ? Waits::Barred : Waits::No; });
}

/// The volume as it was when the record came: a number that its header takes was written down then.
base::Result<std::optional<domain::Volume>> Settler::volumeBefore(const HeldRecord& held, const domain::Event& event) {
    const domain::VolumeId id = domain::volumeOf(event.body);
    if (id.isNull())
        return std::nullopt;
    auto volume = m_tables.books().lockVolume(id, held.unit);
    if (volume && *volume)
        if (const int number = domain::takenNumber(event.body).second; number > 0) {
            (*volume)->lastNumber = number > (*volume)->firstNumber ? number - 1 : 0;
            (*volume)->closed = false;
        }
    return volume;
}

/// The lease as it was then: the number that it takes was open.
base::Result<std::optional<domain::HeldLease>> Settler::leaseBefore(const HeldRecord& held, const domain::Event& event) {
    const auto [volume, number] = domain::takenNumber(event.body);
    if (number <= 0)
        return std::nullopt;
    const domain::StationId station(held.record.header.station);
    return m_tables.leases().covering(volume, station, {number, number}).map([&, id = volume, taken = number](const auto& leases) {
        const domain::HeldLease* const found = domain::leaseOf(leases, id, station, taken);
        std::optional<domain::HeldLease> lease;
        if (found) {
            lease = *found;
            if (lease->isTaken(taken))
                domain::put(lease->open, {taken, taken});
        }
        return lease;
    });
}

/// What the header did not tell when the record came.
base::Outcome Settler::writeInBook(const domain::Event& event, qint64 unit) {
    const domain::VolumeId id = domain::volumeOf(event.body);
    if (id.isNull() || domain::takenNumber(event.body).second > 0)
        return base::done();
    const auto volume = m_tables.books().lockVolume(id, unit);
    if (!volume || !*volume)
        return volume ? base::done() : base::fail(volume.error());
    if (const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body))
        if (auto done = m_tables.books().spoilEntry(id, spoiled->number); !done)
            return done;
    return m_tables.books().changeVolume(domain::evolve(**volume, event));
}

base::Result<Judge*> Settler::judgeOf(const QUuid& station) {
    std::unique_ptr<Judge>& judge = m_judges[station];
    if (judge)
        return judge.get();
    const auto row = m_tables.stations().find(station);
    if (!row || !*row)
        return base::fail(row ? base::Error{QStringLiteral("station.unknown")} : row.error());
    auto desk = Desk::of(m_tables, (*row)->peer);
    const auto lists = desk ? m_lists.upToNow(m_tables, (*row)->peer.unit) : base::fail(desk.error());
    if (!lists)
        return base::fail(lists.error());
    judge = std::make_unique<Judge>(Judge::Parts{m_tables, m_mandates, m_jobs, *lists}, std::move(*desk));
    return judge.get();
}

}

base::Result<Settled> settleWaiting(PlatformStore& store, qint64 now) {
    const auto waiting = store.read([](const Tables& tables) { return tables.records().waiting(); });
    if (!waiting)
        return base::fail(waiting.error());
    if (waiting->empty())
        return Settled();
    return store.write([&](Tables& tables) { return Settler(tables, now).run(); });
}

}
