#include "app/journal/keys/ProvinceKey.h"

#include "app/journal/keys/RecoverySlot.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

using protocol::Digest;

QString slotFact() {
    return QStringLiteral("recovery");
}

QString secretName() {
    return QString::fromLatin1(Secrets::recoveryKey);
}

}

ProvinceKey::ProvinceKey(sqlite::Connection& connection, const QUuid& station, const KeyRingPointer& ring)
    : m_connection(connection), m_ring(ring), m_secrets(connection, station, Sealer(ring)) {}

bool ProvinceKey::isKnown(const SlotList& list) const {
    const auto pem = m_secrets.read(secretName());
    return pem && Digest::of(*pem) == list.recoveryKey;
}

base::Outcome ProvinceKey::seal(SlotList& list, const DataKey& key, const QByteArray& pem) {
    const auto sealed = recovery::seal(key, pem);
    if (!sealed)
        return base::fail(sealed.error());
    list.recoverySlot = Digest::of(*sealed);
    list.recoveryKey = Digest::of(pem);
    return setFact(m_connection, slotFact(), *sealed);
}

base::Outcome ProvinceKey::set(SlotList& list, const QByteArray& pem) {
    return seal(list, *m_ring->newestKey(), pem).and_then([&](base::Done) { return keep(pem); });
}

base::Outcome ProvinceKey::keep(const QByteArray& pem) {
    return m_secrets.put(secretName(), pem).and_then([&](base::Done) { return slotdigest::write(m_connection); });
}

bool ProvinceKey::isNewlyGone(SlotList& list) const {
    const bool wasGone = list.keyGone;
    list.keyGone = !list.recoveryKey.isEmpty() && !isKnown(list);
    return list.keyGone && !wasGone;
}

base::Result<bool> ProvinceKey::hear(SlotList& list, const QByteArray& pem) {
    const bool isOther = !list.recoveryKey.isEmpty() && list.recoveryKey != Digest::of(pem);
    const bool isHere = list.recoveryKey.isEmpty() ? m_secrets.contains(secretName()) && list.recoverySlot.isEmpty() : isKnown(list);
    if (isOther || isHere)
        return false;
    return keep(pem).map([&](base::Done) {
        list.keyGone = false;
        if (!list.recoverySlot.isEmpty())
            list.recoveryKey = Digest::of(pem);
        return true;
    });
}

base::Outcome ProvinceKey::take(SlotList& list) const {
    const auto sealed = fact(m_connection, slotFact());
    if (!sealed)
        return base::fail(sealed.error());
    if (sealed->isEmpty())
        return base::done();
    list.recoverySlot = Digest::of(*sealed);
    if (const auto pem = m_secrets.read(secretName()))
        list.recoveryKey = Digest::of(*pem);
    return base::done();
}

bool ProvinceKey::isReady(const SlotList& list) const {
    return list.recoverySlot.isEmpty() || (!list.recoveryKey.isEmpty() && isKnown(list));
}

base::Outcome ProvinceKey::sealAnew(SlotList& list, const DataKey& key) {
    if (list.recoverySlot.isEmpty())
        return base::done();
    const auto pem = m_secrets.read(secretName());
    return pem ? seal(list, key, *pem) : base::Outcome(base::fail(pem.error()));
}

base::Result<bool> ProvinceKey::mend(SlotList& list) {
    const auto sealed = fact(m_connection, slotFact());
    if (!sealed)
        return base::fail(sealed.error());
    if (sealed->isEmpty() ? list.recoverySlot.isEmpty() : Digest::of(*sealed) == list.recoverySlot)
        return true;
    // One that the desk never had goes; one that it cannot make anew is told once.
    const base::Outcome mended = list.recoverySlot.isEmpty() ? setFact(m_connection, slotFact(), QByteArray(""))
                                 : isKnown(list)             ? sealAnew(list, *m_ring->newestKey())
                                                             : base::done();
    if (!mended)
        return base::fail(mended.error());
    if (!list.recoverySlot.isEmpty() && !isKnown(list))
        list.recoverySlot = sealed->isEmpty() ? QByteArray("gone") : Digest::of(*sealed);
    return false;
}

}
