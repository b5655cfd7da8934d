#pragma once

#include "app/domain/EventCodec.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Record.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <vector>

namespace motcua::test {

/// Makes a station's records as its journal would: numbered, chained, digested. A value: a copy goes its own way.
class RecordChain {
public:
    explicit RecordChain(const QUuid& station) : m_station(station) {}

    /// `event.station` is filled here, and `event.at` when it is not valid. `number`: of a record whose kind nobody here knows; else
    /// what the event takes.
    protocol::Record add(domain::Event event, std::pair<domain::VolumeId, int> number = {});
    qint64 seq() const { return m_seq; }
    QByteArray head() const { return m_head; }

private:
    QUuid m_station;
    qint64 m_seq = 0;
    QByteArray m_head = QByteArray(32, '\0');
};

/// A dossier's code as a desk gives it today: "H49.30-261130-0001".
QString todaysCode(int serial, const QString& unit = QStringLiteral("H49.30"));

/// A procedure as the catalogue has it by which the gateway is founded.
domain::ProcedureVersion procedureOf(const QString& code);

/// The row that decide() writes for a dossier as it was received: what a book says is derived.
domain::BookEntry rowOf(const domain::DossierReceived& received, const domain::Volume& volume, int number, const domain::Signer& signer);

/// The records are one act, of whoever has the key.
inline void sign(const protocol::PersonKey& key, std::vector<protocol::Record>& records) {
    std::vector<QByteArray> hashes;
    for (const protocol::Record& record : records)
        hashes.push_back(protocol::hashOf(record.header));
    const auto act = key.sign(records.front().header.station, records.front().header.seq, hashes);
    for (protocol::Record& record : records)
        record.act = act ? std::optional(*act) : std::nullopt;
}

/// A certified-copy dossier's life as events, each admissible after the one before, done by the gateway's training accounts.
struct CopyJob {
    domain::DossierId dossier;
    domain::UserId clerk;
    domain::Account supervisor;
    QString unit;

    /// The gateway outlives it.
    explicit CopyJob(const GatewayProcess& gateway);
    domain::Event received(const QString& code, const QStringList& pages = {}) const;
    domain::Event submitted(qint64 version = 2) const;
    domain::Event approved(qint64 version = 3) const;
    /// In a volume that nobody has, the row has no labels.
    domain::Event registered(domain::VolumeId volume, int number, qint64 version = 4) const;
    domain::Event released(const QUuid& to, qint64 version) const;
    domain::Event note(const QString& text) const;

private:
    domain::Event event(domain::EventBody body, qint64 version) const;
    domain::Signer signer() const;

    const GatewayProcess& m_gateway;
};

}
