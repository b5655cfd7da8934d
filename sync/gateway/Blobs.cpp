#include "sync/gateway/Blobs.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

namespace motcua::gateway {

namespace {

bool flushed(const QString& path, int flags) {
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool good = ::fsync(file) == 0;
    ::close(file);
    return good;
}

}

QString Blobs::pathOf(const QByteArray& hash) const {
    const QString hex = QString::fromLatin1(hash.toHex());
    return m_parts.folder + QStringLiteral("/blobs/") + hex.left(2) + QLatin1Char('/') + hex;
}

bool Blobs::holds(const Peer& peer, const QByteArray& hash) const {
    const Session session = m_parts.database.reader();
    return session->prepare("SELECT 1 FROM blobs WHERE hash = ?1 AND unit = ?2").bind(hash, peer.unit).next().value_or(false);
}

base::Result<QByteArray> Blobs::read(const Peer& peer, const QByteArray& hash) const {
    if (!holds(peer, hash))
        return base::fail(QStringLiteral("blob.missing"));
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("blob.missing"));
    return file.readAll();
}

base::Outcome Blobs::keep(const Peer& peer, const QByteArray& hash, const QString& file, qint64 bytes) {
    const QString path = pathOf(hash);
    const QString folder = path.left(path.lastIndexOf(QLatin1Char('/')));
    const bool isNewFolder = !QDir(folder).exists();
    const bool moved = flushed(file, O_RDONLY) && QDir().mkpath(folder) &&
        std::rename(QFile::encodeName(file).constData(), QFile::encodeName(path).constData()) == 0 &&
        flushed(folder, O_RDONLY | O_DIRECTORY) &&
        (!isNewFolder || flushed(m_parts.folder + QStringLiteral("/blobs"), O_RDONLY | O_DIRECTORY));
    if (!moved)
        return base::fail(base::Error{QStringLiteral("platform.not-stored"), {}, nullptr, true});
    return m_parts.database.inTransaction([&](sqlite::Connection& connection) {
        return connection.prepare("INSERT OR IGNORE INTO blobs(hash, unit, bytes, received) VALUES(?1, ?2, ?3, ?4)")
            .bind(hash, peer.unit, bytes, m_parts.clock.now().toMSecsSinceEpoch())
            .run();
    });
}

}
