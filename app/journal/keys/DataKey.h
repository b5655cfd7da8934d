#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
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
    ~DataKey();
    DataKey(const DataKey&) = delete;
    DataKey& operator=(const DataKey&) = delete;

    QByteArrayView bytes() const { return QByteArrayView(m_bytes.data(), size); }

private:
    DataKey() = default;
    std::array<char, size> m_bytes{};
};

/// Overwrites secret bytes so that the compiler cannot leave it out.
void wipe(QByteArray& bytes);

}
