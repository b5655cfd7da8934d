#pragma once

#include "app/base/Result.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// A dossier, on whose desk it lies, and who asks for it.
struct Holding {
    struct Asker {
        qint64 station = 0;
        QUuid id;
        qint64 asked = 0; ///< UTC milliseconds
    };
    QUuid dossier;
    qint64 unit = 0;
    qint64 holder = 0; ///< a station's key
    QUuid holderId = {};
    std::optional<Asker> asker = {};
};

/// Who asks for whose dossier; one asker for each.
class ClaimTable {
public:
    virtual ~ClaimTable() = default;

    /// Nothing: no such dossier.
    virtual base::Result<std::optional<Holding>> holding(const QUuid& dossier) const = 0;
    /// Those asked for at `moment` or before.
    virtual base::Result<std::vector<Holding>> askedUntil(qint64 moment) const = 0;

    /// In the place of an earlier asker.
    virtual base::Outcome put(const QUuid& dossier, qint64 asker, qint64 asked) = 0;
    virtual base::Outcome remove(const QUuid& dossier) = 0;
};

}
