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

/// The event of a record that is held and counts as `waits` says: what is barred is an UnreadRecord, too.
inline domain::Event eventOf(const protocol::Record& record, Waits waits) {
    const protocol::RecordHeader& header = record.header;
    const bool changes = header.dossierVersion > 0;
    if (waits == Waits::Barred)
        return eventOf(header, domain::UnreadRecord{header.kind, header.version, changes, "{}"});
    return eventOf(header, domain::decodeHeld(header.kind, header.version, record.payload, changes));
}

inline domain::Event eventOf(const HeldRecord& held) {
    return eventOf(held.record, held.waits);
}

}
