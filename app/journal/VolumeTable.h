#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <QJsonArray>

#include <map>
#include <vector>

namespace motcua::journal {

/// The volumes of the station's books, as granted by the province and filled by the station's own events. Owned by ReadModel.
class VolumeTable {
public:
    /// A volume from the feed. One that is known already keeps its own counts, which the station knows best.
    void grant(const domain::Volume& volume);
    void apply(const domain::Event& event);

    std::vector<domain::Volume> all() const;
    /// Errors: "book.unknown-volume".
    base::Result<domain::Volume> find(domain::VolumeId id) const;

    QJsonArray toJson() const;
    static VolumeTable fromJson(const QJsonArray& json);

private:
    std::map<domain::VolumeId, domain::Volume> m_volumes;
};

}
