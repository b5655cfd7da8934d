#include "app/capture/FolderFiles.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>

#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <memory>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace motcua::capture {

namespace {

struct DirCloser {
    void operator()(DIR* directory) const { ::closedir(directory); }
};

/// Unfinished transfers, and what devices and desktops write beside pages.
constexpr std::array leftAlone{"part", "partial", "filepart", "crdownload", "download", "tmp", "temp", "lock", "lck", "txt", "log", "xml", "json",
    "csv", "ini", "db", "lnk", "url", "html", "htm", "desktop"};

bool mayBePages(const QByteArray& name) {
    if (name.isEmpty() || name.startsWith('.') || name.startsWith('~') || name.endsWith('~'))
        return false;
    const qsizetype dot = name.lastIndexOf('.');
    const QByteArray ending = dot < 0 ? QByteArray() : name.mid(dot + 1).toLower();
    return std::none_of(leftAlone.begin(), leftAlone.end(), [&ending](const char* each) { return ending == each; });
}

std::vector<QByteArray> namesIn(const QString& folder) {
    std::vector<QByteArray> names;
    const std::unique_ptr<DIR, DirCloser> directory(::opendir(QFile::encodeName(folder).constData()));
    while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) // NOLINT(concurrency-mt-unsafe): a stream of its own
        names.emplace_back(static_cast<const char*>(entry->d_name));
    return names;
}

/// The number that begins at `at`, without leading zeros; `at` moves behind it.
QString numberAt(const QString& text, qsizetype& at) {
    const qsizetype start = at;
    while (at < text.size() && text.at(at).isDigit())
        ++at;
    qsizetype first = start;
    while (first + 1 < at && text.at(first) == QLatin1Char('0'))
        ++first;
    return text.mid(first, at - first);
}

/// As a person counts: "scan 9" before "Scan 10". The same on every machine, whatever its language.
bool naturallyBefore(const QByteArray& one, const QByteArray& other) {
    const QString a = QFile::decodeName(one).toCaseFolded();
    const QString b = QFile::decodeName(other).toCaseFolded();
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a.at(i).isDigit() && b.at(j).isDigit()) {
            const QString left = numberAt(a, i);
            const QString right = numberAt(b, j);
            if (left != right)
                return left.size() != right.size() ? left.size() < right.size() : left < right;
        } else if (a.at(i) != b.at(j)) {
            return a.at(i) < b.at(j);
        } else {
            ++i;
            ++j;
        }
    }
    const bool bothEnd = i == a.size() && j == b.size();
    return bothEnd ? one < other : i == a.size();
}

FileLook lookOf(const struct stat& state, bool readable) {
    const auto moment = [](const timespec& time) {
        constexpr qint64 nanoseconds = 1'000'000'000;
        return time.tv_sec * nanoseconds + time.tv_nsec;
    };
    return {state.st_size, moment(state.st_mtim), moment(state.st_ctim), state.st_ino, readable};
}

}

FileLook lookAt(const QByteArray& path) {
    struct stat state = {};
    if (::lstat(path.constData(), &state) != 0 || !S_ISREG(state.st_mode))
        return {};
    return lookOf(state, ::access(path.constData(), R_OK) == 0);
}

std::vector<FolderFile> filesIn(const QString& folder) {
    const QByteArray prefix = QFile::encodeName(folder) + '/';
    std::vector<FolderFile> files;
    for (const QByteArray& name : namesIn(folder)) {
        const FileLook look = mayBePages(name) ? lookAt(prefix + name) : FileLook();
        if (look.size >= 0)
            files.push_back({name, look});
    }
    std::sort(files.begin(), files.end(), [](const FolderFile& a, const FolderFile& b) {
        return a.look.changed != b.look.changed ? a.look.changed < b.look.changed : naturallyBefore(a.name, b.name);
    });
    return files;
}

std::vector<QByteArray> namesBeginning(const QString& folder, const QByteArray& prefix) {
    std::vector<QByteArray> names = namesIn(folder);
    std::erase_if(names, [&prefix](const QByteArray& name) { return !name.startsWith(prefix); });
    return names;
}

bool isRemote(const QString& folder) {
    constexpr std::array<quint32, 10> remote{NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, 0xFF534D42 /* CIFS */, SMB2_SUPER_MAGIC, FUSE_SUPER_MAGIC,
        AFS_SUPER_MAGIC, CODA_SUPER_MAGIC, V9FS_MAGIC, CEPH_SUPER_MAGIC, 0x786f4256 /* VirtualBox */};
    struct statfs about = {};
    if (::statfs(QFile::encodeName(folder).constData(), &about) != 0)
        return true;
    return std::find(remote.begin(), remote.end(), static_cast<quint32>(about.f_type)) != remote.end();
}

bool isUtf8(const QByteArray& name) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(name);
    return !decoder.hasError() && text.toUtf8() == name;
}

QByteArray renamed(const QString& folder, const QByteArray& name, const QByteArray& wanted) {
    constexpr int mostTries = 100;
    const QByteArray prefix = QFile::encodeName(folder) + '/';
    const qsizetype dot = wanted.lastIndexOf('.') < 0 ? wanted.size() : wanted.lastIndexOf('.');
    for (int number = 1; number <= mostTries; ++number) {
        const QByteArray tried = number == 1 ? wanted : wanted.left(dot) + '-' + QByteArray::number(number) + wanted.mid(dot);
        if (::renameat2(AT_FDCWD, (prefix + name).constData(), AT_FDCWD, (prefix + tried).constData(), RENAME_NOREPLACE) == 0)
            return tried;
        if (errno != EEXIST)
            return {};
    }
    return {};
}

QByteArray renamedToUtf8(const QString& folder, const QByteArray& name) {
    return renamed(folder, name, QString::fromLatin1(name).toUtf8());
}

}
