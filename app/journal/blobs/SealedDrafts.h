#pragma once

#include "app/domain/ports/DraftStore.h"
#include "app/journal/keys/Sealer.h"

namespace motcua::sqlite {
class Connection;
class Statement;
}

namespace motcua::journal {

/// Drafts in a side table, sealed, each overwritten in its place. Owned by Unlocked, used in the GUI thread.
class SealedDrafts final : public domain::ports::DraftStore {
public:
    SealedDrafts(sqlite::Connection& connection, const QUuid& station, Sealer sealer);

    /// Errors: "journal.disk-full", "journal.write-failed".
    base::Outcome save(const domain::ports::Draft& draft) override;
    /// A draft that no longer opens is left out and logged: the others must stay within reach.
    base::Result<std::vector<domain::ports::Draft>> drafts(domain::UserId owner) const override;
    base::Result<std::vector<domain::ports::Draft>> everybodys() const override;
    base::Outcome drop(domain::DraftId id) override;

    /// What a draft is sealed to.
    static SealPlace placeOf(const QUuid& station, const QUuid& id);

private:
    base::Result<std::vector<domain::ports::Draft>> read(sqlite::Statement statement) const;

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
};

}
