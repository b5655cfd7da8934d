#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "sync/vault/Hmac.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUuid>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace motcua::vault {

/// What a sealed value is bound to: moved to another place, it does not open.
class Place {
public:
    explicit Place(const char* kind) : m_bytes(kind) {}
    Place& of(const QUuid& id) { return of(id.toRfc4122()); }
    Place& of(qint64 number);
    Place& of(QByteArrayView name);
    QByteArrayView bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// The keys that everything of a province lies sealed under: AES-256-GCM, each value with the number of its key before it. May be used by any
/// thread.
class Vault {
public:
    struct Key {
        quint32 id = 0;
        base::Secret bytes; ///< 32
    };
    /// What a sealed value is longer by: 4 bytes of the key's number, 12 of fresh random nonce, 16 of tag.
    static constexpr qsizetype overhead = 32;
    static constexpr int keySize = 32;

    /// Where it is kept whether the data was marked.
    struct Marking {
        std::atomic_bool isDone = false;
        std::function<base::Outcome()> note; ///< writes it down; called by any thread
    };
    /// The last of the keys is what is sealed under; the others only open. `index`: blind()'s and mark()'s. `marking`: null: it is kept nowhere.
    Vault(std::vector<Key> keys, const base::Secret& index, std::shared_ptr<Marking> marking = nullptr);
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// Errors: "vault.failed".
    base::Result<QByteArray> seal(QByteArrayView plain, const Place& place) const;
    /// Errors: "vault.broken": changed, cut, moved, or of a key that is not here.
    base::Result<QByteArray> open(QByteArrayView sealed, const Place& place) const;
    /// For a column that is searched: the same text gives the same 32 letters, which say nothing without the key. It never changes with the keys.
    QString blind(const QString& text) const;
    /// 32 bytes that nobody makes of these without the key. They never change with the keys.
    QByteArray mark(QByteArrayView bytes) const;

    /// Whether what lies there may be marked as it is found: a program before left it so. Once that is done it is never again.
    bool isUnmarked() const { return !m_marking || !m_marking->isDone; }
    /// It is done, durably. Errors: "key.not-written".
    base::Outcome noteMarked() const;

    quint32 current() const;
    /// Of the key that it was sealed under; 0: it is too short.
    static quint32 keyOf(QByteArrayView sealed);

private:
    struct Pair;
    struct Cipher;
    class Borrowed;
    const Cipher* cipherOf(quint32 id) const;

    std::vector<std::unique_ptr<Cipher>> m_ciphers;
    Hmac m_index;
    Hmac m_marks;
    std::shared_ptr<Marking> m_marking;
};

}
