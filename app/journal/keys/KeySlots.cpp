#include "app/journal/keys/KeySlots.h"

#include "app/base/Clock.h"
#include "app/domain/password/PasswordRule.h"
#include "app/journal/keys/Epochs.h"
#include "app/journal/keys/KeyChange.h"
#include "app/journal/keys/PasswordKey.h"
#include "app/journal/keys/Random.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/SecurityPending.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

constexpr int saltSize = 16;
/// What follows the key in a slot; what promised rows of their own is of before.
constexpr QByteArrayView promising("one-desk");
constexpr QByteArrayView promisingRows("standing");
constexpr qsizetype promiseSize = promising.size();
static_assert(promisingRows.size() == promiseSize);
constexpr char slotQuery[] = "SELECT id, salt, passes, kibibytes, lanes, sealed FROM slot";

SealPlace placeOf(const schema::Identity& identity, const QByteArray& id) {
    return {identity.station.value(), 0, "slot:" + id};
}

/// A damaged or forged slot must not make the station allocate all memory or hang.
bool isSane(const KeyCost& cost) {
    constexpr int mostPasses = 64;
    constexpr int mostKibibytes = 4 * 1024 * 1024;
    constexpr int mostLanes = 64;
    return cost.passes >= 1 && cost.passes <= mostPasses && cost.lanes >= 1 && cost.lanes <= mostLanes && cost.kibibytes >= 8 * cost.lanes &&
           cost.kibibytes <= mostKibibytes;
}

base::Result<QByteArray> sealKey(
    const DataKey& key, const schema::Identity& identity, const QByteArray& id, const std::shared_ptr<const DataKey>& wrapping) {
    QByteArray plain = key.bytes().toByteArray() + promising.toByteArray();
    auto sealed = Sealer(wrapping).seal(plain, placeOf(identity, id));
    base::wipe(plain);
    return sealed;
}

Promise promiseIn(const QByteArray& opened) {
    const bool isLong = opened.size() == DataKey::size + promiseSize;
    return isLong && opened.endsWith(promising) ? Promise::OneRow : isLong && opened.endsWith(promisingRows) ? Promise::Rows : Promise::None;
}

/// From a row of the slot query.
KeySlots::Slot slotAt(const sqlite::Statement& row) {
    const KeyCost cost{static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4))};
    return {row.bytes(0), row.bytes(1), cost, row.bytes(5), {}, {}, 0, {}};
}

}

KeySlots::KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost)
    : m_connection(connection), m_identity(std::move(identity)), m_cost(cost), m_clock(clock), m_attempts(connection, clock),
      m_people(connection, m_identity), m_former(connection, m_identity), m_doors(connection, m_identity) {}

QByteArray KeySlots::idOf(const schema::Identity& identity, const QString& login) {
    return protocol::Digest::of(identity.salt + login.trimmed().normalized(QString::NormalizationForm_C).toLower().toUtf8());
}

base::Result<KeySlots::Slot> KeySlots::slotOf(const QByteArray& id) const {
    auto statement = m_connection.prepare(slotQuery + QByteArray(" WHERE id = ?1"));
    const auto row = statement.bind(id).next();
    if (!row)
        return base::fail(row.error());
    // Without a slot the same work is done on one that was here, or a made-up one, so that the time taken does not tell who has an account.
    const auto former = *row ? base::Result<std::optional<FormerUsers::Former>>(std::nullopt) : m_former.find(id);
    if (!former)
        return base::fail(former.error());
    if (*former)
        return Slot{id, (*former)->salt, (*former)->cost, {}, {}, {}, 0, {}};
    if (!*row)
        return Slot{id, protocol::Digest::of(m_identity.salt + id).left(saltSize), m_cost, {}, {}, {}, 0, {}};
    return slotAt(statement);
}

