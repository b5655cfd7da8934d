#include "sync/vault/Belonging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace motcua::vault {

bool giveToOwnerOf(const QString& folder, int descriptor) {
    if (::geteuid() != 0)
        return true;
    struct stat owner = {};
    struct stat made = {};
    if (::stat(QFile::encodeName(folder).constData(), &owner) != 0 || ::fstat(descriptor, &made) != 0)
        return false;
    return (made.st_uid == owner.st_uid && made.st_gid == owner.st_gid) || ::fchown(descriptor, owner.st_uid, owner.st_gid) == 0;
}

bool makeFolder(const QString& path) {
    if (QDir(path).exists())
        return true;
    const QString above = QFileInfo(path).absolutePath();
    if (!makeFolder(above) || !(QDir().mkdir(path) || QDir(path).exists()))
        return false;
    const int made = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const bool given = made >= 0 && giveToOwnerOf(above, made);
    if (made >= 0)
        ::close(made);
    return given;
}

bool isWithheld(const QString& path) {
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), R_OK, AT_EACCESS) != 0 && errno == EACCES;
}

}
