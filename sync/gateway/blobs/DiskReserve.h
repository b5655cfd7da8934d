#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::gateway {

/// What is kept free of the disk that a data directory lies on, so that records can still be taken when there is no room for pages.
/// Owned by Platform; may be used by any thread.
class DiskReserve {
public:
    static constexpr qint64 usual = 1024LL * 1024 * 1024; ///< bytes

    DiskReserve(QString directory, qint64 bytes) : m_directory(std::move(directory)), m_bytes(bytes) {}
    /// Whether so many bytes more leave the reserve untouched. Errors: "platform.disk-reserve".
    base::Outcome allows(qint64 bytes) const;

private:
    QString m_directory;
    qint64 m_bytes;
};

}
