#pragma once

#include "app/base/Result.h"
#include "app/domain/DossierCode.h"
#include "app/domain/Events.h"

#include <QByteArray>

namespace motcua::domain {

/// The newest record version of any kind that this program reads and writes.
inline constexpr int newestRecordVersion = 6;
/// The first that says who the parties are, and why a result is due later.
inline constexpr int partiesSince = 6;

/// The wire name of an event's kind: "dossier-received", "entry-registered", … Stable for ever; stored in clear. Valid as long as
/// `body` is.
QLatin1String kindOf(const EventBody& body);

/// A body as it is written: compact UTF-8 JSON, in the lowest version that holds all of it, so that an older program reads
/// whatever it can.
struct EncodedBody {
    int version = 1;
    QByteArray json;
};
EncodedBody encodeBody(const EventBody& body);

/// The newest version in which such a body is written.
int versionOf(const EventBody& body);

/// Lifts older versions. A kind or version that a newer program wrote becomes an UnreadRecord; `changes`: its header says that it
/// changes the dossier. Error: "event.malformed".
base::Result<EventBody> decodeBody(QByteArrayView kind, int version, const QByteArray& json, bool changes = false);
/// Of a record that is held and may never have been judged: with every text made plain (PlainText.h), as older programs did not. One that says
/// nothing readable, or changes a dossier although its header says that it adds, stays as if unread, and nothing that it says counts.
EventBody decodeHeld(QByteArrayView kind, int version, const QByteArray& json, bool changes);

/// The number that a slip took in its series; null: the event makes no slip, or one without a series.
const EntryReference* slipOf(const EventBody& body);
/// The series that numbers the slip of such an event (Volume.h, series); empty: it makes none.
QLatin1String seriesOf(const EventBody& body);

/// The volume whose book or series an event writes in, or whose numbers it speaks of; null: none.
VolumeId volumeOf(const EventBody& body);

// What every version of a record says where an older program looks for it, so that it can hold the dossier in its place and let
// nobody else change it.

/// What the record calls `code`: the dossier's own; nothing where it says none that is one.
std::optional<DossierCode> codeIn(const UnreadRecord& body);
/// The desk that "folder-released" passes the dossier to; null where it says none. No other kind ever moves a dossier.
StationId releasedTo(const EventBody& body);

/// True for kinds that change the dossier and so carry a version and need the dossier in hand; false for those that only add.
bool changesDossier(const EventBody& body);
/// Whether such an event is about a dossier; else it is about a book or the desk.
bool isAboutDossier(const EventBody& body);
/// Whether it says who may give which numbers of a unit's books: leases, what becomes of them, and who keeps the book.
bool isAboutNumbers(const EventBody& body);
/// The volume and number an event takes (EntryRegistered, or a slip's), else {null, 0}: what the journal keeps unique.
std::pair<VolumeId, int> takenNumber(const EventBody& body);

}
