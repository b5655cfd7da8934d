#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

#include <QByteArray>

namespace motcua::domain::ports {

/// Pages and papers, content-addressed and sealed. Durable when put() returns.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    /// Storing the same content twice is one blob. Errors: "blob.disk-full", "blob.write-failed", "blob.too-large" (over 64 MiB).
    virtual base::Result<BlobHash> put(const QByteArray& content) = 0;
    /// Errors: "blob.missing", "blob.damaged".
    virtual base::Result<QByteArray> read(const BlobHash& hash) const = 0;
    virtual bool contains(const BlobHash& hash) const = 0;
};

}
