#include "sync/gateway/blobs/PageRoom.h"

#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/UploadTable.h"

#include <QFile>

#include <sys/statvfs.h>

namespace motcua::gateway {

namespace {

base::Error passing(const char* code) {
    return {QString::fromLatin1(code), {}, nullptr, true};
}

}

base::Outcome PageRoom::onDisk(qint64 bytes) const {
    struct statvfs disk {};
    // A disk that does not say how much there is may be tried.
    if (::statvfs(QFile::encodeName(m_directory).constData(), &disk) != 0)
        return base::done();
    const auto left = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
    return left - bytes >= m_bounds.reserve ? base::done() : base::fail(passing("platform.disk-reserve"));
}

base::Outcome PageRoom::ofUnit(const Tables& tables, const Peer& peer, qint64 bytes, qint64 now) const {
    const auto kept = tables.blobs().keptLately(peer.unit, now);
    if (!kept)
        return base::fail(kept.error());
    const auto announced = tables.uploads().announced(peer.unit);
    if (!announced)
        return base::fail(announced.error());
    return *kept + *announced + bytes <= m_bounds.unitADay ? base::done() : base::fail(passing("platform.unit-quota"));
}

}
