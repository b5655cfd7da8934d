#include "app/journal/keys/SlotCheck.h"

#include "app/journal/keys/KeyChange.h"
#include "app/journal/keys/ProvinceKey.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

struct SlotCheck::Rows {
    std::set<QByteArray> ids; ///< of slots
    std::map<QByteArray, Doors::Door> doors;
    std::map<QByteArray, QByteArray> signers;
};

SlotCheck::SlotCheck(sqlite::Connection& connection, schema::Identity identity, const KeyRingPointer& ring)
    : m_connection(connection), m_identity(std::move(identity)), m_ring(ring), m_doors(connection, m_identity) {}

base::Result<SlotCheck::Rows> SlotCheck::rows() const {
    Rows rows;
    auto ids = m_connection.prepare("SELECT id FROM slot");
    auto signers = m_connection.prepare("SELECT slot, public FROM person");
    const auto read = ids.each([&] { rows.ids.insert(ids.bytes(0)); }).and_then([&](base::Done) {
        return signers.each([&] { rows.signers[signers.bytes(0)] = signers.bytes(1); });
    });
    const auto doors = m_doors.all();
    if (!read || !doors)
        return base::fail(read ? doors.error() : read.error());
    for (const Doors::Door& door : *doors)
        rows.doors[door.slot] = door;
    return rows;
}

/// The own door is known to be one: its private half opens. Another's is as it stands.
SlotList::Entry SlotCheck::entryOf(const Rows& rows, const QByteArray& slot, const Own& own) const {
    SlotList::Entry entry;
    const auto door = rows.doors.find(slot);
    if (door != rows.doors.end() && (slot != own.slot || m_doors.isWhole(door->second, own.wrapping))) {
        entry.doorKey = door->second.publicKey;
        entry.doorSecret = door->second.secret;
    }
    if (const auto signer = rows.signers.find(slot); signer != rows.signers.end())
        entry.signer = signer->second;
    return entry;
}

base::Result<SlotList> SlotCheck::listOfBefore(const Own& own) const {
    const auto rows = this->rows();
    const auto due = fact(m_connection, KeyChange::dueFactOfBefore());
    if (!rows || !due)
        return base::fail(rows ? due.error() : rows.error());
    SlotList list;
    list.epochDue = !due->isEmpty();
    for (const QByteArray& slot : rows->ids)
        list.counted[slot] = entryOf(*rows, slot, own);
    return setFact(m_connection, KeyChange::dueFactOfBefore(), {})
        .and_then([&](base::Done) { return ProvinceKey(m_connection, m_identity.station.value(), m_ring).take(list); })
        .map([&](base::Done) { return list; });
}

base::Result<SlotList> SlotCheck::listAnew(const Own& own) const {
    const auto rows = this->rows();
    if (!rows)
        return base::fail(rows.error());
    SlotList list;
    list.waiting = rows->ids;
    const auto admitted = own.slot.isEmpty() ? base::Result<bool>(false) : admit(list, own);
    if (!admitted)
        return base::fail(admitted.error());
    return ProvinceKey(m_connection, m_identity.station.value(), m_ring).take(list).map([&](base::Done) { return list; });
}

base::Result<bool> SlotCheck::admit(SlotList& list, const Own& own) const {
    if (list.waiting.contains(own.slot)) {
        const auto rows = this->rows();
        if (!rows)
            return base::fail(rows.error());
        list.waiting.erase(own.slot);
        list.counted[own.slot] = entryOf(*rows, own.slot, own);
    }
    return list.counted.contains(own.slot);
}

base::Outcome SlotCheck::remove(const QByteArray& slot) {
    for (const char* statement : {"DELETE FROM slot WHERE id = ?1", "DELETE FROM door WHERE slot = ?1", "DELETE FROM person WHERE slot = ?1"})
        if (const auto removed = m_connection.prepare(statement).bind(slot).run(); !removed)
            return removed;
    return base::done();
}

base::Result<SlotCheck::Found> SlotCheck::mend(SlotList& list) {
    const auto rows = this->rows();
    if (!rows)
        return base::fail(rows.error());
    Found found;
    const auto mended = takeOutStrange(list, *rows, found).and_then([&](base::Done) { return mendSlots(list, *rows, found); });
    ProvinceKey key(m_connection, m_identity.station.value(), m_ring);
    const auto province = mended ? key.mend(list) : base::Result<bool>(base::fail(mended.error()));
    if (!province)
        return base::fail(province.error());
    found.changed += *province ? 0 : 1;
    found.keyGone = key.isNewlyGone(list);
    return found;
}

base::Outcome SlotCheck::mendSlots(SlotList& list, const Rows& rows, Found& found) {
    std::erase_if(list.waiting, [&](const QByteArray& slot) { return !rows.ids.contains(slot); });
    for (auto each = list.counted.begin(); each != list.counted.end();) {
        const auto& [slot, entry] = *each;
        if (!rows.ids.contains(slot)) {
            ++found.gone;
            if (const auto removed = remove(slot); !removed)
                return removed;
            each = list.counted.erase(each);
            continue;
        }
        const auto row = rows.doors.find(slot);
        const Doors::Door door = row == rows.doors.end() ? Doors::Door() : row->second;
        if (door.publicKey != entry.doorKey || door.secret != entry.doorSecret) {
            ++found.changed;
            const auto put = entry.doorKey.isEmpty() ? m_doors.remove(slot) : m_doors.write({slot, entry.doorKey, entry.doorSecret, door.sealed});
            if (!put)
                return put;
        }
        // Another signer's place is nobody's: its person signs with a new key, as one that is damaged.
        const auto signer = rows.signers.find(slot);
        const QByteArray now = signer == rows.signers.end() ? QByteArray() : signer->second;
        found.changed += now == entry.signer ? 0 : 1;
        each->second.signer = now;
        ++each;
    }
    return base::done();
}

base::Outcome SlotCheck::takeOutStrange(const SlotList& list, const Rows& rows, Found& found) {
    std::set<QByteArray> strange = rows.ids;
    for (const auto& [slot, door] : rows.doors)
        strange.insert(slot);
    for (const auto& [slot, signer] : rows.signers)
        strange.insert(slot);
    std::erase_if(strange, [&](const QByteArray& slot) { return list.isThere(slot); });
    for (const QByteArray& slot : strange)
        if (const auto removed = remove(slot); !removed)
            return removed;
    found.strange = static_cast<int>(strange.size());
    return base::done();
}

}
