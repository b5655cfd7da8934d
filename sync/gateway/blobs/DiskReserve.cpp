#include "sync/gateway/blobs/DiskReserve.h"

#include <QFile>

#include <sys/statvfs.h>

namespace motcua::gateway {

base::Outcome DiskReserve::allows(qint64 bytes) const {
    struct statvfs disk {};
    // A disk that does not say how much there is may be tried.
    if (::statvfs(QFile::encodeName(m_directory).constData(), &disk) != 0)
        return base::done();
    const auto left = static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
    if (left - bytes >= m_bytes)
        return base::done();
    return base::fail(base::Error{QStringLiteral("platform.disk-reserve"), {}, nullptr, true});
}

}
