#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Exchange.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Claims of other stations that have not been met, one for each dossier, in the read model's database. Owned by ReadModel.
class WishTable {
public:
    explicit WishTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Outcome create();
    /// The first wish for a dossier stands until it is met. `ownSeq`: the station's last record when it came in.
    base::Outcome add(const domain::ports::DossierWish& wish, qint64 cursor, qint64 ownSeq);
    /// The dossier was released by the own record `seq`.
    base::Outcome met(domain::DossierId dossier, qint64 seq);
    /// For dossiers that this station holds, oldest first.
    base::Result<std::vector<domain::ports::DossierWish>> open(domain::StationId station) const;

private:
    sqlite::Connection& m_connection;
};

}
