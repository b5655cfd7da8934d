#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <vector>

namespace motcua::domain::ports {

/// Where use cases write what has happened and read a dossier's history. The only truth there is.
class Journal {
public:
    virtual ~Journal() = default;

    /// Appends all of `events` in one durable transaction, or none. Returns the sequence number of the last.
    /// Errors: "journal.version-conflict" (someone appended to the dossier first), "journal.number-taken",
    /// "journal.disk-full", "journal.write-failed".
    virtual base::Result<qint64> append(const std::vector<Event>& events) = 0;

    /// Whether what this user does now is signed with a key that the province has bound to that person at this desk.
    virtual bool signsFor(UserId user) const = 0;

    /// Everything known here about one dossier, own and received, ordered by dossier version, additions by time.
    virtual base::Result<std::vector<Event>> history(DossierId dossier) const = 0;

    /// When what this station recorded last happened, by the order of the chain; invalid: nothing yet.
    virtual base::Result<QDateTime> lastMoment() const = 0;

    /// The last `count` things that this station recorded, in the order of the chain; erased ones are left out.
    virtual base::Result<std::vector<Event>> latest(int count) const = 0;

    /// Submitting a draft: the same as append, and the draft is gone in the same transaction.
    virtual base::Result<qint64> appendAndDropDraft(const std::vector<Event>& events, DraftId draft) = 0;
};

}
