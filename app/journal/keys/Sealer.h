#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUuid>

#include <map>
#include <memory>

namespace motcua::journal {

class DataKey;
class KeyRing;

/// What a sealed value is bound to: moved to another place, it does not open.
struct SealPlace {
    QUuid station;
    qint64 seq = 0;
    QByteArray kind;
};

/// AES-256-GCM under the data key: 12 bytes of fresh random nonce, the ciphertext, 16 bytes of tag. From the second epoch on they follow an "E" and
/// the epoch, 2 bytes, big-endian: what is sealed names its key. The OpenSSL contexts are kept between calls, so one Sealer serves one thread at a
/// time; every store has its own.
class Sealer {
public:
    static constexpr int nonceSize = 12;
    static constexpr int tagSize = 16;

    static constexpr int epochSize = 3;

    /// With one key alone, which is that of no epoch: for what lies under a password.
    explicit Sealer(std::shared_ptr<const DataKey> key);
    /// Seals with the ring's newest key, and opens with whichever is named.
    explicit Sealer(std::shared_ptr<const KeyRing> ring);
    Sealer(Sealer&&) noexcept;
    ~Sealer();

    /// Whose key seals now; 0 also where there is one key alone.
    int epoch() const;
    /// Errors: "seal.failed".
    base::Result<QByteArray> seal(QByteArrayView plain, const SealPlace& place) const;
    /// Errors: "seal.broken": changed, cut, moved, or another key.
    base::Result<QByteArray> open(QByteArrayView sealed, const SealPlace& place) const;
    /// Only what was sealed in the newest epoch: whoever left knows the keys of before. Errors: "seal.broken".
    base::Result<QByteArray> openNewest(QByteArrayView sealed, const SealPlace& place) const;

private:
    struct Contexts;
    /// Null: there is no key of this epoch.
    Contexts* contexts(int epoch) const;
    base::Result<QByteArray> openWith(int epoch, QByteArrayView sealed, const SealPlace& place) const;

    std::shared_ptr<const DataKey> m_key;
    std::shared_ptr<const KeyRing> m_ring;
    mutable std::map<int, std::unique_ptr<Contexts>> m_contexts; ///< by epoch
};

}
