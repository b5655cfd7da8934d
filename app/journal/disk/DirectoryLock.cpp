#include "app/journal/disk/DirectoryLock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace motcua::journal {

base::Result<DirectoryLock> DirectoryLock::take(const QString& file) {
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return base::fail(QStringLiteral("journal.cannot-open"), {{QStringLiteral("errno"), QString::number(errno)}});
    DirectoryLock lock(descriptor);
    int failed = 0;
    do
        failed = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    while (failed == EINTR);
    if (failed == EWOULDBLOCK)
        return base::fail(QStringLiteral("journal.in-use"));
    if (failed != 0)
        return base::fail(QStringLiteral("journal.no-locks"), {{QStringLiteral("errno"), QString::number(failed)}});
    return lock;
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

DirectoryLock::~DirectoryLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

}
