#pragma once

#include "app/domain/ports/Archive.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/DraftStore.h"
#include "app/domain/ports/Journal.h"
#include "app/domain/ports/Projection.h"
#include "tests/support/sqlite/CopyJob.h"

#include <memory>

namespace motcua::test {

/// A station's stores behind the ports of the use cases, empty but for one volume of its own; and what reaches them from outside.
class StoreStand {
public:
    virtual ~StoreStand() = default;

    virtual domain::ports::Journal& journal() = 0;
    virtual const domain::ports::Archive& archive() const = 0;
    virtual domain::ports::Projection& projection() = 0;
    virtual domain::ports::DraftStore& drafts() = 0;
    virtual domain::ports::BlobStore& blobs() = 0;

    /// A volume comes in by the feed.
    virtual void grant(const domain::Volume& granted) = 0;
    /// Another station's event comes in by the feed.
    virtual void receive(const domain::Event& event) = 0;
    /// The province confirms every record up to now.
    virtual void acknowledge() = 0;
    /// The program ends and starts again on the same data.
    virtual void restart() = 0;

    /// Appends and applies, as use cases do.
    base::Result<qint64> append(const std::vector<domain::Event>& events) {
        auto last = journal().append(events);
        if (last)
            if (const auto applied = projection().apply(events); !applied)
                return base::fail(applied.error());
        return last;
    }
    CopyJob job(int number) const {
        CopyJob job{station, clerk, supervisor, volume, number};
        job.at = job.at.addSecs(60 * number);
        job.dossier = domain::DossierId::make(job.at.toMSecsSinceEpoch());
        return job;
    }

    domain::StationId station = domain::StationId::make(1);
    domain::StationId otherStation = domain::StationId::make(9);
    domain::UserId clerk = domain::UserId::make(2);
    domain::UserId supervisor = domain::UserId::make(3);
    domain::VolumeId volume = domain::VolumeId::make(4);
};

/// In memory, as tests of the use cases have it.
std::unique_ptr<StoreStand> memoryStand();
/// Sealed on disk, as the program has it.
std::unique_ptr<StoreStand> sealedStand();

}
