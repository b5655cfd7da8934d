#include "sync/gateway/blobs/Uploads.h"

#include "sync/protocol/Address.h"

#include <QDir>
#include <QFileInfo>

namespace motcua::gateway {

namespace {

base::Error notStored() {
    return {QStringLiteral("platform.not-stored"), {}, nullptr, true};
}

}

Uploads::Writing::Writing(Uploads& owner, const Peer& peer, Upload upload)
    : m_owner(owner), m_peer(peer), m_upload(std::move(upload)), m_start(m_upload.offset), m_file(owner.fileOf(m_upload.id)) {}

Uploads::Writing::~Writing() {
    m_file.close();
    const std::lock_guard lock(m_owner.m_mutex);
    m_owner.m_busy.remove(m_upload.id);
}

base::Outcome Uploads::Writing::append(const char* data, size_t size) {
    const auto length = static_cast<qint64>(size);
    if (m_upload.offset + length > m_upload.bytes || m_upload.offset - m_start + length > protocol::limit::blobChunkBytes)
        return base::fail(QStringLiteral("blob.too-large"));
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return base::fail(notStored());
    if (m_file.write(data, length) != length)
        return base::fail(notStored());
    m_digest.add(data, size);
    m_upload.offset += length;
    return base::done();
}

void Uploads::Writing::drop() {
    m_file.close();
    m_file.resize(m_start);
    m_upload.offset = m_start;
}

base::Outcome Uploads::Writing::finish() {
    m_file.close();
    if (!m_upload.isComplete())
        return base::done();
    const QByteArray found = m_start == 0 ? m_digest.value() : protocol::Digest::ofFile(m_file.fileName());
    if (found != m_upload.hash) {
        if (auto forgotten = m_owner.forget(m_upload.id); !forgotten)
            return forgotten;
        return base::fail(QStringLiteral("blob.checksum-mismatch"));
    }
    return m_owner.m_blobs.keep(m_peer, {m_upload.hash, m_upload.bytes, m_file.fileName(), m_upload.id});
}

QString Uploads::fileOf(const QUuid& id) const {
    return m_directory + QStringLiteral("/uploads/") + id.toString(QUuid::WithoutBraces);
}

base::Result<Upload> Uploads::create(const Peer& peer, const QByteArray& hash, qint64 bytes) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    Upload upload{base::newUuidV7(now), hash, bytes, 0, QDateTime::fromMSecsSinceEpoch(now + lifetime, Qt::UTC)};
    QFile file(fileOf(upload.id));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return base::fail(notStored());
    const auto stored = m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        auto count = connection.prepare("SELECT count(*) FROM uploads WHERE station = ?1");
        if (const auto row = count.bind(peer.key).next(); !row)
            return base::fail(row.error());
        if (count.integer(0) >= mostPerStation)
            return base::fail(QStringLiteral("request.too-many"));
        return connection.prepare("INSERT INTO uploads(id, station, hash, bytes, expires) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(upload.id, peer.key, hash, bytes, now + lifetime)
            .run();
    });
    if (!stored) {
        file.remove();
        return base::fail(stored.error());
    }
    return upload;
}

base::Result<Upload> Uploads::find(const Peer& peer, const QUuid& id) const {
    Upload upload;
    {
        const Session session = m_database.reader();
        auto query = session->prepare("SELECT hash, bytes, expires FROM uploads WHERE id = ?1 AND station = ?2");
        const auto row = query.bind(id, peer.key).next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            return base::fail(QStringLiteral("blob.upload-unknown"));
        upload = {id, query.bytes(0), query.integer(1), 0, QDateTime::fromMSecsSinceEpoch(query.integer(2), Qt::UTC)};
    }
    const QFileInfo file(fileOf(id));
    if (!file.exists() || upload.expires <= m_clock.now())
        return base::fail(QStringLiteral("blob.upload-gone"));
    upload.offset = file.size();
    return upload;
}

base::Result<std::unique_ptr<Uploads::Writing>> Uploads::write(const Peer& peer, const QUuid& id, qint64 offset) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_busy.contains(id))
            return base::fail(QStringLiteral("blob.busy"));
        m_busy.insert(id);
    }
    auto upload = find(peer, id);
    if (upload && upload->offset == offset)
        return std::make_unique<Writing>(*this, peer, std::move(*upload));
    const std::lock_guard lock(m_mutex);
    m_busy.remove(id);
    if (!upload)
        return base::fail(upload.error());
    return base::fail(QStringLiteral("blob.wrong-offset"), {{QStringLiteral("offset"), QString::number(upload->offset)}});
}

base::Outcome Uploads::remove(const Peer& peer, const QUuid& id) {
    const auto writing = find(peer, id).and_then([&](const Upload& upload) { return write(peer, id, upload.offset); });
    if (!writing && writing.error().code != QLatin1String("blob.upload-gone"))
        return base::fail(writing.error());
    return forget(id);
}

base::Outcome Uploads::forget(const QUuid& id) {
    QFile::remove(fileOf(id));
    return m_database.inTransaction(
        [&](sqlite::Connection& connection) { return connection.prepare("DELETE FROM uploads WHERE id = ?1").bind(id).run(); });
}

base::Outcome Uploads::expire() {
    std::vector<QUuid> over;
    {
        const Session session = m_database.reader();
        auto query = session->prepare("SELECT id FROM uploads WHERE expires <= ?1");
        query.bind(m_clock.now().toMSecsSinceEpoch());
        const auto read = query.each([&] { over.push_back(query.uuid(0)); });
        if (!read)
            return base::fail(read.error());
    }
    for (const QUuid& id : over)
        if (auto forgotten = forget(id); !forgotten)
            return forgotten;
    return base::done();
}

base::Outcome Uploads::sweep() {
    QSet<QString> known;
    const Session session = m_database.reader();
    auto query = session->prepare("SELECT id FROM uploads");
    const auto read = query.each([&] { known.insert(query.uuid(0).toString(QUuid::WithoutBraces)); });
    if (!read)
        return base::fail(read.error());
    QDir directory(m_directory + QStringLiteral("/uploads"));
    for (const QString& name : directory.entryList(QDir::Files))
        if (!known.contains(name))
            directory.remove(name);
    return base::done();
}

}
