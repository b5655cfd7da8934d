#include "sync/gateway/ledger/Audit.h"

#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/FaultTable.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/Digest.h"

#include <QHash>

#include <map>
#include <set>

namespace motcua::gateway {

namespace {

constexpr qsizetype mostFaults = 100;

QString placeOf(const QUuid& station, qint64 seq) {
    return QStringLiteral("station %1 record %2").arg(station.toString(QUuid::WithoutBraces)).arg(seq);
}

/// One look through everything; made, run and thrown away.
class Auditor {
public:
    Auditor(const Tables& tables, const Blobs& blobs) : m_tables(tables), m_blobs(blobs) {}

    base::Result<AuditReport> run() {
        for (const auto step : {&Auditor::chains, &Auditor::heads, &Auditor::books, &Auditor::blobs, &Auditor::irregular})
            if (auto done = (this->*step)(); !done)
                return base::fail(done.error());
        return m_report;
    }

private:
    struct Chain {
        qint64 seq = 0;
        QByteArray head = QByteArray(32, '\0');
    };

    base::Outcome chains();
    base::Outcome heads();
    base::Outcome books();
    base::Outcome blobs();
    base::Outcome irregular();
    void look(const protocol::Record& record, const QByteArray& storedHash);
    void follow(const protocol::RecordHeader& header, domain::EventBody body);
    void fault(qint64& count, const QString& line);

    const Tables& m_tables;
    const Blobs& m_blobs;
    AuditReport m_report;
    QHash<QUuid, Chain> m_chains;
    QHash<QUuid, domain::Dossier> m_dossiers;
    std::map<QUuid, std::set<int>> m_numbers;
};

void Auditor::fault(qint64& count, const QString& line) {
    ++count;
    if (m_report.faults.size() < mostFaults)
        m_report.faults << line;
}

base::Outcome Auditor::chains() {
    // In the order of acceptance: a dossier's events are then in the order in which they were admissible.
    return m_tables.records().each([&](const protocol::Record& record, const QByteArray& storedHash) {
        look(record, storedHash);
        return base::done();
    });
}

void Auditor::look(const protocol::Record& record, const QByteArray& storedHash) {
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
    auto body = domain::decodeBody(record.header.kind, record.header.version, record.payload, record.header.dossierVersion > 0);
    if (body)
        follow(record.header, std::move(*body));
    else
        fault(m_report.lost, place + QLatin1Char(' ') + body.error().code);
}

void Auditor::follow(const protocol::RecordHeader& header, domain::EventBody body) {
    const bool unread = std::holds_alternative<domain::UnreadRecord>(body);
    const auto [volume, number] = unread ? std::pair(domain::VolumeId(header.volume), header.number) : domain::takenNumber(body);
    if (number > 0 && !m_numbers[volume.value()].insert(number).second)
        fault(m_report.doubled, QStringLiteral("volume %1 number %2 taken twice").arg(volume.toString()).arg(number));
    if (header.dossier.isNull()) {
        m_report.waiting += unread ? 1 : 0;
        return;
    }
    domain::Dossier& dossier = m_dossiers[header.dossier];
    const domain::Event event = eventOf(header, std::move(body));
    const bool waits = unread || dossier.unread > 0;
    m_report.waiting += waits ? 1 : 0;
    const qint64 next = dossier.version + 1;
    const auto admitted = !waits || (header.dossierVersion > 0 && header.dossierVersion != next) ? domain::admissible(dossier, event) : base::done();
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

base::Outcome Auditor::books() {
    for (const auto& [volume, numbers] : m_numbers) {
        int expected = *numbers.begin();
        for (const int number : numbers) {
            for (; expected < number; ++expected)
                fault(m_report.gaps, QStringLiteral("volume %1 lacks number %2").arg(volume.toString(QUuid::WithoutBraces)).arg(expected));
            ++expected;
        }
    }
    return base::done();
}

base::Outcome Auditor::blobs() {
    return m_tables.blobs().each([&](const QByteArray& hash) {
        if (protocol::Digest::ofFile(m_blobs.pathOf(hash)) != hash)
            fault(m_report.lost, QStringLiteral("blob %1 missing or altered").arg(QString::fromLatin1(hash.toHex())));
    });
}

base::Outcome Auditor::irregular() {
    return m_tables.faults().first(mostFaults).map([&](const std::vector<FaultRow>& rows) {
        for (const FaultRow& row : rows)
            fault(m_report.irregular, placeOf(row.station, row.seq) + QStringLiteral(": irregular, %1 %2").arg(row.code, row.field).trimmed());
        return base::Done();
    });
}

}

base::Result<AuditReport> audit(const PlatformStore& store, const Blobs& blobs) {
    return store.read([&](const Tables& tables) { return Auditor(tables, blobs).run(); });
}

}