base::Result<KeySlots::Opened> KeySlots::unlock(const QString& login, const base::Secret& password) {
    const QByteArray id = idOf(m_identity, login);
    if (const auto begun = m_attempts.begin(id); !begun)
        return base::fail(begun.error());
    const auto slot = slotOf(id);
    if (!slot)
        return base::fail(slot.error());
    if (!isSane(slot->cost))
        return base::fail(QStringLiteral("journal.damaged"), {{QStringLiteral("place"), QStringLiteral("key slot")}});
    const auto wrapping = passwordKey(password, slot->salt, slot->cost);
    if (!wrapping)
        return base::fail(wrapping.error());
    auto bytes = Sealer(*wrapping).open(slot->sealed, placeOf(m_identity, id));
    const Promise promise = bytes ? promiseIn(*bytes) : Promise::None;
    auto key = bytes ? DataKey::fromBytes(promise == Promise::None ? QByteArrayView(*bytes) : QByteArrayView(*bytes).first(DataKey::size)) : nullptr;
    if (bytes)
        base::wipe(*bytes);
    if (!key)
        return base::fail(refusal(id, *wrapping));
    auto ring = ringBehind(id, key, *wrapping);
    if (!ring)
        return base::fail(ring.error());
    const SlotCheck::Own own{id, *wrapping};
    PersonKeyPointer person;
    const auto settled = *ring ? between(*ring, {promise, own}, [&](SlotList& list) { return admit(list, own, *ring, person); }) : base::done();
    if (!settled)
        return base::fail(settled.error());
    if (!person) {
        const auto wrong = m_attempts.wrongPassword(id);
        return base::fail(wrong ? *wrong : wrong.error());
    }
    const bool isLate = (*ring)->newestKey()->bytes() != key->bytes();
    return Opened{std::move(*ring), std::move(person), id, *wrapping, isLate, promise};
}

/// One that does not count leaves `person` null.
base::Outcome KeySlots::admit(SlotList& list, const SlotCheck::Own& own, const KeyRingPointer& ring, PersonKeyPointer& person) {
    const auto counts = SlotCheck(m_connection, m_identity, ring).admit(list, own);
    if (!counts || !*counts)
        return counts ? base::done() : base::fail(counts.error());
    const auto opened = m_people.openOrMake(own.slot, own.wrapping);
    if (!opened)
        return base::fail(opened.error());
    person = *opened;
    list.counted[own.slot].signer = person->publicKey();
    return m_attempts.succeeded(own.slot).and_then([&](base::Done) { return keepGate(own.slot, own.wrapping); });
}

base::Error KeySlots::refusal(const QByteArray& id, const KeyRing::Key& wrapping) {
    const auto former = m_former.find(id);
    const auto theirs = former && *former ? m_former.isTheirs(id, wrapping) : base::Result<bool>(false);
    if (!former || !theirs)
        return former ? theirs.error() : former.error();
    if (*theirs) {
        const auto settled = m_attempts.succeeded(id);
        return settled ? base::Error{QStringLiteral("unlock.former-user")} : settled.error();
    }
    const auto wrong = m_attempts.wrongPassword(id);
    return wrong ? *wrong : wrong.error();
}

/// Of a slot that was made before there were any.
base::Outcome KeySlots::keepGate(const QByteArray& id, const KeyRing::Key& wrapping) {
    const auto has = m_former.hasGate(id);
    if (!has || *has)
        return has ? base::done() : base::fail(has.error());
    return FormerUsers::gate(m_identity, id, wrapping).and_then([&](const QByteArray& gate) { return m_former.keepGate(id, gate); });
}

/// What lies behind the door is believed where the slot's own key is among those that it leads to: who made it had that one.
base::Result<KeyRingPointer> KeySlots::ringBehind(const QByteArray& id, const KeyRing::Key& own, const KeyRing::Key& wrapping) const {
    const auto door = m_doors.find(id);
    if (!door)
        return base::fail(door.error());
    const KeyRing::Key newer = *door ? m_doors.keyBehind(**door, wrapping) : nullptr;
    if (!newer)
        return Epochs(m_connection, m_identity.station.value()).ringOf(own);
    auto ring = Epochs(m_connection, m_identity.station.value()).ringOf(newer);
    if (!ring)
        return ring;
    for (const auto& [epoch, key] : (*ring)->all())
        if (key->bytes() == own->bytes())
            return ring;
    return base::fail(QStringLiteral("journal.damaged"), {{QStringLiteral("place"), QStringLiteral("key slot")}});
}

