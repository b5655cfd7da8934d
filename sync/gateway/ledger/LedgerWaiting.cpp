// Records of newer programs: LedgerBatch keeps them, so that a station's chain goes on, and judges neither them nor what follows them
// about the same dossier. What their headers say is checked: actor, unit, where the dossier lies and its version, number of the book.

#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/BookTable.h"

namespace motcua::gateway {

namespace {

bool isShaped(const protocol::RecordHeader& header) {
    return (header.number > 0) == !header.volume.isNull() && (header.dossierVersion == 0 || !header.dossier.isNull());
}

}

Waits LedgerBatch::waitsFor(const Judge::Case& one) {
    if (isUnread(one.event))
        return Waits::Unread;
    return one.dossier.unread > 0 ? Waits::Behind : Waits::No;
}

base::Result<bool> LedgerBatch::takeWaiting(const CheckedRecord& checked, const Judge::Case& one, Waits waits) {
    const protocol::RecordHeader& header = one.header;
    const bool fits = waits == Waits::Unread ? isShaped(header) : Judge::headerFits(one);
    const Verdict verdict = isSigned(fits ? mayWait(one) : mayNot("record.header-mismatch"), checked, one);
    if (!isFine(verdict))
        return verdict ? objectTo(checked, **verdict) : base::fail(verdict.error());
    if (waits == Waits::Unread && header.number > 0) {
        const auto book = volume(domain::VolumeId(header.volume));
        if (!book)
            return base::fail(book.error());
        (*book)->lastNumber = header.number;
        if (auto added = m_parts.tables.books().addEntry(m_peer.unit, one.event.dossier, (*book)->id, header.number); !added)
            return base::fail(added.error());
    }
    return apply(checked, one.event, waits).map([](base::Done) { return true; });
}

Verdict LedgerBatch::mayWait(const Judge::Case& one) {
    // A new kind begins at a new version: one that this program should read and does not know was made up.
    if (isUnread(one.event) && one.header.version <= domain::newestRecordVersion)
        return mayNot({QStringLiteral("event.unknown-kind"),
            {{QStringLiteral("kind"), QString::fromLatin1(one.header.kind)}, {QStringLiteral("version"), QString::number(one.header.version)}}});
    if (Verdict actor = m_judge->actorMay(one); !isFine(actor))
        return actor;
    if (!one.event.dossier.isNull())
        if (Verdict about = dossierMayWait(one); !isFine(about))
            return about;
    if (!isUnread(one.event))
        return m_judge->contentFits(one);
    if (Verdict code = m_judge->codeFits(one); !isFine(code))
        return code;
    return m_judge->numberFits(one);
}

Verdict LedgerBatch::dossierMayWait(const Judge::Case& one) const {
    if (Verdict unit = m_judge->unitFits(one); !isFine(unit))
        return unit;
    const domain::Dossier& dossier = one.dossier;
    const domain::Event& event = one.event;
    const bool changes = event.dossierVersion > 0;
    if (changes && event.dossierVersion != dossier.version + 1)
        return mayNot({QStringLiteral("event.version-conflict"), {{QStringLiteral("expected"), QString::number(dossier.version + 1)}}});
    // Where the dossier lies can be read in every version.
    if (changes && dossier.version > 0 && dossier.holder != event.station)
        return mayNot({QStringLiteral("event.not-holder"), {{QStringLiteral("holder"), dossier.holder.toString()}}});
    return may();
}

}
