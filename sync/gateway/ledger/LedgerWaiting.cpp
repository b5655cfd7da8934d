// Records of newer programs: LedgerBatch keeps them, so that a station's chain goes on, and judges neither them nor what follows them
// about the same dossier. What their headers say is checked: place, actor, dossier's version, number of the book.

#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/store/BookTable.h"

#include <QJsonDocument>

namespace motcua::gateway {

base::Result<Waits> LedgerBatch::waitsFor(const domain::Event& event) {
    if (std::holds_alternative<domain::UnreadRecord>(event.body))
        return Waits::Unread;
    if (event.dossier.isNull())
        return Waits::No;
    return dossier(event.dossier).map([](const domain::Dossier* state) { return state->unread > 0 ? Waits::Behind : Waits::No; });
}

LedgerBatch::Verdict LedgerBatch::takeWaiting(const CheckedRecord& checked, domain::Event event, Waits waits) {
    const Verdict may = mayWait(checked, event);
    if (!may || !*may)
        return may;
    const protocol::RecordHeader& header = checked.record->header;
    if (waits == Waits::Unread && header.number > 0) {
        const auto book = volume(domain::VolumeId(header.volume));
        if (!book)
            return base::fail(book.error());
        (*book)->lastNumber = header.number;
        if (auto added = m_parts.tables.books().addEntry(m_peer.unit, event.dossier, (*book)->id, header.number); !added)
            return base::fail(added.error());
    }
    return apply(checked, std::move(event)).map([&](base::Done) {
        m_taken.back().waits = waits;
        return true;
    });
}

LedgerBatch::Verdict LedgerBatch::mayWait(const CheckedRecord& checked, const domain::Event& event) {
    const protocol::RecordHeader& header = checked.record->header;
    const bool unread = std::holds_alternative<domain::UnreadRecord>(event.body);
    // A new kind begins at a new version: one that this program should read and does not know was made up.
    if (unread && header.version <= domain::newestRecordVersion)
        return refuse(checked, {QStringLiteral("event.unknown-kind"), {{QStringLiteral("kind"), QString::fromLatin1(header.kind)},
                                                                          {QStringLiteral("version"), QString::number(header.version)}}});
    const bool shaped = (header.number > 0) == !header.volume.isNull() && (header.dossierVersion == 0 || !header.dossier.isNull());
    if (unread ? !shaped : !headerFits(header, event.body))
        return refuse(checked, QStringLiteral("record.header-mismatch"));
    if (!(unread && event.actor.isNull()) && !actorMay(checked, event))
        return false;
    static const domain::Dossier none;
    const domain::Dossier* concerned = &none;
    if (!event.dossier.isNull()) {
        const auto state = dossier(event.dossier);
        if (!state)
            return base::fail(state.error());
        concerned = *state;
        const Verdict may = dossierMayWait(checked, event, *concerned);
        if (!may || !*may)
            return may;
    }
    return unread ? numberFits(checked) : contentAllowed(checked, event, *concerned);
}

LedgerBatch::Verdict LedgerBatch::dossierMayWait(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier) {
    const Verdict unit = unitFits(checked, event, dossier);
    if (!unit || !*unit)
        return unit;
    const bool changes = event.dossierVersion > 0;
    if (changes && event.dossierVersion != dossier.version + 1)
        return refuse(checked, {QStringLiteral("event.version-conflict"), {{QStringLiteral("expected"), QString::number(dossier.version + 1)}}});
    // A record that cannot be read may have moved the dossier: from then on any desk of the unit may hold it.
    if (changes && dossier.version > 0 && dossier.unread == 0 && dossier.holder != event.station)
        return refuse(checked, {QStringLiteral("event.not-holder"), {{QStringLiteral("holder"), dossier.holder.toString()}}});
    const auto* unread = std::get_if<domain::UnreadRecord>(&event.body);
    const QString code =
        unread && dossier.code.isEmpty() ? QJsonDocument::fromJson(unread->json).object().value(QLatin1String("code")).toString() : QString();
    return code.isEmpty() ? true : codeFree(checked, code);
}

LedgerBatch::Verdict LedgerBatch::numberFits(const CheckedRecord& checked) {
    const protocol::RecordHeader& header = checked.record->header;
    if (header.number == 0)
        return true;
    const auto book = volume(domain::VolumeId(header.volume));
    if (!book)
        return base::fail(book.error());
    if (!*book)
        return refuse(checked, QStringLiteral("book.unknown-volume"));
    if ((*book)->station.value() != m_peer.id)
        return refuse(checked, QStringLiteral("book.wrong-station"));
    if ((*book)->closed)
        return refuse(checked, QStringLiteral("book.closed"));
    const int next = (*book)->nextNumber();
    if (header.number == next)
        return true;
    return refuse(checked, {header.number < next ? QStringLiteral("book.number-taken") : QStringLiteral("book.number-gap"),
                               {{QStringLiteral("number"), QString::number(header.number)}, {QStringLiteral("expected"), QString::number(next)}}});
}

}
