#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"

#include <vector>

namespace motcua::engine {

/// A blob that the platform may not have yet.
struct PendingBlob {
    QString hash;        ///< SHA-256 of the content, hex
    qint64 bytes = 0;    ///< of the content
    QString upload;      ///< the tus upload's address once created; empty before
    qint64 neededBy = 0; ///< the first unsent record that names it; 0: none does, so it stays on the station
};

/// What the engine needs of the station's journal. Implemented by app/journal; called from the sync thread only, on its own
/// database connection.
class Store {
public:
    virtual ~Store() = default;

    /// The acknowledged mark: records up to it are held by the platform.
    virtual base::Result<qint64> acknowledged() const = 0;
    virtual base::Result<qint64> lastSeq() const = 0;
    /// Opened records after `seq`, in order, at most `limit`.
    virtual base::Result<std::vector<protocol::Record>> records(qint64 afterSeq, int limit) const = 0;
    /// Durable. Errors: "sync.mark-beyond-journal", "sync.mark-forged" (head or signature does not fit).
    virtual base::Outcome acknowledge(const protocol::Mark& mark) = 0;

    /// The province's public key (PEM) for recovery, for a store that does not know it.
    virtual base::Outcome keepRecoveryKey(const QByteArray&) { return base::done(); }
    /// Whether what is here is doubted until the platform has said how far it holds this chain.
    virtual bool isDoubted() const { return false; }
    /// The platform's mark, whose signature was checked, is of the chain that is here: nothing is doubted any more.
    virtual base::Outcome confirmed() { return base::done(); }
    /// It is of another one, or of more than is here: what is here is an older copy. Durable: nothing is recorded until takeBack() has brought what
    /// is missing. After which record the platform's are to be asked for. Errors: "sync.mark-beyond-journal": this store takes none back.
    virtual base::Result<qint64> fellBehind(const protocol::Mark&) { return base::fail(QStringLiteral("sync.mark-beyond-journal")); }
    /// This station's records as the platform gave them, in order and durable. After which one to ask on: the mark's when all is here.
    virtual base::Result<qint64> takeBack(const std::vector<protocol::Record>&, const protocol::Mark& mark) { return mark.seq; }

    /// Those that an unsent record names, the one needed first in front.
    virtual base::Result<std::vector<PendingBlob>> pendingBlobs(int limit) const = 0;
    /// What was put under this hash, authenticated as such. Errors: "blob.missing", "blob.damaged".
    virtual base::Result<QByteArray> readBlob(const QString& hash) const = 0;
    virtual base::Outcome rememberUpload(const QString& hash, const QString& upload) = 0;
    virtual base::Outcome blobHeld(const QString& hash) = 0;
    /// The same for several; in one durable step where the store can.
    virtual base::Outcome blobsHeld(const QStringList& hashes) {
        for (const QString& hash : hashes)
            if (auto held = blobHeld(hash); !held)
                return held;
        return base::done();
    }
    /// Blobs that received records name and this station does not have, the newest record's in front. The engine fetches them;
    /// one that the platform does not hold is asked for again after the next start.
    virtual base::Result<QStringList> wantedBlobs(int limit) const = 0;
    /// Keeps a blob of another station's dossier that the platform sent.
    virtual base::Outcome keepBlob(const QString& hash, const QByteArray& content) = 0;
    virtual bool hasBlob(const QString& hash) const = 0;

    /// Keys of people that were bound here by an account file, and that the platform has not heard of.
    virtual base::Result<std::vector<protocol::ActivationRequest>> pendingActivations() const { return std::vector<protocol::ActivationRequest>(); }
    /// What the platform said to one: its voucher as JSON; empty: it does not take it, and nothing that was signed with that key counts.
    virtual base::Outcome activated(const protocol::ActivationRequest&, const QByteArray&) { return base::done(); }

    /// The newest record version that this station reads.
    virtual int reads() const = 0;
    /// Remembers, durably, what the platform and the unit's oldest desk read.
    virtual base::Outcome heard(const protocol::ReadVersions& reads) = 0;

    /// What the platform is to know before it leases numbers: all that is held here, and how far it has this chain.
    virtual base::Result<protocol::LeaseQuestion> numbersHeld() const { return protocol::LeaseQuestion(); }
    /// Durable before any of it is given. `asked`: the question that it answers.
    virtual base::Outcome numbersTold(const protocol::LeaseQuestion&, const protocol::LeaseAnswer&) { return base::done(); }

    virtual base::Result<qint64> feedCursor() const = 0;
    /// Stores the items (sealed) and moves the cursor in one durable transaction; items at or before the cursor are skipped.
    virtual base::Outcome receive(const std::vector<protocol::FeedItem>& items) = 0;

    /// The needs-you tray: a record that waits to be taken, and one that the platform holds and that never stands.
    virtual base::Outcome refuse(const protocol::Refusal& refusal) = 0;
    virtual base::Outcome refuseForGood(const protocol::Refusal& refusal) = 0;
    virtual base::Outcome clearRefusal(qint64 seq) = 0;
    /// Those that wait.
    virtual base::Result<std::vector<protocol::Refusal>> refusals() const = 0;
    /// How many there are of both.
    virtual base::Result<int> needingSomebody() const = 0;
};

}
