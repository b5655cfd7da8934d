#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <QByteArray>

namespace motcua::domain {

/// The wire name of an event's kind: "dossier-received", "entry-registered", … Stable for ever; stored in clear.
QLatin1String kindOf(const EventBody& body);
/// The version in which bodies of this kind are written today; 1 unless the kind was changed incompatibly.
int versionOf(const EventBody& body);

/// Compact UTF-8 JSON.
QByteArray encodeBody(const EventBody& body);
/// Lifts older versions. Errors: "event.unknown-kind", "event.newer-version", "event.malformed".
base::Result<EventBody> decodeBody(QByteArrayView kind, int version, const QByteArray& json);

/// The volume whose book an event writes in; null when it writes in none.
VolumeId volumeOf(const EventBody& body);

/// True for kinds that change the dossier and so carry a version and need the dossier in hand; false for those that only add.
bool changesDossier(const EventBody& body);
/// The volume and number an event takes (EntryRegistered), else {null, 0}: what the journal keeps unique.
std::pair<VolumeId, int> takenNumber(const EventBody& body);

}
