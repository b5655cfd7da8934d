#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"

#include <QByteArrayView>

#include <memory>

namespace motcua::journal {

/// The 32 bytes that everything of a station is sealed under. Lies in memory only while the program is unlocked and is
/// overwritten when the last holder lets go. Immutable, so it may be shared between threads.
class DataKey {
public:
    static constexpr int size = 32;

    /// Fresh from the system's generator. Errors: "seal.no-randomness".
    static base::Result<std::shared_ptr<const DataKey>> make();
    /// Null unless `bytes` is 32 long.
    static std::shared_ptr<const DataKey> fromBytes(QByteArrayView bytes);
    static std::shared_ptr<const DataKey> from(const base::Secret& bytes);
    DataKey(const DataKey&) = delete;
    DataKey& operator=(const DataKey&) = delete;

    QByteArrayView bytes() const { return m_bytes.bytes(); }

private:
    explicit DataKey(base::Secret bytes) : m_bytes(std::move(bytes)) {}
    base::Secret m_bytes;
};

}
