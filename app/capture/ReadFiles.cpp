#include "app/capture/ReadFiles.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace motcua::capture {

namespace {

const QByteArray readPrefix = QByteArrayLiteral(".motcua-read-");
/// Of the moment in a name: short.
constexpr int momentBase = 36;

/// What is in a hidden name: ".motcua-read-SIZE-@CHANGED-NAME". Programs of before wrote neither moment nor @.
struct HiddenName {
    qint64 size = -1;
    std::optional<qint64> changed = {};
    QByteArray name = {};

    static HiddenName from(const QByteArray& hidden) {
        const QByteArray rest = hidden.mid(readPrefix.size());
        HiddenName read{rest.left(rest.indexOf('-')).toLongLong(), {}, rest.mid(rest.indexOf('-') + 1)};
        bool isNumber = false;
        const qint64 changed = read.name.mid(1, read.name.indexOf('-') - 1).toLongLong(&isNumber, momentBase);
        if (read.name.startsWith('@') && isNumber) {
            read.changed = changed;
            read.name = read.name.mid(read.name.indexOf('-') + 1);
        }
        return read;
    }
    /// The inode is left out: over SMB a file may get another one at each look.
    bool isStillAs(const FileLook& look) const { return look.size == size && (!changed || look.changed == *changed); }
};

bool moved(const QByteArray& from, const QByteArray& to) {
    return ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0;
}

}

QByteArray ReadFiles::pathOf(const QByteArray& name) const {
    return QFile::encodeName(m_folder) + '/' + name;
}

bool ReadFiles::put(const QByteArray& name, const FileLook& look) {
    const QByteArray hidden = readPrefix + QByteArray::number(look.size) + '-';
    // A name as long as a file system takes has no room for the moment.
    return moved(pathOf(name), pathOf(hidden + '@' + QByteArray::number(look.changed, momentBase) + '-' + name)) ||
           (errno == ENAMETOOLONG && moved(pathOf(name), pathOf(hidden + name)));
}

std::vector<QByteArray> ReadFiles::look() {
    std::vector<QByteArray> grown;
    QHash<QByteArray, Seen> seen;
    for (const QByteArray& hidden : namesBeginning(m_folder, readPrefix)) {
        const HiddenName was = HiddenName::from(hidden);
        const FileLook now = lookAt(pathOf(hidden));
        if (!was.isStillAs(now)) {
            if (moved(pathOf(hidden), pathOf(was.name)))
                grown.push_back(was.name);
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
