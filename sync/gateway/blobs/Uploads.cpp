#include "sync/gateway/blobs/Uploads.h"

#include "app/base/Id.h"
#include "app/base/Logging.h"
#include "sync/protocol/Address.h"
#include "sync/vault/Belonging.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace motcua::gateway {

namespace {

/// A lease is made longer when this much of it is over.
constexpr qint64 renewAfter = Uploads::leaseTime / 3;

base::Error notStored() {
    return {QStringLiteral("platform.not-stored"), {}, nullptr, true};
}

base::Error busy() {
    return {QStringLiteral("blob.busy")};
}

}

Uploads::Writing::Writing(Uploads& owner, const Peer& peer, Upload upload, const QUuid& holder)
    : m_owner(owner), m_peer(peer), m_upload(std::move(upload)), m_holder(holder), m_renewAt(owner.m_clock.now().toMSecsSinceEpoch() + renewAfter),
      m_start(m_upload.offset), m_file(owner.fileOf(m_upload.id), m_upload.hash, owner.m_vault) {}

Uploads::Writing::~Writing() {
    if (!m_isHeld)
        return;
    if (const auto released = release(); !released)
        qCWarning(base::lcGateway).noquote() << "upload not released:" << released.error().toLogLine();
}

base::Outcome Uploads::Writing::open() {
    // What lies past the offset came in a request that died.
    return m_file.open(m_start) ? base::done() : base::fail(notStored());
}

base::Outcome Uploads::Writing::keepLease() {
    const qint64 now = m_owner.m_clock.now().toMSecsSinceEpoch();
    if (now < m_renewAt)
        return base::done();
    const auto leased = m_owner.m_store.write(
        [&](Tables& tables) { return tables.uploads().lease(m_upload.id, {.holder = m_holder, .now = now, .until = now + leaseTime}); });
    if (!leased)
        return base::fail(notStored().causedBy(leased.error()));
    m_isHeld = *leased;
    m_renewAt = now + renewAfter;
    return m_isHeld ? base::done() : base::fail(busy());
}

base::Outcome Uploads::Writing::release() {
    m_isHeld = false;
    if (m_file.isOpen() && !m_file.keep())
        m_upload.offset = m_start;
    m_file.close();
    const auto released = m_owner.m_store.write([&](Tables& tables) { return tables.uploads().release(m_upload.id, m_holder, m_upload.offset); });
    if (!released)
        return base::fail(notStored().causedBy(released.error()));
    return *released ? base::done() : base::fail(busy());
}

base::Outcome Uploads::Writing::append(const char* data, size_t size) {
    const auto length = static_cast<qint64>(size);
    if (m_upload.offset + length > m_upload.bytes)
        return base::fail(QStringLiteral("blob.too-large"));
    if (length == 0)
        return base::done();
    if (auto kept = keepLease(); !kept)
        return kept;
    if (auto allowed = m_owner.m_room.onDisk(length); !allowed)
        return allowed;
    if (!m_file.isOpen())
        if (auto opened = open(); !opened)
            return opened;
    if (!m_file.append(data, length))
        return base::fail(notStored());
    m_digest.add(data, size);
    m_upload.offset += length;
    return base::done();
}

void Uploads::Writing::drop() {
    if (m_isHeld && m_file.isOpen())
        m_file.takeBack();
    m_file.close();
    m_upload.offset = m_start;
}

base::Outcome Uploads::Writing::finish() {
    if (!m_upload.isComplete() || m_upload.isKept)
        return release();
    if (auto kept = keepLease(); !kept)
        return kept;
    if (m_file.isOpen() && !m_file.keep())
        return base::fail(notStored());
    m_file.close();
    const QByteArray found = m_start == 0 ? m_digest.value() : digestOfFile();
    const bool isRight = found == m_upload.hash;
    const base::Outcome ended =
        isRight ? m_owner.m_blobs.keep(m_peer, {m_upload.hash, m_upload.bytes, m_file.path(), m_upload.id}) : m_owner.forget(m_upload.id);
    m_isHeld = !ended;
    if (!ended)
        return ended;
    return isRight ? base::done() : base::fail(QStringLiteral("blob.checksum-mismatch"));
}

QByteArray Uploads::Writing::digestOfFile() const {
    BlobReader reader(m_file.path(), m_upload.hash, m_owner.m_vault);
    return reader.open() ? reader.digest() : QByteArray();
}

QString Uploads::fileOf(const QUuid& id) const {
    return m_directory + QStringLiteral("/uploads/") + id.toString(QUuid::WithoutBraces);
}

