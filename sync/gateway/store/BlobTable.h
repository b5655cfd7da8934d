#pragma once

#include "app/base/Result.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace motcua::gateway {

struct BlobRow {
    QByteArray hash;
    qint64 unit = 0;
    qint64 bytes = 0;
    qint64 received = 0; ///< UTC milliseconds
};

/// Which unit has put which blob here.
class BlobTable {
public:
    virtual ~BlobTable() = default;

    virtual base::Result<bool> holds(const QByteArray& hash, qint64 unit) const = 0;
    /// The blob's bytes; nothing: the unit has put none of that hash here.
    virtual base::Result<std::optional<qint64>> sizeOf(const QByteArray& hash, qint64 unit) const = 0;
    /// Bytes that the unit has put here in the last 24 hours, to the hour, small ones counted as one piece of a file (64 KiB). `now`: UTC
    /// milliseconds.
    virtual base::Result<qint64> keptLately(qint64 unit, qint64 now) const = 0;
    /// Each hash once.
    virtual base::Outcome each(const std::function<void(const QByteArray& hash)>& visit) const = 0;

    /// Those that no record has named, received before a moment (UTC milliseconds), of units none of whose records waits to be read: nobody can
    /// tell yet what that one names.
    virtual base::Result<std::vector<BlobRow>> unnamed(qint64 before) const = 0;
    virtual base::Result<bool> isHeldByAnyone(const QByteArray& hash) const = 0;

    /// The number of the key that all files lie under; 0: some may lie in clear.
    virtual base::Result<qint64> filesKey() const = 0;
    virtual base::Outcome setFilesKey(qint64 key) = 0;

    /// A record of the unit names it; none of that hash: nothing happens.
    virtual base::Outcome setNamed(const QByteArray& hash, qint64 unit) = 0;
    virtual base::Outcome remove(const QByteArray& hash, qint64 unit) = 0;
    /// One that is there is left.
    virtual base::Outcome add(const BlobRow& row) = 0;
};

}
