#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

#include <QString>

namespace motcua::gateway {

struct PageBounds {
    qint64 reserve = 1024LL * 1024 * 1024;       ///< bytes of the disk that stay free for records
    qint64 unitADay = 64LL * 1024 * 1024 * 1024; ///< bytes that one unit may send in 24 hours
};

/// Whether there is room for more scanned pages: on the disk, of which a part is kept for records, and of what one unit may send in a day, so that
/// no unit fills it for the others. Owned by Platform; may be used by any thread.
class PageRoom {
public:
    PageRoom(QString directory, const PageBounds& bounds) : m_directory(std::move(directory)), m_bounds(bounds) {}
    /// Errors: "platform.disk-reserve".
    base::Outcome onDisk(qint64 bytes) const;
    /// Counts what is kept and what was announced and has not come. `now`: UTC milliseconds. Errors: "platform.unit-quota".
    base::Outcome ofUnit(const Tables& tables, const Peer& peer, qint64 bytes, qint64 now) const;

private:
    QString m_directory;
    PageBounds m_bounds;
};

}
