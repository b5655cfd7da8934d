#pragma once

#include <QByteArray>
#include <QFile>

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>

namespace motcua::capture::test {

/// Writes into a file in place, no further than it was, and sets its moment of change back to what it was. False: that cannot be done.
inline bool writtenUnseen(const QString& path, const QByteArray& content) {
    struct stat before = {};
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &before) != 0)
        return false;
    std::fstream file(name.constData(), std::ios::in | std::ios::out | std::ios::binary);
    file.write(content.constData(), content.size());
    file.close();
    const timespec times[] = {before.st_atim, before.st_mtim};
    return file && ::utimensat(AT_FDCWD, name.constData(), times, 0) == 0;
}

}
