#include "tests/support/line/MemoryStore.h"

#include "app/domain/EventCodec.h"

#include <QCryptographicHash>
#include <QMutexLocker>

#include <algorithm>

namespace motcua::test {

namespace {

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

}

void MemoryStore::append(const domain::Event& event, const QList<QByteArray>& blobs) {
    const QMutexLocker lock(&m_mutex);
    protocol::Record record;
    record.salt = sha256(QByteArray::number(m_records.size())).left(16);
    const domain::EncodedBody encoded = domain::encodeBody(event.body);
    record.payload = encoded.json;
    record.header.station = m_station;
    record.header.seq = static_cast<qint64>(m_records.size()) + 1;
    record.header.kind = QByteArray(domain::kindOf(event.body).data());
    record.header.version = encoded.version;
    record.header.dossier = event.dossier.value();
    record.header.dossierVersion = event.dossierVersion;
    const auto [volume, number] = domain::takenNumber(event.body);
    record.header.volume = volume.value();
    record.header.number = number;
    record.header.actor = event.actor.value();
    record.header.at = event.at.toMSecsSinceEpoch();
    record.header.previous = m_records.empty() ? QByteArray(32, '\0') : protocol::hashOf(m_records.back().header);
    record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    record.header.sealedDigest = sha256(record.payload);
    m_records.push_back(record);
    for (const QByteArray& content : blobs) {
        const QString hash = QString::fromLatin1(sha256(content).toHex());
        m_blobs.insert(hash, content);
        m_pending.push_back({hash, content.size(), {}, record.header.seq});
    }
}

QString MemoryStore::headHex() const {
    const QMutexLocker lock(&m_mutex);
    return m_records.empty() ? QString() : QString::fromLatin1(protocol::hashOf(m_records.back().header).toHex());
}

QList<protocol::FeedItem> MemoryStore::items() const {
    const QMutexLocker lock(&m_mutex);
    return m_items;
}

base::Result<qint64> MemoryStore::acknowledged() const {
    const QMutexLocker lock(&m_mutex);
    return m_mark.seq;
}

base::Result<qint64> MemoryStore::lastSeq() const {
    const QMutexLocker lock(&m_mutex);
    return static_cast<qint64>(m_records.size());
}

base::Result<std::vector<protocol::Record>> MemoryStore::records(qint64 afterSeq, int limit) const {
    const QMutexLocker lock(&m_mutex);
    const qint64 size = static_cast<qint64>(m_records.size());
    const qint64 from = std::clamp<qint64>(afterSeq, 0, size);
    const qint64 until = std::min(size, from + limit);
    return std::vector<protocol::Record>(m_records.begin() + from, m_records.begin() + until);
}

base::Outcome MemoryStore::acknowledge(const protocol::Mark& mark) {
    const QMutexLocker lock(&m_mutex);
    if (mark.seq > static_cast<qint64>(m_records.size()))
        return base::fail(QStringLiteral("sync.mark-beyond-journal"));
    const QByteArray head = mark.seq == 0 ? QByteArray(32, '\0') : protocol::hashOf(m_records.at(static_cast<size_t>(mark.seq) - 1).header);
    if (QString::fromLatin1(head.toHex()) != mark.head)
        return base::fail(QStringLiteral("sync.mark-forged"));
    m_mark = mark;
    return base::done();
}

base::Result<std::vector<engine::PendingBlob>> MemoryStore::pendingBlobs(int limit) const {
    const QMutexLocker lock(&m_mutex);
    const auto count = std::min<std::ptrdiff_t>(limit, static_cast<std::ptrdiff_t>(m_pending.size()));
    return std::vector<engine::PendingBlob>(m_pending.begin(), m_pending.begin() + count);
}

base::Result<QByteArray> MemoryStore::readBlob(const QString& hash) const {
    const QMutexLocker lock(&m_mutex);
    if (!m_blobs.contains(hash))
        return base::fail(QStringLiteral("journal.unknown-blob"));
    return m_blobs.value(hash);
}

base::Outcome MemoryStore::rememberUpload(const QString& hash, const QString& upload) {
    const QMutexLocker lock(&m_mutex);
    for (engine::PendingBlob& blob : m_pending)
        if (blob.hash == hash)
            blob.upload = upload;
    return base::done();
}

base::Outcome MemoryStore::blobHeld(const QString& hash) {
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_pending, [&hash](const engine::PendingBlob& blob) { return blob.hash == hash; });
    return base::done();
}

base::Result<QStringList> MemoryStore::wantedBlobs(int) const {
    return QStringList();
}

base::Outcome MemoryStore::keepBlob(const QString& hash, const QByteArray& content) {
    const QMutexLocker lock(&m_mutex);
    m_blobs.insert(hash, content);
    return base::done();
}

bool MemoryStore::hasBlob(const QString& hash) const {
    const QMutexLocker lock(&m_mutex);
    return m_blobs.contains(hash);
}

base::Outcome MemoryStore::heard(const protocol::ReadVersions& reads) {
    const QMutexLocker lock(&m_mutex);
    m_reads = reads;
    return base::done();
}

protocol::ReadVersions MemoryStore::platformReads() const {
    const QMutexLocker lock(&m_mutex);
    return m_reads;
}

base::Result<qint64> MemoryStore::feedCursor() const {
    const QMutexLocker lock(&m_mutex);
    return m_items.isEmpty() ? 0 : m_items.last().cursor;
}

base::Outcome MemoryStore::receive(const std::vector<protocol::FeedItem>& items) {
    const QMutexLocker lock(&m_mutex);
    for (const protocol::FeedItem& item : items)
        if (m_items.isEmpty() || item.cursor > m_items.last().cursor)
            m_items << item;
    return base::done();
}

base::Outcome MemoryStore::refuse(const protocol::Refusal& refusal) {
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_refusals, [&refusal](const protocol::Refusal& kept) { return kept.seq == refusal.seq; });
    m_refusals.push_back(refusal);
    return base::done();
}

base::Outcome MemoryStore::refuseForGood(const protocol::Refusal& refusal) {
    const QMutexLocker lock(&m_mutex);
    m_refusedForGood.push_back(refusal);
    return base::done();
}

base::Result<int> MemoryStore::needingSomebody() const {
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_refusals.size() + m_refusedForGood.size());
}

base::Outcome MemoryStore::clearRefusal(qint64 seq) {
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_refusals, [seq](const protocol::Refusal& kept) { return kept.seq == seq; });
    return base::done();
}

base::Result<std::vector<protocol::Refusal>> MemoryStore::refusals() const {
    const QMutexLocker lock(&m_mutex);
    return m_refusals;
}

}
