#include "app/journal/keys/KeyChange.h"

#include "app/base/Logging.h"
#include "app/journal/keys/AttemptLog.h"
#include "app/journal/keys/Doors.h"
#include "app/journal/keys/Epochs.h"
#include "app/journal/keys/RecoverySlot.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

namespace {

QString recoveryFact() {
    return QStringLiteral("recovery");
}

/// As it will be when the new key is in it.
KeyRingPointer with(const KeyRing& ring, const KeyRing::Key& key) {
    auto next = std::make_shared<KeyRing>(key, ring.newest() + 1);
    for (const auto& [epoch, earlier] : ring.all())
        next->add(epoch, earlier);
    return next;
}

}

QString KeyChange::dueFact() {
    return QStringLiteral("epoch-due");
}

base::Outcome KeyChange::beginWhereDue(KeyRing& ring) {
    if (const auto due = fact(m_connection, dueFact()); !due || due->isEmpty())
        return due ? base::done() : base::fail(due.error());
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto can = canBegin();
    if (!can || !*can)
        return can ? base::done() : base::fail(can.error());
    const auto key = begin(ring);
    if (!key)
        return base::fail(key.error());
    const auto done = setFact(m_connection, dueFact(), {}).and_then([&](base::Done) { return transaction->commit(); });
    if (done)
        ring.add(ring.newest() + 1, *key);
    return done;
}

base::Result<bool> KeyChange::canBegin() const {
    const auto recovery = fact(m_connection, recoveryFact());
    if (!recovery)
        return base::fail(recovery.error());
    if (!recovery->isEmpty() && !m_secrets.contains(QString::fromLatin1(Secrets::recoveryKey)))
        return false;
    return Doors(m_connection, m_identity).allSlotsHaveOne();
}

base::Result<KeyRing::Key> KeyChange::begin(const KeyRing& ring) {
    const auto key = Epochs(m_connection, m_identity.station.value()).begin(ring);
    if (!key)
        return key;
    return Doors(m_connection, m_identity)
        .putBehindAll(**key)
        .and_then([&](base::Done) { return sealRecovery(**key); })
        .and_then([&](base::Done) { return sealStanding(ring, *key); })
        .map([&](base::Done) { return *key; });
}

base::Outcome KeyChange::sealRecovery(const DataKey& key) {
    const auto recovery = fact(m_connection, recoveryFact());
    if (!recovery || recovery->isEmpty())
        return recovery ? base::done() : base::fail(recovery.error());
    const auto pem = m_secrets.read(QString::fromLatin1(Secrets::recoveryKey));
    const auto sealed = pem ? recovery::seal(key, *pem) : base::fail(pem.error());
    return sealed ? setFact(m_connection, recoveryFact(), *sealed) : base::Outcome(base::fail(sealed.error()));
}

base::Outcome KeyChange::sealStanding(const KeyRing& ring, const KeyRing::Key& key) {
    const QUuid station = m_identity.station.value();
    const KeyRingPointer next = with(ring, key);
    Standing standing(m_connection, station, Sealer(next));
    AttemptLog attempts(m_connection, station);
    const auto whole = attempts.check(Sealer(next));
    if (!whole)
        return base::fail(whole.error());
    const auto told = *whole == AttemptLog::State::Changed ? standing.doubt({{QStringLiteral("journal.attempts-reset")}}) : base::done();
    return told.and_then([&](base::Done) { return attempts.begin(Sealer(next)); }).and_then([&](base::Done) { return standing.sealAnew(); });
}

}
