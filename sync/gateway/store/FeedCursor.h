#pragma once

#include "app/base/Result.h"

namespace motcua::gateway {

/// The numbers of the feed, which records and published items share, handed out in the order in which transactions are committed: a
/// reader that has seen cursor N never sees a smaller one appear later. So who asks for what lies past N misses nothing. From the
/// first next() of a transaction until it ends, nobody else is given a cursor; a transaction that is taken back leaves no trace.
class FeedCursor {
public:
    virtual ~FeedCursor() = default;
    /// Greater than every cursor that was handed out before, within this transaction and in all that are committed.
    virtual base::Result<qint64> next() = 0;
    /// The last that was handed out; 0: none was.
    virtual base::Result<qint64> newest() const = 0;
};

}
