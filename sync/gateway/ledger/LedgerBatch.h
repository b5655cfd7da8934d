#pragma once

#include "app/domain/Decide.h"
#include "sync/gateway/ledger/Heard.h"
#include "sync/gateway/ledger/HeldDossiers.h"
#include "sync/gateway/ledger/KnownJobs.h"
#include "sync/gateway/ledger/Mandates.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/Messages.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace motcua::gateway {

/// A record with what can be known about it without the store.
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
    struct Parts {
        Tables& tables; ///< of the transaction
        HeldDossiers& dossiers;
        Mandates& mandates;
        KnownJobs& jobs;
    };
    /// `now`: UTC milliseconds.
    LedgerBatch(const Parts& parts, const Peer& peer, qint64 now) : m_parts(parts), m_peer(peer), m_now(now) {}

    /// Reads where the station's chain stands, who may act and what kinds of job there are.
    base::Outcome begin();
    /// Takes `record` in, or says in refusal() why not. An error means that the store failed. What the record refers to must live
    /// until finish().
    base::Result<bool> take(CheckedRecord record);
    /// Writes the records and the state that they led to.
    base::Outcome finish();
    /// Call when the transaction is durable.
    void keepDossiers();

    qint64 seq() const { return m_end.seq; }
    QByteArray head() const { return m_end.head; }
    bool hasNew() const { return !m_taken.empty(); }
    const std::optional<protocol::Refusal>& refusal() const { return m_refusal; }
    /// Stations that got a word by the feed besides the records.
    const QSet<qint64>& notified() const { return m_notified; }

private:
    /// True: go on. False: refused.
    using Verdict = base::Result<bool>;

    bool refuse(const CheckedRecord& checked, const base::Error& why, const QStringList& missingBlobs = {});
    bool refuse(const CheckedRecord& checked, const QString& code) { return refuse(checked, base::Error{code}); }
    Verdict repeated(const CheckedRecord& checked);
    base::Result<QByteArray> hashOf(qint64 seq) const;
    bool chained(const CheckedRecord& checked);
    bool headerFits(const protocol::RecordHeader& header, const domain::EventBody& body) const;
    /// Whether it, or one about its dossier before it, is of a newer program.
    base::Result<Waits> waitsFor(const domain::Event& event);
    /// Keeps what cannot be judged yet, as far as its header can be checked.
    Verdict takeWaiting(const CheckedRecord& checked, domain::Event event, Waits waits);
    Verdict mayWait(const CheckedRecord& checked, const domain::Event& event);
    Verdict dossierMayWait(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier);
    Verdict numberFits(const CheckedRecord& checked);
    Verdict allowed(const CheckedRecord& checked, const domain::Event& event);
    bool actorMay(const CheckedRecord& checked, const domain::Event& event);
    Verdict unitFits(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier);
    /// What a readable record says beside its dossier: a free code, blobs that are held, a row that its volume takes.
    Verdict contentAllowed(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier);
    Verdict blobsHeld(const CheckedRecord& checked, const domain::EventBody& body);
    Verdict volumeAllows(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier);
    bool jobFits(const CheckedRecord& checked, const domain::EventBody& body);
    Verdict codeFree(const CheckedRecord& checked, const domain::EventBody& body);
    Verdict codeFree(const CheckedRecord& checked, const QString& code);

    base::Result<domain::Dossier*> dossier(domain::DossierId id);
    base::Result<domain::Volume*> volume(domain::VolumeId id);
    base::Result<bool> isDeskOfUnit(domain::StationId station) const;
    base::Outcome apply(const CheckedRecord& checked, domain::Event event);
    base::Outcome keepEntry(const domain::Event& event);
    base::Outcome settleClaim(const domain::Event& event);
    base::Outcome writeDossiers();
    base::Outcome writeVolumes();

    Parts m_parts;
    Peer m_peer;
    qint64 m_now;
    QString m_unitCode;
    Heard::Past m_heard;
    domain::Jobs m_jobs;
    ChainEnd m_end;              ///< of the station's chain, with what was taken
    domain::Standing m_standing; ///< of the actor whose event is looked at
    std::vector<NewRecord> m_taken;
    std::optional<protocol::Refusal> m_refusal;
    QHash<QUuid, HeldDossiers::Held> m_dossiers;
    QHash<QUuid, domain::Volume> m_volumes;
    QSet<QString> m_codes;
    QSet<qint64> m_notified;
};

}
