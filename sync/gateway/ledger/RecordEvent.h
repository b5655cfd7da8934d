#pragma once

#include "app/domain/Events.h"
#include "sync/protocol/Record.h"

namespace motcua::gateway {

/// The event that a record of this header and body tells of.
inline domain::Event eventOf(const protocol::RecordHeader& header, domain::EventBody body) {
    return {std::move(body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
}

}
