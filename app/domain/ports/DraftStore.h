#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace motcua::domain::ports {

struct Draft {
    DraftId id;
    UserId owner;
    QDateTime changed;
    QByteArray content; ///< opaque to the store
};

/// Unfinished intakes: sealed, overwritten in place, durable when save() returns.
class DraftStore {
public:
    virtual ~DraftStore() = default;
    virtual base::Outcome save(const Draft& draft) = 0;
    /// Newest first.
    virtual base::Result<std::vector<Draft>> drafts(UserId owner) const = 0;
    /// Everybody's at this desk, newest first.
    virtual base::Result<std::vector<Draft>> everybodys() const = 0;
    virtual base::Outcome drop(DraftId id) = 0;
};

}