base::Outcome KeySlots::renew(const Opened& opened) {
    auto known = listOf(opened.ring);
    if (!known)
        return base::fail(known.error());
    if (!known->counted[opened.slot].doorKey.isEmpty() && opened.promise == Promise::OneRow && !opened.isLate)
        return base::done();
    return between(opened.ring, {}, [&](SlotList& list) -> base::Outcome {
        SlotList::Entry& entry = list.counted[opened.slot];
        const auto sealed = sealKey(*opened.ring->newestKey(), m_identity, opened.slot, opened.wrapping);
        const auto door = entry.doorKey.isEmpty() ? Doors::make(m_identity, opened.slot, opened.wrapping)
                                                  : base::Result<Doors::Door>(Doors::Door{opened.slot, entry.doorKey, entry.doorSecret, {}});
        if (!sealed || !door)
            return base::fail(sealed ? door.error() : sealed.error());
        entry.doorKey = door->publicKey;
        entry.doorSecret = door->secret;
        return m_connection.prepare("UPDATE slot SET sealed = ?2 WHERE id = ?1").bind(opened.slot, *sealed).run().and_then([&](base::Done) {
            return m_doors.write(*door);
        });
    });
}

base::Outcome KeySlots::settle(const KeyRingPointer& ring) {
    // Whether anything was sealed is not known of this way in.
    return between(ring, {Promise::None}, [](SlotList&) { return base::done(); });
}

base::Outcome KeySlots::between(const KeyRingPointer& ring, const Way& way, const std::function<base::Outcome(SlotList& list)>& work) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    Standing standing(m_connection, m_identity.station.value(), Sealer(ring));
    auto list = settled(standing, ring, way);
    if (!list)
        return base::fail(list.error());
    // A list that was taken over from a program of before gets a key of its own. Whoever waits would be left behind by it.
    list->epochDue = list->epochDue || (!list->isRooted && list->waiting.empty());
    return work(*list)
        .and_then([&](base::Done) { return list->write(standing); })
        .and_then([&](base::Done) { return slotdigest::write(m_connection); })
        .and_then([&](base::Done) { return m_attempts.log().begin(standing, way.own.slot); })
        .and_then([&](base::Done) { return transaction->commit(); });
}

base::Result<SlotList> KeySlots::settled(Standing& standing, const KeyRingPointer& ring, const Way& way) {
    const auto parts = standing.parts();
    // Rows of before are no way back from one row.
    const auto isOfBefore = !parts                                     ? base::fail(parts.error())
                            : *parts || way.promise == Promise::OneRow ? base::Result<bool>(false)
                                                                       : standing.takeOver();
    if (!isOfBefore)
        return base::fail(isOfBefore.error());
    const auto begun = *parts || *isOfBefore ? base::done() : standing.begin({});
    const auto attempts = begun ? doubtAttempts(standing, way) : begun;
    auto known = attempts ? SlotList::read(standing) : base::fail(attempts.error());
    if (!known)
        return base::fail(known.error());
    SlotCheck check(m_connection, m_identity, ring);
    if (!*known) {
        // No program began an epoch that had no standing.
        const bool mayBeNew = way.promise == Promise::None && ring->newest() == 0;
        const bool isFirst = *isOfBefore || (mayBeNew && !way.own.slot.isEmpty());
        const auto told = isFirst || mayBeNew ? base::done() : doubt(standing, {QStringLiteral("journal.standing-missing")}, true);
        return told.and_then([&](base::Done) { return isFirst ? check.listOfBefore(way.own) : check.listAnew(way.own); });
    }
    const auto found = check.mend(**known);
    if (!found)
        return base::fail(found.error());
    const base::Error why{QStringLiteral("journal.slots-changed"),
        {{QStringLiteral("strange"), QString::number(found->strange)}, {QStringLiteral("gone"), QString::number(found->gone)},
            {QStringLiteral("changed"), QString::number(found->changed)}}};
    return (found->isAny() ? doubt(standing, why, false) : base::done())
        .and_then([&](base::Done) { return found->keyGone ? doubt(standing, KeyChange::keyGone(), false) : base::done(); })
        .map([&](base::Done) { return std::move(**known); });
}

