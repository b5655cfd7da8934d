#pragma once

#include "app/domain/EventCodec.h"
#include "sync/gateway/store/RecordTable.h"

namespace motcua::gateway {

/// The event that a record of this header and body tells of.
inline domain::Event eventOf(const protocol::RecordHeader& header, domain::EventBody body) {
    return {std::move(body), domain::DossierId(header.dossier), header.dossierVersion, domain::StationId(header.station),
        domain::UserId(header.actor), QDateTime::fromMSecsSinceEpoch(header.at, Qt::UTC)};
}

/// Whether a newer program wrote it.
inline bool isUnread(const domain::Event& event) {
    return std::holds_alternative<domain::UnreadRecord>(event.body);
}

/// The event of a record that is held. What a newer program wrote, what is barred (nothing that it says counts), and what cannot be read although
/// this program knows its kind (it was kept when the kind was not known) is an UnreadRecord.
inline domain::Event eventOf(const HeldRecord& held) {
    const protocol::RecordHeader& header = held.record.header;
    const bool changes = header.dossierVersion > 0;
    auto body = domain::decodeBody(header.kind, header.version, held.record.payload, changes);
    if (held.waits == Waits::Barred)
        body = domain::UnreadRecord{header.kind, header.version, changes, "{}"};
    else if (!body)
        body = domain::UnreadRecord{header.kind, header.version, changes, held.record.payload};
    return eventOf(header, std::move(*body));
}

}
