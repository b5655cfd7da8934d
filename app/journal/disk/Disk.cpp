#include "app/journal/disk/Disk.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::journal {

namespace {

/// Closes on every way out.
struct Descriptor {
    explicit Descriptor(int number) : value(number) {}
    ~Descriptor() {
        if (value >= 0)
            ::close(value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value;
};

base::Outcome failed() {
    const int reason = errno;
    const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    return base::fail(full ? QStringLiteral("disk.full") : QStringLiteral("disk.failed"), {{QStringLiteral("errno"), QString::number(reason)}});
}

base::Outcome syncPath(const QString& path, int flags) {
    const Descriptor file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC));
    if (file.value < 0 || ::fsync(file.value) != 0)
        return failed();
    return base::done();
}

}

base::Outcome SystemDisk::write(const QString& path, const QByteArray& bytes) {
    constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, ownerOnly));
    if (file.value < 0)
        return failed();
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(file.value, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        written += count;
    }
    return base::done();
}

base::Outcome SystemDisk::sync(const QString& path) {
    return syncPath(path, O_RDONLY);
}

base::Outcome SystemDisk::rename(const QString& from, const QString& to) {
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failed();
    return base::done();
}

base::Outcome SystemDisk::syncDirectory(const QString& path) {
    return syncPath(path, O_RDONLY | O_DIRECTORY);
}

base::Outcome SystemDisk::makeDirectory(const QString& path) {
    constexpr mode_t ownerOnly = S_IRWXU;
    if (::mkdir(QFile::encodeName(path).constData(), ownerOnly) != 0 && errno != EEXIST)
        return failed();
    return base::done();
}

base::Outcome replaceDurably(Disk& disk, const QString& path, const QByteArray& bytes) {
    const QString draft = path + QStringLiteral(".new");
    return disk.write(draft, bytes)
        .and_then([&](base::Done) { return disk.sync(draft); })
        .and_then([&](base::Done) { return disk.rename(draft, path); })
        .and_then([&](base::Done) { return disk.syncDirectory(QFileInfo(path).path()); });
}

}