/// The security log, which may not be written to yet, tells it as well.
base::Outcome KeySlots::doubt(Standing& standing, const base::Error& why, bool blocks) {
    return standing.doubt({why, blocks}).and_then([&](base::Done) {
        return pending::add(m_connection, domain::SecurityKind::FileChanged, domain::aboutError(why).toUtf8(), m_clock.now());
    });
}

base::Outcome KeySlots::doubtAttempts(Standing& standing, const Way& way) {
    const auto state = m_attempts.log().check(standing);
    if (!state)
        return base::fail(state.error());
    if (*state == AttemptLog::State::Whole || (*state == AttemptLog::State::Missing && way.promise == Promise::None))
        return base::done();
    return doubt(standing, {QStringLiteral("journal.attempts-reset")}, true);
}

base::Result<KeySlots::Slot> KeySlots::make(const KeyRing& ring, const schema::Identity& identity, const KeyCost& cost, const QString& login,
    const base::Secret& password, PersonKeyPointer signer) {
    // Whoever asks for the password knows whose it is, and has asked the rest of the rule.
    if (const auto fit = domain::checkPasswordLength(password); !fit)
        return base::fail(fit.error());
    Slot slot{idOf(identity, login), randomBytes(saltSize), cost, {}, {}, {}, ring.newest(), std::move(signer), login.trimmed().toLower()};
    const auto wrapping = passwordKey(password, slot.salt, cost);
    if (!wrapping)
        return base::fail(wrapping.error());
    auto sealed = sealKey(*ring.key(slot.epoch), identity, slot.id, *wrapping);
    if (!sealed)
        return base::fail(sealed.error());
    slot.sealed = std::move(*sealed);
    auto door = Doors::make(identity, slot.id, *wrapping);
    if (!door)
        return base::fail(door.error());
    slot.door = std::move(*door);
    auto gate = FormerUsers::gate(identity, slot.id, *wrapping);
    if (!gate)
        return base::fail(gate.error());
    slot.gate = std::move(*gate);
    if (!slot.signer) {
        auto made = protocol::PersonKey::make();
        if (!made)
            return base::fail(made.error());
        slot.signer = std::move(*made);
    }
    return PersonSlots::seal(*slot.signer, identity, slot.id, *wrapping).map([&](PersonSlots::Row person) {
        slot.person = std::move(person);
        return std::move(slot);
    });
}

