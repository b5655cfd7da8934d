#pragma once

#include "app/domain/Decide.h"
#include "sync/gateway/ledger/Dossiers.h"
#include "sync/gateway/ledger/Heard.h"
#include "sync/gateway/ledger/Mandates.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/protocol/Messages.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace motcua::gateway {

/// A record with what can be known about it without the database.
struct CheckedRecord {
    const protocol::Record* record = nullptr;
    QByteArray hash;
    bool payloadIntact = false;
    base::Result<domain::EventBody> body; ///< well-formed, or why it is not

    static CheckedRecord of(const protocol::Record& record);
};

/// One batch of one station while it is taken in: within one transaction, by one thread.
class LedgerBatch {
public:
    LedgerBatch(sqlite::Connection& connection, Dossiers& dossiers, Mandates& mandates, const Peer& peer, qint64 now)
        : m_connection(connection), m_known(dossiers), m_mandates(mandates), m_peer(peer), m_now(now) {}

    /// Reads where the station's chain stands and who may act.
    base::Outcome begin();
    /// Takes `record` in, or says in refusal() why not. An error means that the database failed.
    base::Result<bool> take(CheckedRecord record);
    /// Writes the state that the records led to.
    base::Outcome finish();
    /// Call while the connection is still in hand, however the batch went.
    void releaseStatements() { m_insert.reset(); }
    /// Call when the transaction is durable.
    void keepDossiers();

    qint64 seq() const { return m_seq; }
    QByteArray head() const { return m_head; }
    bool hasNew() const { return m_taken > 0; }
    const std::optional<protocol::Refusal>& refusal() const { return m_refusal; }
    /// Stations that got a word by the feed besides the records.
    const QSet<qint64>& notified() const { return m_notified; }

private:
    /// True: go on. False: refused.
    using Verdict = base::Result<bool>;

    bool refuse(const CheckedRecord& checked, const base::Error& why, const QStringList& missingBlobs = {});
    bool refuse(const CheckedRecord& checked, const QString& code) { return refuse(checked, base::Error{code}); }
    Verdict repeated(const CheckedRecord& checked);
    bool chained(const CheckedRecord& checked);
    bool headerFits(const protocol::RecordHeader& header, const domain::EventBody& body) const;
    Verdict allowed(const CheckedRecord& checked, const domain::Event& event);
    bool actorMay(const CheckedRecord& checked, const domain::Event& event);
    Verdict unitFits(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier);
    Verdict blobsHeld(const CheckedRecord& checked, const domain::EventBody& body);
    Verdict volumeAllows(const CheckedRecord& checked, const domain::Event& event);
    Verdict codeFree(const CheckedRecord& checked, const domain::EventBody& body);

    base::Result<domain::Dossier*> dossier(domain::DossierId id);
    base::Result<domain::Volume*> volume(domain::VolumeId id);
    base::Result<bool> isDeskOfUnit(domain::StationId station);
    base::Outcome apply(const CheckedRecord& checked, domain::Event event);
    base::Outcome insertRecord(const CheckedRecord& checked);
    base::Outcome keepEntry(const domain::Event& event);
    base::Outcome settleClaim(const domain::Event& event);
    base::Outcome writeDossiers();
    base::Outcome writeVolumes();

    sqlite::Connection& m_connection;
    Dossiers& m_known;
    Mandates& m_mandates;
    Peer m_peer;
    qint64 m_now;
    QString m_unitCode;
    Heard::Past m_heard;
    qint64 m_seq = 0;
    QByteArray m_head;
    domain::Standing m_standing; ///< of the actor whose event is looked at
    qint64 m_cursor = 0;
    int m_taken = 0;
    std::optional<sqlite::Statement> m_insert;
    std::optional<protocol::Refusal> m_refusal;
    QHash<QUuid, domain::Dossier> m_dossiers;
    QHash<QUuid, domain::Volume> m_volumes;
    QSet<QString> m_codes;
    QSet<qint64> m_notified;
};

}
