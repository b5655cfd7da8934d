// What cannot be judged because a newer program wrote it. None such is taken in: it would have a number, a code or a hand-over without what these
// need. Dossiers may have such records all the same, where this program was put in the place of a newer one, or from programs of before, which took
// them in unjudged.

#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/ledger/RecordEvent.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

bool isShaped(const protocol::RecordHeader& header) {
    return (header.number > 0) == !header.volume.isNull() && (header.dossierVersion == 0 || !header.dossier.isNull());
}

}

Verdict LedgerBatch::isReadable(const Judge::Case& one) const {
    const protocol::RecordHeader& header = one.header;
    if (isUnread(one.event)) {
        if (!isShaped(header))
            return mayNot("record.header-mismatch");
        // A new kind begins at a new version: one that this program should read and does not know was made up.
        if (header.version > domain::newestRecordVersion)
            return mayNot("event.newer-version");
        return mayNot({QStringLiteral("event.unknown-kind"),
            {{QStringLiteral("kind"), QString::fromLatin1(header.kind)}, {QStringLiteral("version"), QString::number(header.version)}}});
    }
    if (one.dossier.unread == 0)
        return may();
    const auto held = m_parts.tables.records().ofDossier(one.event.dossier);
    if (!held)
        return base::fail(held.error());
    // One that was judged late and cannot be followed will not be read by any program.
    const bool isBarred = std::any_of(held->begin(), held->end(), [](const HeldRecord& each) { return each.waits == Waits::Barred; });
    return mayNot(isBarred ? "event.wrong-state" : "event.newer-version");
}

}