/// Within the caller's transaction.
base::Outcome KeySlots::write(SlotList& list, const Slot& slot, const KeyRing& ring) {
    // An epoch may have begun since the slot was made.
    const auto door = slot.epoch == ring.newest() ? base::Result<Doors::Door>(slot.door) : Doors::with(slot.door, *ring.newestKey());
    if (!door)
        return base::fail(door.error());
    list.waiting.erase(slot.id);
    list.counted[slot.id] = {door->publicKey, door->secret, slot.person.publicKey};
    return m_connection.prepare("INSERT OR REPLACE INTO slot VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(slot.id, slot.salt, slot.cost.passes, slot.cost.kibibytes, slot.cost.lanes, slot.sealed)
        .run()
        .and_then([&](base::Done) { return m_doors.write(*door); })
        .and_then([&](base::Done) { return m_people.write(slot.person); })
        .and_then([&](base::Done) { return m_former.keepGate(slot.id, slot.gate); })
        .and_then([&](base::Done) { return m_former.forget(slot.id); });
}

base::Outcome KeySlots::addFirst(const Slot& slot, const KeyRingPointer& ring) {
    Standing standing(m_connection, m_identity.station.value(), Sealer(ring));
    SlotList list;
    list.isRooted = true;
    return write(list, slot, *ring)
        .and_then([&](base::Done) { return list.write(standing); })
        .and_then([&](base::Done) { return slotdigest::write(m_connection); })
        .and_then([&](base::Done) { return m_attempts.log().begin(standing); });
}

base::Outcome KeySlots::add(const Slot& slot, const KeyRingPointer& ring) {
    return between(ring, {}, [&](SlotList& list) {
        if (list.isThere(slot.id))
            return base::Outcome(base::fail(QStringLiteral("unlock.user-exists")));
        // What was tried before there was a password here counts no more.
        return write(list, slot, *ring).and_then([&](base::Done) { return m_attempts.succeeded(slot.id); });
    });
}

base::Outcome KeySlots::setPassword(const Slot& slot, const KeyRingPointer& ring) {
    return between(ring, {}, [&](SlotList& list) -> base::Outcome {
        if (!list.isThere(slot.id))
            return base::fail(QStringLiteral("unlock.unknown-user"));
        return write(list, slot, *ring).and_then([&](base::Done) { return m_attempts.succeeded(slot.id); }).and_then([&](base::Done) {
            return Standing(m_connection, m_identity.station.value(), Sealer(ring)).settle(QStringLiteral("journal.attempts-reset"));
        });
    });
}

base::Outcome KeySlots::remove(const QString& login, const KeyRingPointer& ring) {
    const QByteArray id = idOf(m_identity, login);
    return between(ring, {}, [&](SlotList& list) -> base::Outcome {
        if (!list.isThere(id))
            return base::fail(QStringLiteral("unlock.unknown-user"));
        if (list.counted.contains(id) && list.counted.size() == 1)
            return base::fail(QStringLiteral("unlock.last-user"));
        const auto slot = slotOf(id);
        if (!slot)
            return base::fail(slot.error());
        list.counted.erase(id);
        list.waiting.erase(id);
        list.epochDue = true;
        return m_former.remember(id, {slot->salt, slot->cost}).and_then([&](base::Done) {
            return SlotCheck(m_connection, m_identity, ring).remove(id);
        });
    });
}

base::Result<SlotList> KeySlots::listOf(const KeyRingPointer& ring) const {
    return SlotList::read(Standing(m_connection, m_identity.station.value(), Sealer(ring))).map([](const std::optional<SlotList>& list) {
        return list.value_or(SlotList());
    });
}

base::Result<bool> KeySlots::contains(const QString& login, const KeyRingPointer& ring) const {
    return listOf(ring).map([&](const SlotList& list) { return list.isThere(idOf(m_identity, login)); });
}

base::Result<QByteArray> KeySlots::voucher(const QString& login) const {
    return m_people.voucher(idOf(m_identity, login));
}

base::Result<bool> KeySlots::keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher) {
    return m_people.keepVoucher(idOf(m_identity, login), publicKey, voucher);
}

base::Result<QStringList> KeySlots::faults(sqlite::Connection& connection) {
    constexpr qsizetype idSize = 32;
    QStringList faults;
    int count = 0;
    auto statement = connection.prepare(slotQuery);
    const auto read = statement.each([&] {
        ++count;
        const Slot slot = slotAt(statement);
        constexpr qsizetype least = Sealer::nonceSize + DataKey::size + Sealer::tagSize;
        const bool fits =
            slot.id.size() == idSize && slot.salt.size() == saltSize && (slot.sealed.size() == least || slot.sealed.size() == least + promiseSize);
        if (!fits || !isSane(slot.cost))
            faults << QStringLiteral("key slot %1: malformed, its user cannot unlock").arg(count);
    });
    if (!read)
        return base::fail(read.error());
    if (count == 0)
        faults << QStringLiteral("key slots: none, nobody can unlock");
    const auto fits = slotdigest::fits(connection);
    if (!fits)
        return base::fail(fits.error());
    // Where nothing more can be said of it.
    if (!*fits && faults.isEmpty())
        faults << QStringLiteral("key slots: one was put in, taken out or changed by hand; the next unlock mends them");
    const auto province = slotdigest::provinceFits(connection);
    if (!province)
        return base::fail(province.error());
    if (!*province)
        faults << QStringLiteral(
            "key slots: the province's, or its recovery key, was taken out or changed by hand; an unlock or the next contact with "
            "the province mends it");
    return PersonSlots::faults(connection).map([&](const QStringList& more) { return faults + more; });
}

}
