#include "app/capture/ReadFiles.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace motcua::capture {

namespace {

const QByteArray readPrefix = QByteArrayLiteral(".motcua-read-");

bool moved(const QByteArray& from, const QByteArray& to) {
    return ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0;
}

}

QByteArray ReadFiles::pathOf(const QByteArray& name) const {
    return QFile::encodeName(m_folder) + '/' + name;
}

bool ReadFiles::put(const QByteArray& name, const FileLook& look) {
    const QByteArray hidden = readPrefix + QByteArray::number(look.size) + '-' + name;
    return moved(pathOf(name), pathOf(hidden));
}

std::vector<QByteArray> ReadFiles::look() {
    std::vector<QByteArray> grown;
    QHash<QByteArray, Seen> seen;
    for (const QByteArray& hidden : namesBeginning(m_folder, readPrefix)) {
        const QByteArray rest = hidden.mid(readPrefix.size());
        const QByteArray name = rest.mid(rest.indexOf('-') + 1);
        const FileLook now = lookAt(pathOf(hidden));
        if (now.size != rest.left(rest.indexOf('-')).toLongLong()) {
            if (moved(pathOf(hidden), pathOf(name)))
                grown.push_back(name);
            continue;
        }
        Seen each = m_seen.value(hidden);
        if (!each.since.isValid() || each.look != now) {
            each.look = now;
            each.since.start();
        }
        if (each.since.hasExpired(m_graceMs))
            ::unlink(pathOf(hidden).constData());
        else
            seen.insert(hidden, each);
    }
    m_seen = std::move(seen);
    return grown;
}

}
