#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/domain/Ids.h"
#include "app/journal/StationOptions.h"
#include "app/journal/keys/KeyRing.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace motcua::protocol {
class PersonKey;
}

namespace motcua::journal {

class Unlocked;

/// What a new station's data begins with.
struct NewStation {
    domain::StationId station;
    QByteArray recoveryKey = {};                                 ///< the province's public key, PEM (RSA or P-256); empty: no recovery slot yet
    QString login;                                               ///< the first user; compared without regard to case
    base::Secret password;                                       ///< domain::checkPasswordLength() at least
    std::shared_ptr<const protocol::PersonKey> signer = nullptr; ///< what the first user signs with; null: a new one, bound to nobody
    QByteArray voucher = {};                                     ///< the platform's word that it is that person's: protocol::PersonVoucher as JSON
};

enum class UnlockMode {
    Normal,
    Rescue, ///< for a damaged journal: reads what can be read; everything that writes says "journal.read-only"
};

/// A station's data directory, locked: it can say whose it is and try a password. Holds the single-writer lock for as long as it
/// lives and must outlive what unlock() returns. Owned by the composition root; unlock(), check() and recover() may be called
/// in a worker thread, one at a time (they take 150–500 ms, nearly all of it Argon2id).
class StationData {
public:
    /// A new directory with an empty journal and one user. Errors: "journal.exists", "journal.write-failed", "journal.disk-full",
    /// "unlock.password-too-short".
    static base::Result<std::unique_ptr<StationData>> create(const QString& directory, const NewStation& station, const StationOptions& options = {});
    /// Errors: "journal.missing", "journal.in-use" (another program has it), "journal.no-locks" (the drive cannot lock), "journal.newer-version"
    /// {found, supported}, "journal.damaged" {place}, "journal.cannot-open".
    static base::Result<std::unique_ptr<StationData>> open(const QString& directory, const StationOptions& options = {});
    /// Whether a journal could be made in a directory: makes it, locks it, looks for room and takes it away again. Errors: "journal.write-failed",
    /// "journal.disk-full", "journal.no-locks", "journal.in-use", "journal.cannot-open".
    static base::Outcome tryDirectory(const QString& directory);
    /// Whether the directory holds a journal at all.
    static bool exists(const QString& directory);
    ~StationData();

    domain::StationId station() const;
    QString directory() const;

    /// Checks the password, then the chain of headers, then makes the read model. Errors: "unlock.wrong-password" {triesLeft,
    /// waitSeconds} (also when there is no such user), "unlock.wait" {waitSeconds, triesLeft}, "journal.damaged" {place},
    /// and those of open().
    base::Result<std::unique_ptr<Unlocked>> unlock(const QString& login, const base::Secret& password, UnlockMode mode = UnlockMode::Normal);
    /// Only the password, for the screen lock and for switching the user while the station stays unlocked.
    base::Outcome check(const QString& login, const base::Secret& password);
    /// The same, and the key that this user signs with.
    base::Result<std::shared_ptr<const protocol::PersonKey>> identify(const QString& login, const base::Secret& password);
    /// With the province's private key (PEM) instead of a password. Errors: "unlock.no-recovery", "unlock.wrong-key".
    base::Result<std::unique_ptr<Unlocked>> recover(const base::Secret& privateKey, UnlockMode mode = UnlockMode::Normal);

private:
    struct Parts;
    struct OpenedSlot;
    static base::Result<std::unique_ptr<Parts>> openParts(const QString& directory, const StationOptions& options);
    explicit StationData(std::unique_ptr<Parts> parts);
    struct Way {
        UnlockMode mode = UnlockMode::Normal;
        bool promised = false; ///< of what is sealed of the standing, nothing may be missing
    };
    /// Counted for the security log, which nobody can write to yet.
    base::Result<OpenedSlot> tryPassword(const QString& login, const base::Secret& password);
    base::Result<std::unique_ptr<Unlocked>> unlockWith(const KeyRingPointer& key, const Way& way);

    std::unique_ptr<Parts> m_parts;
};

}
