#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <QJsonArray>

#include <map>
#include <vector>

namespace motcua::journal {

/// The volumes of the unit as the province granted them, with what the journal says of them without their rows: the numbers that
/// this station took, and the closings. Owned by ReadModel, which counts the rows.
class VolumeTable {
public:
    /// A volume from the feed. One that is known already keeps what the journal said of it.
    void grant(const domain::Volume& volume);
    void take(domain::VolumeId id, int number);
    void apply(const domain::Event& event);
    /// Its closing does not stand.
    void reopen(domain::VolumeId id);

    std::vector<domain::Volume> all() const;
    /// Errors: "book.unknown-volume".
    base::Result<domain::Volume> find(domain::VolumeId id) const;

    QJsonArray toJson() const;
    static VolumeTable fromJson(const QJsonArray& json);

private:
    std::map<domain::VolumeId, domain::Volume> m_volumes;
};

}
