// Records that do not stand: LedgerBatch keeps them in their place, so that the station's chain goes on, and leaves their dossiers and books as
// they were. What follows one about the same dossier does not fit its version any more and is refused for that; everything else goes on.

#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FaultTable.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/LeaseTable.h"

#include <algorithm>

namespace motcua::gateway {

base::Result<bool> LedgerBatch::objectTo(const CheckedRecord& checked, const Objection& objection) {
    if (m_terms.onRefusal == OnRefusal::Stop || mayStandLater(objection.why))
        return refuse(checked, objection);
    return keepRefused(checked, objection.why).map([](base::Done) { return true; });
}

base::Outcome LedgerBatch::keepRefused(const CheckedRecord& checked, const base::Error& why) {
    const protocol::RecordHeader& header = checked.record->header;
    const auto spoiled = spoilNumberOf(header);
    const auto cursor = spoiled ? m_parts.tables.cursor().next() : base::fail(spoiled.error());
    if (!cursor)
        return base::fail(cursor.error());
    m_end = {header.seq, checked.hash, m_end.at};
    m_taken.push_back({*cursor, checked.record, checked.hash, *spoiled ? Waits::Spoilt : Waits::Refused, checked.content});
    m_refused.push_back(refusalOf(header.seq, Objection{why}));
    return m_parts.tables.faults().add(*cursor, why, m_terms.now).and_then([&](base::Done) { return followAct(checked); }).and_then([&](base::Done) {
        return tellStation(header, m_refused.back());
    });
}

base::Result<bool> LedgerBatch::spoilNumberOf(const protocol::RecordHeader& header) {
    if (header.number <= 0 || header.volume.isNull())
        return false;
    const auto found = volume(domain::VolumeId(header.volume));
    if (!found)
        return base::fail(found.error());
    domain::Volume* const book = *found;
    if (!book || book->closed)
        return false;
    const auto isTaken = book->isUnits() ? takeLeased(*book, header.number)
                                         : base::Result<bool>(book->station.value() == m_peer.id && header.number == book->nextNumber());
    if (!isTaken || !*isTaken)
        return isTaken;
    book->lastNumber = std::max(book->lastNumber, header.number);
    ++book->spoiled;
    return m_parts.tables.books()
        .addEntry(m_peer.unit, domain::DossierId(header.dossier), book->id, header.number)
        .and_then([&](base::Done) { return m_parts.tables.books().spoilEntry(book->id, header.number); })
        .map([](base::Done) { return true; });
}

base::Result<bool> LedgerBatch::takeLeased(domain::Volume& book, int number) {
    const domain::StationId station(m_peer.id);
    const auto covering = m_parts.tables.leases().covering(book.id, station, {number, number});
    if (!covering)
        return base::fail(covering.error());
    const domain::HeldLease* const found = domain::leaseOf(*covering, book.id, station, number);
    if (!found || !domain::holds(found->open, number))
        return false;
    domain::HeldLease lease = *found;
    lease.take(number);
    book.taken = book.taken.value_or(0) + 1;
    return m_parts.tables.leases().put(lease).map([](base::Done) { return true; });
}

base::Outcome LedgerBatch::tellStation(const protocol::RecordHeader& header, const protocol::Refusal& refusal) {
    protocol::Refused told;
    static_cast<protocol::Refusal&>(told) = refusal;
    if (!header.dossier.isNull())
        told.dossier = header.dossier.toString(QUuid::WithoutBraces);
    m_notified.insert(m_peer.key);
    return m_parts.tables.feed().publish({.unit = {}, .station = m_peer.key}, "record-refused", base::toJson(told)).map([](qint64) {
        return base::Done();
    });
}

}
