#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUuid>

#include <memory>

namespace motcua::journal {

class DataKey;

/// What a sealed value is bound to: moved to another place, it does not open.
struct SealPlace {
    QUuid station;
    qint64 seq = 0;
    QByteArray kind;
};

/// AES-256-GCM under the data key: 12 bytes of fresh random nonce, the ciphertext, 16 bytes of tag. The OpenSSL contexts are
/// kept between calls, so one Sealer serves one thread at a time; every store has its own.
class Sealer {
public:
    static constexpr int nonceSize = 12;
    static constexpr int tagSize = 16;

    explicit Sealer(std::shared_ptr<const DataKey> key);
    Sealer(Sealer&&) noexcept;
    ~Sealer();

    /// Errors: "seal.failed".
    base::Result<QByteArray> seal(QByteArrayView plain, const SealPlace& place) const;
    /// Errors: "seal.broken": changed, cut, moved, or another key.
    base::Result<QByteArray> open(QByteArrayView sealed, const SealPlace& place) const;

private:
    struct Contexts;
    std::shared_ptr<const DataKey> m_key;
    std::unique_ptr<Contexts> m_contexts;
};

}
