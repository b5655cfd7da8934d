#pragma once

#include "app/domain/EventCodec.h"
#include "sync/engine/Store.h"

#include <QHash>
#include <QMutex>

namespace motcua::test {

/// A store in memory with the rules of the journal's: what the engine is tried on where no disk is needed. May be looked at from
/// the test's thread while the sync thread uses it.
class MemoryStore final : public engine::Store {
public:
    explicit MemoryStore(const QUuid& station) : m_station(station) {}

    /// Appends a record to the chain; `blobs` are the contents it names.
    void append(const domain::Event& event, const QList<QByteArray>& blobs = {});
    QString headHex() const;
    QList<protocol::FeedItem> items() const;

    base::Result<qint64> acknowledged() const override;
    base::Result<qint64> lastSeq() const override;
    base::Result<std::vector<protocol::Record>> records(qint64 afterSeq, int limit) const override;
    base::Outcome acknowledge(const protocol::Mark& mark) override;
    base::Result<std::vector<engine::PendingBlob>> pendingBlobs(int limit) const override;
    base::Result<QByteArray> readBlob(const QString& hash) const override;
    base::Outcome rememberUpload(const QString& hash, const QString& upload) override;
    base::Outcome blobHeld(const QString& hash) override;
    base::Result<QStringList> wantedBlobs(int limit) const override;
    base::Outcome keepBlob(const QString& hash, const QByteArray& content) override;
    bool hasBlob(const QString& hash) const override;
    int reads() const override { return domain::newestRecordVersion; }
    base::Outcome heard(const protocol::ReadVersions& reads) override;
    protocol::ReadVersions platformReads() const;
    base::Result<qint64> feedCursor() const override;
    base::Outcome receive(const std::vector<protocol::FeedItem>& items) override;
    base::Outcome refuse(const protocol::Refusal& refusal) override;
    base::Outcome clearRefusal(qint64 seq) override;
    base::Outcome refuseForGood(const protocol::Refusal& refusal) override;
    base::Result<std::vector<protocol::Refusal>> refusals() const override;
    base::Result<int> needingSomebody() const override;
    std::vector<protocol::Refusal> refusedForGood() const {
        const QMutexLocker lock(&m_mutex);
        return m_refusedForGood;
    }

private:
    mutable QMutex m_mutex;
    QUuid m_station;
    std::vector<protocol::Record> m_records;
    protocol::Mark m_mark;
    QHash<QString, QByteArray> m_blobs;
    std::vector<engine::PendingBlob> m_pending;
    QList<protocol::FeedItem> m_items;
    protocol::ReadVersions m_reads;
    std::vector<protocol::Refusal> m_refusals;
    std::vector<protocol::Refusal> m_refusedForGood;
};

}
