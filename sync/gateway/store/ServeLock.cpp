#include "sync/gateway/store/ServeLock.h"

#include "sync/vault/Belonging.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace motcua::gateway {

base::Result<ServeLock> ServeLock::take(const QString& directory) {
    const QByteArray path = QFile::encodeName(directory + QStringLiteral("/serving.lock"));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return base::fail(errno == EACCES ? QStringLiteral("platform.unreadable") : QStringLiteral("platform.missing"),
            {{QStringLiteral("file"), QFile::decodeName(path)}});
    ServeLock lock(file);
    if (!vault::giveToOwnerOf(directory, file))
        return base::fail(QStringLiteral("platform.not-stored"));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return base::fail(QStringLiteral("gateway.in-use"));
    return lock;
}

ServeLock::~ServeLock() {
    if (m_file >= 0)
        ::close(m_file);
}

}
