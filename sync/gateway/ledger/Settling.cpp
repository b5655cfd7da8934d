#include "sync/gateway/ledger/Settling.h"

#include "app/domain/Decide.h"
#include "app/domain/EventBlobs.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/RecordTable.h"

#include <QHash>
#include <QSet>

namespace motcua::gateway {

namespace {

base::Result<domain::Event> read(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    return domain::decodeBody(header.kind, header.version, record.payload, header.dossierVersion > 0).map([&](domain::EventBody body) {
        return eventOf(header, std::move(body));
    });
}

bool isUnread(const domain::Event& event) {
    return std::holds_alternative<domain::UnreadRecord>(event.body);
}

/// One look through all that waits, in one transaction; made, run and thrown away.
class Settler {
public:
    explicit Settler(Tables& tables) : m_tables(tables) {}

    base::Result<Settled> run() {
        const auto waiting = m_tables.records().waiting();
        if (!waiting)
            return base::fail(waiting.error());
        for (const WaitingRecord& each : *waiting)
            if (auto done = look(each); !done)
                return base::fail(done.error());
        for (auto it = m_units.cbegin(); it != m_units.cend(); ++it)
            if (auto done = bringUp(domain::DossierId(it.key()), it.value()); !done)
                return base::fail(done.error());
        return m_settled;
    }

private:
    base::Outcome look(const WaitingRecord& waiting);
    base::Outcome writeInBook(const domain::Event& event, qint64 unit);
    base::Outcome bringUp(domain::DossierId dossier, qint64 unit);
    base::Outcome judge(const domain::Dossier& dossier, const domain::Event& event, qint64 unit);
    void fault(const domain::Event& event, const QString& code) {
        m_settled.faults << QStringLiteral("dossier %1 version %2: %3").arg(event.dossier.toString()).arg(event.dossierVersion).arg(code);
    }

    Tables& m_tables;
    Settled m_settled;
    QSet<QUuid> m_stuck;          ///< dossiers with a record that this program cannot read either
    QHash<QUuid, qint64> m_units; ///< of the dossiers that go on
};

base::Outcome Settler::look(const WaitingRecord& waiting) {
    const QUuid dossier = waiting.record.header.dossier;
    const auto event = read(waiting.record);
    if (!event || isUnread(*event) || m_stuck.contains(dossier)) {
        ++m_settled.waiting;
        if (!dossier.isNull())
            m_stuck.insert(dossier);
        return base::done();
    }
    ++m_settled.judged;
    if (!dossier.isNull())
        m_units.insert(dossier, waiting.unit);
    const base::Outcome written = waiting.waits == Waits::Unread ? writeInBook(*event, waiting.unit) : base::done();
    return written.and_then([&](base::Done) { return m_tables.records().setJudged(waiting.cursor); });
}

/// What the header did not tell when the record came: a number that it takes was written down then.
base::Outcome Settler::writeInBook(const domain::Event& event, qint64 unit) {
    const domain::VolumeId id = domain::volumeOf(event.body);
    if (id.isNull() || std::holds_alternative<domain::EntryRegistered>(event.body))
        return base::done();
    const auto volume = m_tables.books().lockVolume(id, unit);
    if (!volume || !*volume) {
        if (volume)
            fault(event, QStringLiteral("book.unknown-volume"));
        return volume ? base::done() : base::fail(volume.error());
    }
    if (const auto follows = domain::follows(**volume, event); !follows)
        fault(event, follows.error().code);
    if (const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body))
        if (auto done = m_tables.books().spoilEntry(id, spoiled->number); !done)
            return done;
    return m_tables.books().changeVolume(domain::evolve(**volume, event));
}

base::Outcome Settler::judge(const domain::Dossier& dossier, const domain::Event& event, qint64 unit) {
    if (const auto sound = domain::wellFormed(event.body); !sound)
        fault(event, sound.error().code);
    if (const auto admitted = domain::admissible(dossier, event); !admitted)
        fault(event, admitted.error().code);
    for (const domain::BlobHash& blob : domain::blobsOf(event.body)) {
        const auto held = m_tables.blobs().holds(QByteArray::fromHex(blob.toLatin1()), unit);
        if (!held)
            return base::fail(held.error());
        if (!*held)
            fault(event, QStringLiteral("record.blob-missing"));
    }
    return base::done();
}

base::Outcome Settler::bringUp(domain::DossierId id, qint64 unit) {
    const auto records = m_tables.records().ofDossier(id);
    if (!records)
        return base::fail(records.error());
    domain::Dossier dossier;
    dossier.id = id;
    for (const protocol::Record& record : *records) {
        auto event = read(record);
        if (!event)
            return base::fail(event.error());
        if (dossier.unread == 0 && !isUnread(*event))
            if (auto judged = judge(dossier, *event, unit); !judged)
                return judged;
        dossier = domain::evolve(std::move(dossier), *event);
    }
    const domain::Dossier* const row = &dossier;
    return m_tables.dossiers().write(unit, {&row, 1});
}

}

base::Result<Settled> settleWaiting(PlatformStore& store) {
    const auto waiting = store.read([](const Tables& tables) { return tables.records().waiting(); });
    if (!waiting)
        return base::fail(waiting.error());
    if (waiting->empty())
        return Settled();
    return store.write([](Tables& tables) { return Settler(tables).run(); });
}

}
