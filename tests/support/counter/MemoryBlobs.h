#pragma once

#include "app/domain/ports/BlobStore.h"

#include <QCryptographicHash>
#include <QHash>

namespace motcua::test {

class MemoryBlobs final : public domain::ports::BlobStore {
public:
    base::Result<domain::BlobHash> put(const QByteArray& content) override {
        if (!nextFailure.code.isEmpty())
            return base::fail(nextFailure);
        constexpr qsizetype largest = qsizetype(64) * 1024 * 1024;
        if (content.size() > largest)
            return base::fail(QStringLiteral("blob.too-large"));
        const domain::BlobHash hash = domain::blobHashOf(QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        m_blobs.insert(hash, content);
        return hash;
    }
    base::Result<QByteArray> read(const domain::BlobHash& hash) const override {
        if (!contains(hash))
            return base::fail(QStringLiteral("blob.missing"));
        return m_blobs.value(hash);
    }
    bool contains(const domain::BlobHash& hash) const override { return m_blobs.contains(hash); }

    base::Error nextFailure;

private:
    QHash<domain::BlobHash, QByteArray> m_blobs;
};

}
