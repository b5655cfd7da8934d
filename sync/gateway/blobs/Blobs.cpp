#include "sync/gateway/blobs/Blobs.h"

#include "app/base/Id.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/Digest.h"
#include "sync/vault/Belonging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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
        if (!vault::makeFolder(QStringLiteral("%1/%2").arg(blobs).arg(first, 2, 16, QLatin1Char('0'))))
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

base::Result<std::shared_ptr<BlobReader>> Blobs::open(const Peer& peer, const QByteArray& hash) const {
    auto file = std::make_shared<BlobReader>(pathOf(hash), hash, m_parts.vault);
    if (!holds(peer, hash) || !file->open())
        return base::fail(QStringLiteral("blob.missing"));
    return file;
}

base::Outcome Blobs::keep(const Peer& peer, const Finished& finished) {
    const std::shared_lock coming(m_moving);
    const QString path = pathOf(finished.hash);
    const QString directory = path.left(path.lastIndexOf(QLatin1Char('/')));
    const bool isNewDirectory = !QDir(directory).exists();
    const bool moved = flushed(finished.file, O_RDONLY) && vault::makeFolder(directory) &&
                       std::rename(QFile::encodeName(finished.file).constData(), QFile::encodeName(path).constData()) == 0 &&
                       flushed(directory, O_RDONLY | O_DIRECTORY) &&
                       (!isNewDirectory || flushed(m_parts.directory + QStringLiteral("/blobs"), O_RDONLY | O_DIRECTORY));
    if (!moved)
        return base::fail(notStored());
    return m_rows.add({finished.hash, peer.unit, finished.bytes, m_parts.clock.now().toMSecsSinceEpoch()}, finished.upload);
}

base::Outcome Blobs::put(const Peer& peer, const QByteArray& hash, const QByteArray& content) {
    if (auto allowed = m_parts.room.onDisk(content.size()); !allowed)
        return allowed;
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    const auto allowed = m_parts.store.read([&](const Tables& tables) { return m_parts.room.ofUnit(tables, peer, content.size(), now); });
    if (!allowed)
        return allowed;
    const auto sealed = sealedfile::sealed(content, hash, *m_parts.vault);
    if (!sealed)
        return base::fail(sealed.error());
    const QUuid name = base::newUuidV7(now);
    QFile file(m_parts.directory + QStringLiteral("/uploads/") + name.toString(QUuid::WithoutBraces));
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
                         vault::giveToOwnerOf(m_parts.directory, file.handle()) && file.write(*sealed) == sealed->size();
    file.close();
    const base::Outcome kept = written ? keep(peer, {hash, content.size(), file.fileName(), {}}) : base::fail(notStored());
    if (!kept)
        file.remove();
    return kept;
}

bool Blobs::isSound(const QByteArray& hash) const {
    BlobReader reader(pathOf(hash), hash, m_parts.vault);
    return reader.open() && reader.digest() == hash;
}

base::Outcome Blobs::sealFiles() {
    const auto key = static_cast<qint64>(m_parts.vault->current());
    std::vector<QByteArray> hashes;
    const auto isDone = m_parts.store.read([&](const Tables& tables) {
        return tables.blobs().filesKey().and_then([&](qint64 under) -> base::Result<bool> {
            if (under == key)
                return true;
            return tables.blobs().each([&](const QByteArray& hash) { hashes.push_back(hash); }).map([](base::Done) { return false; });
        });
    });
    if (!isDone || *isDone)
        return isDone ? base::done() : base::fail(isDone.error());
    // What was on its way begins anew; of a program before, it lies there in clear.
    for (const QFileInfo& file : QDir(m_parts.directory + QStringLiteral("/uploads")).entryInfoList(QDir::Files))
        wipeFile(file.filePath());
    for (const QByteArray& hash : hashes)
        if (auto sealed = sealFile(hash); !sealed)
            return sealed;
    return m_parts.store.write([&](Tables& tables) { return tables.blobs().setFilesKey(key); });
}

/// One that is not what its name says stays as it is, for `check` to find.
base::Outcome Blobs::sealFile(const QByteArray& hash) const {
    const QString path = pathOf(hash);
    BlobReader reader(path, hash, m_parts.vault);
    if (!reader.open() || QFileInfo(path).size() == 0)
        return base::done();
    if (reader.digest() == hash) {
        // A file that an earlier try has sealed is sealed once more: it cannot be told from one under the key before.
        reader.seek(0);
        return replace(path, sealedfile::sealed(reader.readAll(), hash, *m_parts.vault).value_or(QByteArray())) ? base::done()
                                                                                                                : base::fail(notStored());
    }
    if (protocol::Digest::ofFile(path) != hash)
        return base::done();
    QFile clear(path);
    if (!clear.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return base::fail(notStored());
    const qint64 size = clear.size();
    if (!replace(path, sealedfile::sealed(clear.readAll(), hash, *m_parts.vault).value_or(QByteArray())))
        return base::fail(notStored());
    // Nobody has it any more: what lay in clear is overwritten, as far as the disk writes in place.
    clear.seek(0);
    const QByteArray zeros(sealedfile::piece, '\0');
    for (qint64 at = 0; at < size; at += zeros.size())
        clear.write(zeros);
    ::fsync(clear.handle());
    return base::done();
}

bool Blobs::replace(const QString& path, const QByteArray& content) const {
    QFile file(
        m_parts.directory + QStringLiteral("/uploads/") + base::newUuidV7(m_parts.clock.now().toMSecsSinceEpoch()).toString(QUuid::WithoutBraces));
    const bool written = !content.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
                         vault::giveToOwnerOf(m_parts.directory, file.handle()) && file.write(content) == content.size() &&
                         ::fsync(file.handle()) == 0;
    file.close();
    const bool moved = written && std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0 &&
                       flushed(path.left(path.lastIndexOf(QLatin1Char('/'))), O_RDONLY | O_DIRECTORY);
    if (!moved)
        file.remove();
    return moved;
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
