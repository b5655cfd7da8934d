#include "sync/gateway/ledger/Audit.h"

#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Moments.h"
#include "app/domain/numbers/RunProof.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/ledger/SignedHead.h"
#include "sync/gateway/publish/CarryOver.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FaultTable.h"
#include "sync/gateway/store/HeadTable.h"
#include "sync/gateway/store/LeaseTable.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/RowTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>

namespace motcua::gateway {

namespace {

constexpr qsizetype mostLines = 100;

QString placeOf(const QUuid& station, qint64 seq) {
    return QStringLiteral("station %1 record %2").arg(station.toString(QUuid::WithoutBraces)).arg(seq);
}

const char* wordsFor(domain::RunFault::Kind kind) {
    switch (kind) {
    case domain::RunFault::Kind::Gap:
        return "missing";
    case domain::RunFault::Kind::Doubled:
        return "held twice";
    case domain::RunFault::Kind::Unleased:
        return "taken by nobody's lease";
    case domain::RunFault::Kind::LeftOpen:
        return "open in a closed volume";
    case domain::RunFault::Kind::WrongStart:
        return "begins where numbers were given before, or not where the volume before it ends";
    }
    return "";
}

qint64 AuditReport::*countOf(domain::RunFault::Kind kind) {
    switch (kind) {
    case domain::RunFault::Kind::Gap:
    case domain::RunFault::Kind::LeftOpen:
        return &AuditReport::gaps;
    case domain::RunFault::Kind::Doubled:
    case domain::RunFault::Kind::WrongStart:
        return &AuditReport::doubled;
    case domain::RunFault::Kind::Unleased:
        return &AuditReport::lost;
    }
    return &AuditReport::lost;
}

/// One look through everything; made, run and thrown away.
class Auditor {
public:
    Auditor(const Tables& tables, const Blobs& blobs) : m_tables(tables), m_blobs(blobs) {}

    base::Result<AuditReport> run() {
        for (const auto step :
            {&Auditor::rows, &Auditor::irregular, &Auditor::chains, &Auditor::heads, &Auditor::signedHeads, &Auditor::books, &Auditor::blobs}) {
            m_listed = 0;
            if (auto done = (this->*step)(); !done)
                return base::fail(done.error());
        }
        return m_report;
    }

private:
    struct Chain {
        qint64 seq = 0;
        QByteArray head = QByteArray(32, '\0');
    };

    /// What was put or changed without the key of the data.
    base::Outcome rows();
    base::Outcome chains();
    base::Outcome heads();
    /// What stations signed is what is held.
    base::Outcome signedHeads();
    base::Outcome books();
    /// A unit's book of a year is one run.
    base::Outcome proveRun(const RunKey& key);
    base::Outcome blobs();
    base::Outcome irregular();
    void look(const HeldRecord& held, const QByteArray& storedHash);
    void takeNumber(const QUuid& volume, int number);
    void follow(const HeldRecord& held, const domain::Event& event);
    void fault(qint64& count, const QString& line);

