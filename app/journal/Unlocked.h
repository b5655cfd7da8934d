#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Archive.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/DraftStore.h"
#include "app/domain/ports/Exchange.h"
#include "app/domain/ports/Journal.h"
#include "app/domain/ports/Projection.h"
#include "app/domain/ports/SecurityLog.h"
#include "app/journal/StationData.h"
#include "app/journal/keys/KeySlots.h"
#include "sync/engine/Store.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace motcua::journal {

class Secrets;
struct UnlockedParts;

/// A station's data while its key is in memory: owner of every store. Made by StationData::unlock(), in any thread; from then
/// on used by the GUI thread only, except syncStore(), which belongs to the sync thread and has its own connection. Destroying
/// it sweeps out blobs that nothing names, saves the snapshot and wipes the key; stop the sync thread first.
class Unlocked {
public:
    explicit Unlocked(std::unique_ptr<UnlockedParts> parts);
    ~Unlocked();
    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;

    domain::ports::Journal& journal();
    domain::ports::BlobStore& blobs();
    domain::ports::DraftStore& drafts();
    const domain::ports::Archive& archive() const;
    /// Keeps archive() in step: apply() after appending; refresh() after Service::received() and when statusChanged() shows a
    /// new mark.
    domain::ports::Projection& projection();
    domain::ports::Exchange& exchange();
    Secrets& secrets();
    engine::Store& syncStore();
    domain::ports::SecurityLog& securityLog();
    /// Reads the security log over a connection of its own: run it in a worker; it must not outlive the StationData.
    std::function<base::Result<domain::ports::SecurityPage>()> securityReader(const domain::SecurityFilter& filter) const;
    /// Writes into it that `login` has signed in, after what happened while the station was closed or locked; what is done from now on is done in
    /// that name. Empty: the province, with the recovery key.
    base::Outcome signedIn(const QString& login);

    struct Head {
        qint64 seq = 0;
        QByteArray hash; ///< of the last header, 32 bytes; zeros for an empty journal
    };
    base::Result<Head> head() const;
    /// Whether the read model came from a snapshot rather than from replaying everything.
    bool isFromSnapshot() const;

    /// Makes a user's key slot, which takes as long as Argon2id does. It stands for itself: run it in a worker, then hand what it
    /// gives to addUser() or setPassword(). Errors of the run: "unlock.password-too-short".
    /// `signer`: the user's own key, kept under a new password; null: a new one, bound to nobody.
    std::function<base::Result<KeySlots::Slot>()> slotMaker(
        const QString& login, const base::Secret& password, PersonKeyPointer signer = nullptr) const;
    /// A slot for one more user. Errors: "unlock.user-exists".
    base::Outcome addUser(const KeySlots::Slot& slot);
    base::Outcome addUser(const QString& login, const base::Secret& password);
    enum class By { WhoeverIsSeated, Province };
    /// What is written from then on is sealed under a new key, which that user's old slot does not lead to. Errors: "unlock.unknown-user",
    /// "unlock.last-user".
    base::Outcome removeUser(const QString& login, By by = By::WhoeverIsSeated);
    /// The new key that a removal made due, where it could not be made then: see KeyChange.
    void beginDueEpoch();
    /// Sets a new password for an existing user, whose old one has been checked, and keeps the signing key that the slot was made with; or whose old
    /// one is forgotten: the slot then has a new key, bound to nobody.
    /// Errors: "unlock.unknown-user".
    base::Outcome setPassword(const KeySlots::Slot& slot);
    base::Outcome setPassword(const QString& login, const base::Secret& password);
    base::Result<bool> hasUser(const QString& login) const;

    /// The key of whoever opened the station; null: the province did, or somebody was seated since.
    const PersonKeyPointer& opener() const { return m_opener; }
    void keepOpener(PersonKeyPointer opener) { m_opener = std::move(opener); }
    /// From now on what the user does is signed with that key, as far as the province has bound it to that person; what anybody else does is not.
    base::Outcome seat(domain::UserId user, const QString& login, PersonKeyPointer signer);
    /// Nobody is at the desk: no key of a person stays in memory.
    void unseat();
    bool signsFor(domain::UserId user) const;
    /// The platform's word that the user's key is that person's, as JSON; empty: it is bound to nobody.
    base::Result<QByteArray> voucher(const QString& login) const;
    /// Errors: "unlock.unknown-user": the user has no such key any more.
    base::Outcome keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher);
    /// The province's public key, PEM, for the recovery slot; replaces the one before. Errors: "unlock.bad-recovery-key".
    base::Outcome setRecoveryKey(const QByteArray& publicKey);

    /// Writes the read model's snapshot now; returns when it is on disk.
    base::Outcome saveSnapshot();
    /// Removes the pages of dropped drafts, of those stored before then, a bounded number at a time. Returns how many.
    base::Result<int> sweepBlobs(const QDateTime& storedBefore);
    /// Forgets the payload of a record past its retention; the chain still verifies. Errors: "journal.unknown-record".
    base::Outcome erasePayload(qint64 seq);

private:
    /// Both or neither.
    base::Outcome noted(const std::function<base::Outcome()>& act, const std::vector<domain::SecurityEvent>& events);

    std::unique_ptr<UnlockedParts> m_parts;
    PersonKeyPointer m_opener;
};

}
