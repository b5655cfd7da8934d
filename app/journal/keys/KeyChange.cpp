#include "app/journal/keys/KeyChange.h"

#include "app/journal/keys/AttemptLog.h"
#include "app/journal/keys/Doors.h"
#include "app/journal/keys/Epochs.h"
#include "app/journal/keys/ProvinceKey.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <algorithm>

namespace motcua::journal {

namespace {

/// As it will be when the new key is in it.
KeyRingPointer with(const KeyRing& ring, const KeyRing::Key& key) {
    auto next = std::make_shared<KeyRing>(key, ring.newest() + 1);
    for (const auto& [epoch, earlier] : ring.all())
        next->add(epoch, earlier);
    return next;
}

}

QString KeyChange::dueFactOfBefore() {
    return QStringLiteral("epoch-due");
}

base::Error KeyChange::keyGone() {
    return base::Error{QStringLiteral("journal.recovery-key-gone")};
}

base::Outcome KeyChange::beginWhereDue(const KeyRingPointer& ring) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    Standing standing(m_connection, m_identity.station.value(), Sealer(ring));
    auto list = SlotList::read(standing);
    if (!list)
        return base::fail(list.error());
    if (!*list || !(*list)->epochDue)
        return base::done();
    if (!canBegin(**list, ring))
        return (*list)->keyGone ? standing.doubt({keyGone(), false}).and_then([&](base::Done) { return transaction->commit(); }) : base::done();
    const auto key = begin(**list, ring);
    if (!key)
        return base::fail(key.error());
    const auto done = transaction->commit();
    if (done)
        ring->add(ring->newest() + 1, *key);
    return done;
}

bool KeyChange::canBegin(const SlotList& list, const KeyRingPointer& ring) const {
    return ProvinceKey(m_connection, m_identity.station.value(), ring).isReady(list) &&
           std::none_of(list.counted.begin(), list.counted.end(), [](const auto& each) { return each.second.doorKey.isEmpty(); });
}

base::Result<KeyRing::Key> KeyChange::begin(SlotList& list, const KeyRingPointer& ring) {
    const auto key = Epochs(m_connection, m_identity.station.value()).begin(*ring);
    if (!key)
        return key;
    list.epochDue = false;
    list.isRooted = true;
    return Doors(m_connection, m_identity)
        .putBehindAll(list, **key)
        .and_then([&](base::Done) { return ProvinceKey(m_connection, m_identity.station.value(), ring).sealAnew(list, **key); })
        .and_then([&](base::Done) { return sealStanding(list, ring, *key); })
        .map([&](base::Done) { return *key; });
}

base::Outcome KeyChange::sealStanding(const SlotList& list, const KeyRingPointer& ring, const KeyRing::Key& key) {
    const QUuid station = m_identity.station.value();
    Standing standing(m_connection, station, Sealer(ring));
    AttemptLog attempts(m_connection);
    const auto whole = attempts.check(standing);
    if (!whole)
        return base::fail(whole.error());
    const auto told = *whole == AttemptLog::State::Changed ? standing.doubt({{QStringLiteral("journal.attempts-reset")}}) : base::done();
    return told.and_then([&](base::Done) { return attempts.begin(standing); })
        .and_then([&](base::Done) { return list.write(standing); })
        .and_then([&](base::Done) { return slotdigest::write(m_connection); })
        .and_then([&](base::Done) { return standing.parts(); })
        .and_then([&](const std::optional<Standing::Parts>& parts) {
            return Standing(m_connection, station, Sealer(with(*ring, key))).begin(parts.value_or(Standing::Parts()));
        });
}

}