    const Tables& m_tables;
    const Blobs& m_blobs;
    AuditReport m_report;
    qsizetype m_listed = 0;   ///< faults of this step
    QSet<qint64> m_irregular; ///< cursors
    QHash<QUuid, Chain> m_chains;
    QHash<QUuid, domain::Dossier> m_dossiers;
    std::map<QUuid, std::set<int>> m_numbers;
    QSet<QUuid> m_ofRuns; ///< volumes
};

void Auditor::fault(qint64& count, const QString& line) {
    ++count;
    if (m_listed++ < mostLines)
        m_report.faults << line;
}

base::Outcome Auditor::rows() {
    return m_tables.rows().faults(RowTable::Scope::All, static_cast<int>(mostLines)).map([&](const QStringList& lines) {
        for (const QString& line : lines)
            fault(m_report.lost, line);
        return base::Done();
    });
}

base::Outcome Auditor::chains() {
    // In the order of acceptance: a dossier's events are then in the order in which they were admissible.
    return m_tables.records().each([&](const HeldRecord& held, const QByteArray& storedHash) {
        look(held, storedHash);
        return base::done();
    });
}

void Auditor::look(const HeldRecord& held, const QByteArray& storedHash) {
    const protocol::Record& record = held.record;
    ++m_report.events;
    const QString place = placeOf(record.header.station, record.header.seq);
    Chain& chain = m_chains[record.header.station];
    if (record.header.seq != chain.seq + 1)
        fault(m_report.lost, place + QStringLiteral(": out of sequence after %1").arg(chain.seq));
    else if (record.header.previous != chain.head)
        fault(m_report.lost, place + QStringLiteral(": broken chain"));
    const QByteArray hash = protocol::hashOf(record.header);
    if (hash != storedHash || protocol::payloadDigestOf(record.salt, record.payload) != record.header.payloadDigest)
        fault(m_report.lost, place + QStringLiteral(": altered"));
    chain = {record.header.seq, hash};
    m_report.waiting += held.waits == Waits::Unread || held.waits == Waits::Behind ? 1 : 0;
    if (held.waits == Waits::Unread && m_report.unread.size() < mostLines)
        m_report.unread << place + QStringLiteral(": %1, %2 of version %3")
                                       .arg(record.header.dossier.isNull()
                                                ? QStringLiteral("no dossier")
                                                : QStringLiteral("dossier ") + record.header.dossier.toString(QUuid::WithoutBraces),
                                           QString::fromLatin1(record.header.kind))
                                       .arg(record.header.version);
    if (isRefused(held.waits))
        return takeNumber(held.waits == Waits::Spoilt ? record.header.volume : QUuid(), record.header.number);
    const domain::Event event = eventOf(held);
    if (held.waits == Waits::No && isUnread(event))
        fault(m_report.lost, place + QStringLiteral(": cannot be read"));
    follow(held, event);
}

void Auditor::takeNumber(const QUuid& volume, int number) {
    if (!volume.isNull() && number > 0 && !m_numbers[volume].insert(number).second)
        fault(m_report.doubled, QStringLiteral("volume %1 number %2 taken twice").arg(volume.toString(QUuid::WithoutBraces)).arg(number));
}

void Auditor::follow(const HeldRecord& held, const domain::Event& event) {
    const protocol::RecordHeader& header = held.record.header;
    const auto [volume, number] = isUnread(event) ? std::pair(domain::VolumeId(header.volume), header.number) : domain::takenNumber(event.body);
    takeNumber(volume.value(), number);
    if (header.dossier.isNull())
        return;
    domain::Dossier& dossier = m_dossiers[header.dossier];
    const bool unjudged = isUnread(event) || dossier.unread > 0 || m_irregular.contains(held.cursor);
    const bool outOfOrder = header.dossierVersion > 0 && header.dossierVersion != dossier.version + 1;
    const auto admitted = !unjudged || outOfOrder ? domain::admissible(dossier, event) : base::done();
    if (!admitted)
        fault(header.dossierVersion > 0 && header.dossierVersion <= dossier.version ? m_report.doubled : m_report.lost,
            QStringLiteral("dossier %1 version %2: %3").arg(event.dossier.toString()).arg(header.dossierVersion).arg(admitted.error().code));
    dossier = domain::evolve(std::move(dossier), event);
}

base::Outcome Auditor::heads() {
    const auto units = m_tables.units().all();
    if (!units)
        return base::fail(units.error());
    for (const UnitRow& unit : *units) {
        const auto stations = m_tables.stations().ofUnit(unit.key);
        if (!stations)
            return base::fail(stations.error());
        for (const StationRow& station : *stations) {
            const Chain chain = m_chains.value(station.peer.id);
            if (chain.seq != station.chain.seq || chain.head != station.chain.head)
                fault(m_report.lost, QStringLiteral("station %1: mark %2, records to %3")
                                         .arg(station.peer.id.toString(QUuid::WithoutBraces))
                                         .arg(station.chain.seq)
                                         .arg(chain.seq));
        }
    }
    return base::done();
}

base::Outcome Auditor::signedHeads() {
    const auto units = m_tables.units().all();
    const auto heads = units ? m_tables.heads().all() : base::fail(units.error());
    if (!heads)
        return base::fail(heads.error());
    QHash<qint64, StationRow> known;
    for (const UnitRow& unit : *units) {
        const auto stations = m_tables.stations().ofUnit(unit.key);
        if (!stations)
            return base::fail(stations.error());
        for (const StationRow& station : *stations)
            known.insert(station.peer.key, station);
    }
    for (const HeadRow& head : *heads) {
        const StationRow station = known.value(head.station);
        const auto held = m_tables.records().hashOf(head.station, head.seq);
        if (!held)
            return base::fail(held.error());
        if (*held != head.head || !SignedHead::isSignedBy(station.certificate, station.peer.id, {head.seq, head.head}, head.signature))
            fault(m_report.lost, placeOf(station.peer.id, head.seq) + QStringLiteral(": not what the station signed"));
    }
    return base::done();
}

base::Outcome Auditor::books() {
    const auto runs = m_tables.leases().runs();
    if (!runs)
        return base::fail(runs.error());
    for (const RunRow& row : *runs)
        if (auto proved = proveRun(row.key); !proved)
            return proved;
    for (const auto& [volume, numbers] : m_numbers) {
        if (m_ofRuns.contains(volume))
            continue;
        int expected = *numbers.begin();
        for (const int number : numbers) {
            for (; expected < number; ++expected)
                fault(m_report.gaps, QStringLiteral("volume %1 lacks number %2").arg(volume.toString(QUuid::WithoutBraces)).arg(expected));
            ++expected;
        }
    }
    return base::done();
}

base::Outcome Auditor::proveRun(const RunKey& key) {
    const auto volumes = m_tables.books().volumesOfRuns(key.unit);
    const auto first = volumes ? firstAfterDesks(m_tables, key.unit, key.symbol, key.year) : base::fail(volumes.error());
    if (!first)
        return base::fail(first.error());
    domain::RunFacts facts;
    facts.before = *first - 1;
    for (const domain::Volume& volume : *volumes) {
        if (volume.symbol != key.symbol || volume.year != key.year)
            continue;
        const auto leases = m_tables.leases().ofVolume(volume.id, false);
        const auto off = leases ? m_tables.leases().writtenOff(volume.id) : base::fail(leases.error());
        if (!off)
            return base::fail(off.error());
        facts.volumes.push_back(domain::numbersOf(volume));
        facts.leases.insert(facts.leases.end(), leases->begin(), leases->end());
        facts.off.insert(facts.off.end(), off->begin(), off->end());
        m_ofRuns.insert(volume.id.value());
        if (const auto taken = m_numbers.find(volume.id.value()); taken != m_numbers.end())
            facts.taken.emplace(volume.id, taken->second);
    }
    const domain::RunProof proof = domain::provesOneRun(facts);
    m_report.open += proof.open;
    m_report.writtenOff += proof.writtenOff;
    for (const domain::RunFault& each : proof.faults)
        fault(m_report.*countOf(each.kind),
            QStringLiteral("%1 of %2, number %3: %4").arg(key.symbol).arg(key.year).arg(each.number).arg(QLatin1String(wordsFor(each.kind))));
    return base::done();
}

base::Outcome Auditor::blobs() {
    return m_tables.blobs().each([&](const QByteArray& hash) {
        if (!m_blobs.isSound(hash))
            fault(m_report.lost, QStringLiteral("blob %1 missing or altered").arg(QString::fromLatin1(hash.toHex())));
    });
}

base::Outcome Auditor::irregular() {
    return m_tables.faults().all().map([&](const std::vector<FaultRow>& rows) {
        for (const FaultRow& row : rows) {
            if (!domain::isClockDoubt(row.code))
                m_irregular.insert(row.record);
            fault(row.isRefused ? m_report.refused : m_report.irregular,
                QStringLiteral("%1: %2, %3 %4")
                    .arg(placeOf(row.station, row.seq), row.isRefused ? QStringLiteral("refused") : QStringLiteral("irregular"), row.code, row.field)
                    .trimmed());
        }
        return base::Done();
    });
}

}

base::Result<AuditReport> audit(const PlatformStore& store, const Blobs& blobs) {
    return store.read([&](const Tables& tables) { return Auditor(tables, blobs).run(); });
}

}
