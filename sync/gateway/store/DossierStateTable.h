#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"

#include <span>

namespace motcua::gateway {

/// Where each dossier stands, so that it can be found and counted without replaying it.
class DossierStateTable {
public:
    virtual ~DossierStateTable() = default;

    /// The dossier that has the code; null: none.
    virtual base::Result<QUuid> ofCode(const QString& code) const = 0;

    /// The cursor of the dossier's last record, which every record of it changes; 0: it has none. Until the transaction is over
    /// nobody else adds to the dossier, whether it is there or not.
    virtual base::Result<qint64> lock(domain::DossierId dossier) = 0;
    /// Dossiers that are there or, when one is new, in `unit`.
    virtual base::Outcome write(qint64 unit, std::span<const domain::Dossier* const> dossiers) = 0;
};

}
