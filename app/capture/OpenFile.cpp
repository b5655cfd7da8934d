#include "app/capture/OpenFile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::capture {

OpenFile OpenFile::toRead(const QString& path) {
    OpenFile file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    // What is open is what is looked at: what lies at the path may be another thing by now.
    struct stat state = {};
    const bool isPlain = file.m_number >= 0 && ::fstat(file.m_number, &state) == 0 && S_ISREG(state.st_mode);
    return isPlain ? std::move(file) : OpenFile(-1);
}

OpenFile::~OpenFile() {
    if (m_number >= 0)
        ::close(m_number);
}

}
