#include "app/capture/ReadFiles.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace motcua::capture {

namespace {

/// ".motcua-done-MOMENT-SIZE-NAME"; the moment is "x" where the name had no room for it.
const QByteArray donePrefix = QByteArrayLiteral(".motcua-done-");
/// Of programs of before: ".motcua-read-SIZE-@MOMENT-NAME" or ".motcua-read-SIZE-NAME".
const QByteArray readPrefix = QByteArrayLiteral(".motcua-read-");
/// Of the moment in a name: short.
constexpr int momentBase = 36;

QByteArray momentWords(qint64 moment) {
    return QByteArray::number(static_cast<quint64>(moment), momentBase);
}

/// What is in a hidden name.
struct HiddenName {
    qint64 size = -1;
    std::optional<qint64> changed = {};
    QByteArray name = {};

    /// Nothing: somebody else's file.
    static std::optional<HiddenName> from(const QByteArray& hidden) {
        return hidden.startsWith(donePrefix) ? ofNow(hidden.mid(donePrefix.size())) : ofBefore(hidden.mid(readPrefix.size()));
    }
    /// The inode is left out: over SMB a file may get another one at each look.
    bool isStillAs(const FileLook& look) const { return look.size == size && (!changed || look.changed == *changed); }

private:
    static std::optional<HiddenName> ofNow(const QByteArray& rest) {
        HiddenName read;
        bool isMoment = false;
        bool isSize = false;
        const qsizetype size = rest.indexOf('-') + 1;
        const qsizetype name = rest.indexOf('-', size) + 1;
        if (const quint64 moment = rest.left(size - 1).toULongLong(&isMoment, momentBase); isMoment && !rest.startsWith("x-"))
            read.changed = static_cast<qint64>(moment);
        read.size = rest.mid(size, name - size - 1).toLongLong(&isSize);
        read.name = rest.mid(name);
        const bool isOurs = size > 0 && name > size && isSize && (isMoment || rest.startsWith("x-")) && !read.name.isEmpty();
        return isOurs ? std::optional(read) : std::nullopt;
    }
    /// A file of its own name may begin like a moment; those of this century have twelve signs.
    static std::optional<HiddenName> ofBefore(const QByteArray& rest) {
        constexpr qsizetype signsOfMoment = 12;
        HiddenName read;
        bool isSize = false;
        bool isMoment = false;
        const qsizetype name = rest.indexOf('-') + 1;
        read.size = rest.left(name - 1).toLongLong(&isSize);
        read.name = rest.mid(name);
        const qint64 changed = read.name.mid(1, signsOfMoment).toLongLong(&isMoment, momentBase);
        if (read.name.startsWith('@') && isMoment && read.name.indexOf('-') == signsOfMoment + 1) {
            read.changed = changed;
            read.name = read.name.mid(signsOfMoment + 2);
        }
        return name > 0 && isSize && !read.name.isEmpty() ? std::optional(read) : std::nullopt;
    }
};

bool moved(const QByteArray& from, const QByteArray& to) {
    return ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0;
}

}

QByteArray ReadFiles::pathOf(const QByteArray& name) const {
    return QFile::encodeName(m_folder) + '/' + name;
}

bool ReadFiles::put(const QByteArray& name, const FileLook& look) {
    const QByteArray end = '-' + QByteArray::number(look.size) + '-' + name;
    QByteArray hidden = donePrefix + momentWords(look.changed) + end;
    bool isPut = moved(pathOf(name), pathOf(hidden));
    if (!isPut && errno == ENAMETOOLONG) {
        // A name as long as a file system takes has no room for the moment.
        hidden = donePrefix + 'x' + end;
        isPut = moved(pathOf(name), pathOf(hidden));
    }
    if (isPut) {
        Seen seen{lookAt(pathOf(hidden)), {}};
        seen.since.start();
        m_seen.insert(hidden, seen);
    }
    return isPut;
}

/// A moment of change can be set back by who writes; what the file system noted cannot. Who notes something at every look (a program that guards
/// the share against viruses) is believed once for each file.
bool ReadFiles::wasNoted(const QByteArray& hidden, const FileLook& now) {
    const Seen before = m_seen.value(hidden);
    if (!before.since.isValid() || before.look.noted == now.noted || m_doubted.contains(hidden))
        return false;
    m_doubted.insert(hidden);
    return true;
}

std::vector<QByteArray> ReadFiles::look() {
    std::vector<QByteArray> grown;
    QHash<QByteArray, Seen> seen;
    for (const QByteArray& prefix : {donePrefix, readPrefix})
        for (const QByteArray& hidden : namesBeginning(m_folder, prefix)) {
            const auto was = HiddenName::from(hidden);
            const FileLook now = was ? lookAt(pathOf(hidden)) : FileLook();
            // Somebody else's, a folder or a link.
            if (now.size < 0)
                continue;
            if (!was->isStillAs(now) || wasNoted(hidden, now)) {
                if (const QByteArray back = renamed(m_folder, hidden, was->name); !back.isEmpty())
                    grown.push_back(back);
                continue;
            }
            Seen each = m_seen.value(hidden);
            if (!each.since.isValid() || each.look != now) {
                each.look = now;
                each.since.start();
            }
            if (!each.since.hasExpired(m_graceMs)) {
                seen.insert(hidden, each);
                continue;
            }
            ::unlink(pathOf(hidden).constData());
            m_doubted.remove(hidden);
        }
    m_seen = std::move(seen);
    return grown;
}

}
