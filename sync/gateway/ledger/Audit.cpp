#include "sync/gateway/ledger/Audit.h"

#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/RecordRow.h"
#include "sync/protocol/Digest.h"

#include <QHash>

#include <map>
#include <set>

namespace motcua::gateway {

namespace {

constexpr qsizetype mostFaults = 100;

/// One look through everything; made, run and thrown away.
class Auditor {
public:
    Auditor(sqlite::Connection& connection, const Blobs& blobs) : m_connection(connection), m_blobs(blobs) {}

    base::Result<AuditReport> run() {
        for (const auto step : {&Auditor::chains, &Auditor::heads, &Auditor::books, &Auditor::blobs})
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
    void look(const protocol::Record& record, const QByteArray& storedHash);
    void follow(const protocol::RecordHeader& header, domain::EventBody body);
    void fault(qint64& count, const QString& line);

    sqlite::Connection& m_connection;
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
    auto query = m_connection.prepare(recordColumns + QByteArray(" ORDER BY r.cursor"));
    return query.each([&] { look(recordOf(query), query.bytes(recordHashColumn)); });
}

void Auditor::look(const protocol::Record& record, const QByteArray& storedHash) {
    ++m_report.events;
    const QString place = QStringLiteral("station %1 record %2").arg(record.header.station.toString(QUuid::WithoutBraces)).arg(record.header.seq);
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
    const auto [volume, number] = domain::takenNumber(body);
    if (number > 0 && !m_numbers[volume.value()].insert(number).second)
        fault(m_report.doubled, QStringLiteral("volume %1 number %2 taken twice").arg(volume.toString()).arg(number));
    if (header.dossier.isNull())
        return;
    domain::Dossier& dossier = m_dossiers[header.dossier];
    const domain::Event event{std::move(body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
    if (const auto admitted = domain::admissible(dossier, event); !admitted)
        fault(header.dossierVersion > 0 && header.dossierVersion <= dossier.version ? m_report.doubled : m_report.lost,
            QStringLiteral("dossier %1 version %2: %3").arg(event.dossier.toString()).arg(header.dossierVersion).arg(admitted.error().code));
    dossier = domain::evolve(std::move(dossier), event);
}

base::Outcome Auditor::heads() {
    auto query = m_connection.prepare("SELECT id, seq, head FROM stations");
    return query.each([&] {
        const Chain chain = m_chains.value(query.uuid(0));
        if (chain.seq != query.integer(1) || chain.head != query.bytes(2))
            fault(m_report.lost, QStringLiteral("station %1: mark %2, records to %3")
                                     .arg(query.uuid(0).toString(QUuid::WithoutBraces))
                                     .arg(query.integer(1))
                                     .arg(chain.seq));
    });
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
    auto query = m_connection.prepare("SELECT DISTINCT hash FROM blobs");
    return query.each([&] {
        const QByteArray hash = query.bytes(0);
        if (protocol::Digest::ofFile(m_blobs.pathOf(hash)) != hash)
            fault(m_report.lost, QStringLiteral("blob %1 missing or altered").arg(QString::fromLatin1(hash.toHex())));
    });
}

}

base::Result<AuditReport> audit(Database& database, const Blobs& blobs) {
    const Session session = database.reader();
    return Auditor(*session, blobs).run();
}

}
