#pragma once

#include "sync/vault/OutsideKey.h"
#include "sync/vault/Vault.h"

namespace motcua::vault {

/// The keys of a data folder, in <data>/keys/ring.json, sealed under the key from outside. What opens it is remembered there by its place, not its
/// content. Held by commands; one thread.
class KeyRing {
public:
    /// Whether the folder has one; data of a program before has none, and lies in clear.
    static bool isIn(const QString& directory);

    /// A new one. Errors: "key.inside-data" with file, "key.none", those of makeKeyFile(), "key.not-written".
    static base::Result<KeyRing> make(const QString& directory, const KeySource& source);
    /// By `source`, or what systemd gave, or where it was when it was made, or <data>.keys/gateway.key, where training keeps it. Errors: "key.none"
    /// (no ring and none to be made), "key.missing" with file, "key.malformed" with file, "key.passphrase-missing", "key.wrong".
    static base::Result<KeyRing> open(const QString& directory, const KeySource& source);

    std::shared_ptr<const Vault> vault() const { return m_vault; }

    /// A key more, under which everything is sealed from now on; the others open what lies there. `outside`: a new key from outside in the place of
    /// the one of before; empty: that one stays. Durable when it returns. Errors: those of make().
    base::Outcome change(const KeySource& outside);
    /// Those of before go: nothing lies under them any more.
    base::Outcome dropOld();
    bool hasOld() const { return m_keys.size() > 1; }
    /// Where its key lies; empty: a passphrase opens it.
    QString keyFile() const { return m_lock.file; }

private:
    /// What opens the ring.
    struct Lock {
        QString file;
        QByteArray salt; ///< of a passphrase
        base::Secret key;
    };
    explicit KeyRing(QString directory) : m_directory(std::move(directory)) {}
    static base::Result<Lock> newLock(const QString& directory, const KeySource& source);
    base::Outcome write();
    static base::Outcome write(
        const QString& directory, const Lock& lock, const std::vector<Vault::Key>& held, const base::Secret& index, bool isMarked);
    base::Outcome read(const QByteArray& sealed);
    base::Outcome addKey();
    void fillVault();

    QString m_directory;
    Lock m_lock;
    std::vector<Vault::Key> m_keys;
    base::Secret m_index;
    std::shared_ptr<Vault::Marking> m_marking = std::make_shared<Vault::Marking>();
    std::shared_ptr<const Vault> m_vault;
};

/// The vault of a data folder: KeyRing::open(), or make() where the source says so and there is none.
base::Result<std::shared_ptr<const Vault>> openVault(const QString& directory, const KeySource& source = {});

}
