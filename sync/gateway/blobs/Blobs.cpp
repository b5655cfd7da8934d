#include "sync/gateway/blobs/Blobs.h"

#include "app/base/Id.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

namespace motcua::gateway {

namespace {

base::Error notStored() {
    return {QStringLiteral("platform.not-stored"), {}, nullptr, true};
}

bool flushed(const QString& path, int flags) {
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool good = ::fsync(file) == 0;
    ::close(file);
    return good;
}

}

bool Blobs::makeDirectories(const QString& data) {
    const QString blobs = data + QStringLiteral("/blobs");
    for (int first = 0; first < 256; ++first)
        if (!QDir().mkpath(QStringLiteral("%1/%2").arg(blobs).arg(first, 2, 16, QLatin1Char('0'))))
            return false;
    return flushed(blobs, O_RDONLY | O_DIRECTORY) && flushed(data, O_RDONLY | O_DIRECTORY);
}

QString Blobs::pathOf(const QByteArray& hash) const {
    const QString hex = QString::fromLatin1(hash.toHex());
    return m_parts.directory + QStringLiteral("/blobs/") + hex.left(2) + QLatin1Char('/') + hex;
}

bool Blobs::holds(const Peer& peer, const QByteArray& hash) const {
    return m_parts.store.read([&](const Tables& tables) { return tables.blobs().holds(hash, peer.unit); }).value_or(false);
}

base::Result<qint64> Blobs::sizeOf(const Peer& peer, const QByteArray& hash) const {
    const auto size = m_parts.store.read([&](const Tables& tables) { return tables.blobs().sizeOf(hash, peer.unit); });
    if (!size)
        return base::fail(size.error());
    return *size ? base::Result<qint64>(**size) : base::fail(QStringLiteral("blob.missing"));
}

base::Result<std::shared_ptr<QFile>> Blobs::open(const Peer& peer, const QByteArray& hash) const {
    auto file = std::make_shared<QFile>(pathOf(hash));
    if (!holds(peer, hash) || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(QStringLiteral("blob.missing"));
    return file;
}

base::Outcome Blobs::keep(const Peer& peer, const Finished& finished) {
    const std::shared_lock coming(m_moving);
    const QString path = pathOf(finished.hash);
    const QString directory = path.left(path.lastIndexOf(QLatin1Char('/')));
    const bool isNewDirectory = !QDir(directory).exists();
    const bool moved = flushed(finished.file, O_RDONLY) && QDir().mkpath(directory) &&
                       std::rename(QFile::encodeName(finished.file).constData(), QFile::encodeName(path).constData()) == 0 &&
                       flushed(directory, O_RDONLY | O_DIRECTORY) &&
                       (!isNewDirectory || flushed(m_parts.directory + QStringLiteral("/blobs"), O_RDONLY | O_DIRECTORY));
    if (!moved)
        return base::fail(notStored());
    return m_rows.add({finished.hash, peer.unit, finished.bytes, m_parts.clock.now().toMSecsSinceEpoch()}, finished.upload);
}

base::Outcome Blobs::put(const Peer& peer, const QByteArray& hash, const QByteArray& content) {
    if (auto allowed = m_parts.reserve.allows(content.size()); !allowed)
        return allowed;
    const QUuid name = base::newUuidV7(m_parts.clock.now().toMSecsSinceEpoch());
    QFile file(m_parts.directory + QStringLiteral("/uploads/") + name.toString(QUuid::WithoutBraces));
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) && file.write(content) == content.size();
    file.close();
    const base::Outcome kept = written ? keep(peer, {hash, content.size(), file.fileName(), {}}) : base::fail(notStored());
    if (!kept)
        file.remove();
    return kept;
}

base::Outcome Blobs::sweepUnnamed() {
    const qint64 before = m_parts.clock.now().toMSecsSinceEpoch() - unnamedLifetime;
    const auto found = m_parts.store.read([&](const Tables& tables) { return tables.blobs().unnamed(before); });
    if (!found || found->empty())
        return found ? base::done() : base::fail(found.error());
    const std::unique_lock alone(m_moving);
    return m_parts.store.write([&](Tables& tables) -> base::Outcome {
        // Looked at again: a record may have come meanwhile.
        const auto rows = tables.blobs().unnamed(before);
        if (!rows)
            return base::fail(rows.error());
        for (const BlobRow& row : *rows) {
            if (auto removed = tables.blobs().remove(row.hash, row.unit); !removed)
                return removed;
            const auto isHeld = tables.blobs().isHeldByAnyone(row.hash);
            if (!isHeld)
                return base::fail(isHeld.error());
            // Should the transaction fail, the row stands without its file; nobody has named it, and it goes the next time.
            if (!*isHeld)
                QFile::remove(pathOf(row.hash));
        }
        return base::done();
    });
}

}