base::Result<Upload> Uploads::create(const Peer& peer, const Wish& wish) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    if (auto allowed = m_room.onDisk(wish.bytes); !allowed)
        return base::fail(allowed.error());
    Upload upload{base::newUuidV7(now), wish.hash, wish.bytes, 0, QDateTime::fromMSecsSinceEpoch(now + lifetime, Qt::UTC), wish.metadata};
    QFile file(fileOf(upload.id));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !vault::giveToOwnerOf(m_directory, file.handle()))
        return base::fail(notStored());
    const auto ended = m_store.write([&](Tables& tables) {
        return makeRoom(tables, peer, now).and_then([&](const std::optional<QUuid>& oldest) -> base::Result<std::optional<QUuid>> {
            if (auto allowed = m_room.ofUnit(tables, peer, wish.bytes, now); !allowed)
                return base::fail(allowed.error());
            return tables.uploads().add({upload.id, peer.key, wish.hash, wish.bytes, 0, now + lifetime, wish.metadata}).map([&](base::Done) {
                return oldest;
            });
        });
    });
    if (!ended) {
        file.remove();
        return base::fail(ended.error());
    }
    if (*ended)
        QFile::remove(fileOf(**ended));
    return upload;
}

base::Result<std::optional<QUuid>> Uploads::makeRoom(Tables& tables, const Peer& peer, qint64 now) {
    const auto open = tables.uploads().count(peer.key);
    if (!open || *open < mostPerStation)
        return open ? base::Result<std::optional<QUuid>>(std::nullopt) : base::fail(open.error());
    const auto oldest = tables.uploads().oldestIdle(peer.key, now);
    if (!oldest || !*oldest)
        return base::fail(oldest ? base::Error{QStringLiteral("request.too-many")} : oldest.error());
    return tables.uploads().remove(**oldest).map([&](base::Done) { return *oldest; });
}

/// Errors: "blob.upload-gone".
base::Result<Upload> Uploads::uploadOf(const UploadRow& row) const {
    const QFileInfo file(fileOf(row.id));
    const QDateTime expires = QDateTime::fromMSecsSinceEpoch(row.expires, Qt::UTC);
    if (row.isKept && expires > m_clock.now())
        return Upload{row.id, row.hash, row.bytes, row.bytes, expires, row.metadata, true};
    if (!file.exists() || expires <= m_clock.now())
        return base::fail(QStringLiteral("blob.upload-gone"));
    // There is less than what was taken only after the machine lost power, or the program died while it wrote a piece anew.
    return Upload{row.id, row.hash, row.bytes, soundContent(file.filePath(), row.hash, row.offset, m_vault), expires, row.metadata};
}

base::Result<Upload> Uploads::find(const Peer& peer, const QUuid& id) const {
    const auto row = m_store.read([&](const Tables& tables) { return tables.uploads().find(id, peer.key); });
    if (!row)
        return base::fail(row.error());
    return *row ? uploadOf(**row) : base::fail(QStringLiteral("blob.upload-unknown"));
}

base::Result<std::unique_ptr<Uploads::Writing>> Uploads::write(const Peer& peer, const QUuid& id, qint64 offset) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const QUuid holder = base::newUuidV7(now);
    const auto upload = m_store.write([&](Tables& tables) -> base::Result<Upload> {
        const auto row = tables.uploads().find(id, peer.key);
        if (!row || !*row)
            return base::fail(row ? base::Error{QStringLiteral("blob.upload-unknown")} : row.error());
        const auto leased = tables.uploads().lease(id, {.holder = holder, .now = now, .until = now + leaseTime});
        if (!leased || !*leased)
            return base::fail(leased ? busy() : leased.error());
        const auto found = uploadOf(**row);
        if (found && found->offset != offset)
            return base::fail(QStringLiteral("blob.wrong-offset"), {{QStringLiteral("offset"), QString::number(found->offset)}});
        return found;
    });
    if (!upload)
        return base::fail(upload.error());
    return std::make_unique<Writing>(*this, peer, *upload, holder);
}

base::Outcome Uploads::remove(const Peer& peer, const QUuid& id) {
    const auto writing = find(peer, id).and_then([&](const Upload& upload) { return write(peer, id, upload.offset); });
    if (!writing && writing.error().code != QLatin1String("blob.upload-gone"))
        return base::fail(writing.error());
    return forget(id);
}

base::Outcome Uploads::forget(const QUuid& id) {
    QFile::remove(fileOf(id));
    return m_store.write([&](Tables& tables) { return tables.uploads().remove(id); });
}

base::Outcome Uploads::expire() {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto over = m_store.read([&](const Tables& tables) { return tables.uploads().expiredAt(now); });
    if (!over)
        return base::fail(over.error());
    for (const QUuid& id : *over)
        if (auto forgotten = forget(id); !forgotten)
            return forgotten;
    return base::done();
}

base::Outcome Uploads::sweep() {
    const auto known = m_store.read([](const Tables& tables) { return tables.uploads().all(); });
    if (!known)
        return base::fail(known.error());
    QSet<QString> names;
    for (const QUuid& id : *known)
        names.insert(id.toString(QUuid::WithoutBraces));
    const QDateTime before = m_clock.now().addMSecs(-lifetime);
    QDir directory(m_directory + QStringLiteral("/uploads"));
    for (const QFileInfo& file : directory.entryInfoList(QDir::Files))
        if (!names.contains(file.fileName()) && file.lastModified() < before)
            directory.remove(file.fileName());
    return base::done();
}

}
