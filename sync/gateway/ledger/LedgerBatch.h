#pragma once

#include "app/domain/Decide.h"
#include "sync/gateway/ledger/ActSignatures.h"
#include "sync/gateway/ledger/HeldDossiers.h"
#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/ledger/KnownJobs.h"
#include "sync/gateway/ledger/KnownLists.h"
#include "sync/gateway/ledger/Mandates.h"
#include "sync/gateway/ledger/OnRefusal.h"
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
    base::Result<domain::EventBody> body; ///< well-formed, with plain texts alone, or why it is not
    std::optional<base::Error> unplain;   ///< what the texts were before they were made plain
    ActFound act = ActFound::None;

    QByteArray content; ///< as it will lie in the store; empty: not sealed yet

    static CheckedRecord of(const protocol::Record& record, ActCheck& acts);
};

/// One batch of one station while it is taken in: within one transaction, by one thread.
class LedgerBatch {
public:
    struct Parts {
        Tables& tables; ///< of the transaction
        HeldDossiers& dossiers;
        Mandates& mandates;
        KnownJobs& jobs;
        PersonKeys& keys;
        KnownLists& lists;
    };
    struct Terms {
        qint64 now = 0; ///< UTC milliseconds
        OnRefusal onRefusal = OnRefusal::Stop;
    };
    LedgerBatch(const Parts& parts, const Peer& peer, const Terms& terms) : m_parts(parts), m_peer(peer), m_terms(terms) {}

    /// Reads where the station's chain stands, who may act and what kinds of job there are.
    base::Outcome begin();
    /// Takes `record` in, as it stands or as one of refused(), or says in refusal() why not. An error means that the store failed. What
    /// the record refers to must live until finish().
    base::Result<bool> take(CheckedRecord&& record);
    /// Writes the records and the state that they led to.
    base::Outcome finish();
    /// Call when the transaction is durable.
    void keepDossiers();

    qint64 seq() const { return m_end.seq; }
    QByteArray head() const { return m_end.head; }
    bool hasNew() const { return !m_taken.empty(); }
    const std::optional<protocol::Refusal>& refusal() const { return m_refusal; }
    /// Held, and they do not stand.
    const std::vector<protocol::Refusal>& refused() const { return m_refused; }
    /// Stations that got a word by the feed besides the records.
    const QSet<qint64>& notified() const { return m_notified; }

private:
    static protocol::Refusal refusalOf(qint64 seq, const Objection& objection);
    /// The chain stands still at it.
    bool refuse(const CheckedRecord& checked, const Objection& objection);
    bool refuse(const CheckedRecord& checked, const char* code) { return refuse(checked, Objection{base::Error{QString::fromLatin1(code)}}); }
    /// As the terms are; false: the chain stands still at it.
    base::Result<bool> objectTo(const CheckedRecord& checked, const Objection& objection);
    base::Result<bool> objectTo(const CheckedRecord& checked, const char* code) {
        return objectTo(checked, Objection{base::Error{QString::fromLatin1(code)}});
    }
    base::Outcome keepRefused(const CheckedRecord& checked, const base::Error& why);
    /// Whether the number that its header takes was the next of a volume of its station, or leased to it: it is taken, and spoiled.
    base::Result<bool> spoilNumberOf(const protocol::RecordHeader& header);
    /// False: no lease of the desk has it open.
    base::Result<bool> takeLeased(domain::Volume& book, int number);
    base::Outcome tellStation(const protocol::RecordHeader& header, const protocol::Refusal& refusal);
    base::Result<bool> repeated(const CheckedRecord& checked);
    base::Result<QByteArray> hashOf(qint64 seq) const;
    bool chained(const CheckedRecord& checked);
    /// Tells where the record that was taken last stands in the place of another one of the act before it: whoever signed that did not do half of it.
    base::Outcome followAct(const CheckedRecord& checked);
    /// What is to be looked into about the record that was taken last.
    base::Outcome keepDoubts(const CheckedRecord& checked, const std::vector<base::Error>& doubts);
    base::Result<Judge::Case> caseOf(const CheckedRecord& checked, const domain::Event& event);
    /// All that is asked of it besides its place in the chain and its form.
    Verdict allows(const CheckedRecord& checked, const Judge::Case& one);
    /// Whether it, and what is held about its dossier, can be read by this program.
    Verdict isReadable(const Judge::Case& one) const;
    /// Whose act it is, asked of what may stand otherwise.
    ActSignatures signatures(const Judge::Case& one) const;

    base::Result<domain::Dossier*> dossier(domain::DossierId id);
    base::Result<domain::Volume*> volume(domain::VolumeId id);
    base::Outcome apply(const CheckedRecord& checked, const domain::Event& event);
    base::Outcome keepEntry(const domain::Event& event);
    base::Outcome settleClaim(const domain::Event& event);
    // LedgerNumbers.cpp
    /// Finds the desk's lease of the number that the event takes in a unit's volume; after data were restored the number is taken over first.
    base::Outcome findLease(const domain::Event& event, const domain::Volume* book);
    /// What becomes of leased numbers.
    base::Outcome keepNumbers(const domain::Event& event);
    base::Outcome nameBlobs();
    base::Outcome writeDossiers();
    base::Outcome writeVolumes();

    Parts m_parts;
    Peer m_peer;
    Terms m_terms;
    KnownJobs::Edition m_jobs;
    PersonKeys::Edition m_keys;
    std::optional<Judge> m_judge;
    ChainEnd m_end;                                    ///< of the station's chain, with what was taken
    std::optional<protocol::ActSignature> m_actBefore; ///< of the record there
    std::vector<NewRecord> m_taken;
    std::optional<protocol::Refusal> m_refusal;
    std::vector<protocol::Refusal> m_refused;
    QHash<QUuid, HeldDossiers::Held> m_dossiers;
    QHash<QUuid, domain::Volume> m_volumes;
    std::optional<domain::HeldLease> m_lease; ///< of the number that the record takes which is looked at
    QSet<qint64> m_notified;
};

}
