#pragma once

#include "app/domain/EventCodec.h"
#include "app/journal/StationData.h"
#include "app/journal/blobs/SealedBlobs.h"
#include "app/journal/exchange/CatchUp.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/FeedLog.h"
#include "app/journal/log/OwnLog.h"
#include "app/journal/log/SecurityLog.h"
#include "app/journal/model/HeldNumbers.h"
#include "app/journal/standing/Standing.h"
#include "sync/engine/Store.h"

#include <functional>
#include <memory>

namespace motcua::journal {

class Secrets;

/// The engine's store over the journal. Owned by Unlocked together with a connection of its own; used by the sync thread while
/// the GUI thread appends on another connection.
class SyncStore final : public engine::Store {
public:
    SyncStore(std::unique_ptr<sqlite::Connection> connection, DataDirectory dossier, domain::StationId station, const KeyRingPointer& key, Disk& disk,
        const base::Clock& clock);
    ~SyncStore() override;

    base::Result<qint64> acknowledged() const override;
    base::Result<qint64> lastSeq() const override;
    base::Result<std::vector<protocol::Record>> records(qint64 afterSeq, int limit) const override;
    /// Checks the signature with the secret Secrets::platformKey. Errors besides the port's: "sync.not-enrolled" without one.
    /// A mark that goes back (the platform was restored from a copy) is taken: the records after it are sent again.
    base::Outcome acknowledge(const protocol::Mark& mark) override;
    base::Outcome keepRecoveryKey(const QByteArray& pem) override;
    bool isDoubted() const override;
    base::Outcome confirmed() override;
    base::Result<qint64> fellBehind(const protocol::Mark& mark) override;
    base::Result<qint64> takeBack(const std::vector<protocol::Record>& records, const protocol::Mark& mark) override;

    base::Result<std::vector<engine::PendingBlob>> pendingBlobs(int limit) const override;
    base::Result<QByteArray> readBlob(const QString& hash) const override;
    base::Outcome rememberUpload(const QString& hash, const QString& upload) override;
    base::Outcome blobHeld(const QString& hash) override;
    base::Outcome blobsHeld(const QStringList& hashes) override;
    base::Result<QStringList> wantedBlobs(int limit) const override;
    base::Outcome keepBlob(const QString& hash, const QByteArray& content) override;
    bool hasBlob(const QString& hash) const override;

    base::Result<std::vector<protocol::ActivationRequest>> pendingActivations() const override;
    base::Outcome activated(const protocol::ActivationRequest& request, const QByteArray& voucher) override;

    int reads() const override { return domain::newestRecordVersion; }
    base::Outcome heard(const protocol::ReadVersions& reads) override;

    base::Result<protocol::LeaseQuestion> numbersHeld() const override;
    base::Outcome numbersTold(const protocol::LeaseQuestion& asked, const protocol::LeaseAnswer& answer) override;

    base::Result<qint64> feedCursor() const override;
    base::Outcome receive(const std::vector<protocol::FeedItem>& items) override;

    /// Blobs that the platform says it lacks are sent anew.
    base::Outcome refuse(const protocol::Refusal& refusal) override;
    base::Outcome clearRefusal(qint64 seq) override;
    base::Outcome refuseForGood(const protocol::Refusal& refusal) override;
    base::Result<std::vector<protocol::Refusal>> refusals() const override;
    base::Result<int> needingSomebody() const override;

private:
    base::Outcome checkMark(const protocol::Mark& mark) const;
    base::Outcome noteRefusal(const protocol::Refusal& refusal);
    /// Before `item` is added, which replaces what was published before.
    base::Outcome noteCommand(const protocol::FeedItem& item);
    base::Outcome noted(const std::function<base::Outcome()>& work);
    base::Outcome inTransaction(const std::function<base::Outcome()>& work);

    std::unique_ptr<sqlite::Connection> m_connection;
    QUuid m_station;
    OwnLog m_own;
    FeedLog m_feed;
    Standing m_standing;
    CatchUp m_catchUp;
    SealedBlobs m_blobs;
    std::unique_ptr<Secrets> m_secrets;
    SecurityLog m_security;
    KeyRingPointer m_ring;
    HeldNumbers m_numbers;
};

}
