#include "app/journal/keys/KeySlots.h"

#include "app/domain/password/PasswordRule.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/PasswordKey.h"
#include "app/journal/keys/Random.h"
#include "app/journal/keys/Sealer.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

constexpr int saltSize = 16;
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

/// From a row of the slot query.
KeySlots::Slot slotAt(const sqlite::Statement& row) {
    const KeyCost cost{static_cast<int>(row.integer(2)), static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4))};
    return {row.bytes(0), row.bytes(1), cost, row.bytes(5), {}, {}};
}

}

KeySlots::KeySlots(sqlite::Connection& connection, schema::Identity identity, const base::Clock& clock, KeyCost cost)
    : m_connection(connection), m_identity(std::move(identity)), m_cost(cost), m_attempts(connection, clock), m_people(connection, m_identity) {}

QByteArray KeySlots::idOf(const schema::Identity& identity, const QString& login) {
    return protocol::Digest::of(identity.salt + login.trimmed().normalized(QString::NormalizationForm_C).toLower().toUtf8());
}

base::Result<KeySlots::Slot> KeySlots::slotOf(const QByteArray& id) const {
    auto statement = m_connection.prepare(slotQuery + QByteArray(" WHERE id = ?1"));
    const auto row = statement.bind(id).next();
    if (!row)
        return base::fail(row.error());
    // Without a slot the same work is done on a made-up one, so that the time taken does not tell who has an account.
    if (!*row)
        return Slot{id, protocol::Digest::of(m_identity.salt + id).left(saltSize), m_cost, {}, {}, {}};
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
    auto key = bytes ? DataKey::fromBytes(*bytes) : nullptr;
    if (bytes)
        base::wipe(*bytes);
    if (!key) {
        const auto wrong = m_attempts.wrongPassword(id);
        return base::fail(wrong ? *wrong : wrong.error());
    }
    if (const auto settled = m_attempts.succeeded(id); !settled)
        return base::fail(settled.error());
    auto person = m_people.openOrMake(id, *wrapping);
    if (!person)
        return base::fail(person.error());
    return Opened{std::move(key), std::move(*person)};
}

base::Result<KeySlots::Slot> KeySlots::make(const DataKey& key, const schema::Identity& identity, const KeyCost& cost, const QString& login,
    const base::Secret& password, PersonKeyPointer signer) {
    // Whoever asks for the password knows whose it is, and has asked the rest of the rule.
    if (const auto fit = domain::checkPasswordLength(password); !fit)
        return base::fail(fit.error());
    Slot slot{idOf(identity, login), randomBytes(saltSize), cost, {}, {}, std::move(signer), login.trimmed().toLower()};
    const auto wrapping = passwordKey(password, slot.salt, cost);
    if (!wrapping)
        return base::fail(wrapping.error());
    auto sealed = Sealer(*wrapping).seal(key.bytes(), placeOf(identity, slot.id));
    if (!sealed)
        return base::fail(sealed.error());
    slot.sealed = std::move(*sealed);
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

/// Within the caller's transaction, where there is one.
base::Outcome KeySlots::write(const Slot& slot) {
    return m_connection.prepare("INSERT OR REPLACE INTO slot VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(slot.id, slot.salt, slot.cost.passes, slot.cost.kibibytes, slot.cost.lanes, slot.sealed)
        .run()
        .and_then([&](base::Done) { return m_people.write(slot.person); });
}

base::Outcome KeySlots::add(const Slot& slot) {
    const auto known = holds(slot.id);
    if (!known)
        return base::fail(known.error());
    if (*known)
        return base::fail(QStringLiteral("unlock.user-exists"));
    return write(slot);
}

base::Outcome KeySlots::setPassword(const Slot& slot) {
    const auto known = holds(slot.id);
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return base::fail(QStringLiteral("unlock.unknown-user"));
    return write(slot).and_then([&](base::Done) { return m_attempts.succeeded(slot.id); });
}

base::Outcome KeySlots::remove(const QString& login) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto count = m_connection.scalar("SELECT count(*) FROM slot");
    if (!count)
        return base::fail(count.error());
    const auto removed = m_connection.prepare("DELETE FROM slot WHERE id = ?1").bind(idOf(m_identity, login)).run();
    if (!removed)
        return removed;
    if (m_connection.changes() == 0)
        return base::fail(QStringLiteral("unlock.unknown-user"));
    if (*count <= 1)
        return base::fail(QStringLiteral("unlock.last-user"));
    return m_people.remove(idOf(m_identity, login)).and_then([&](base::Done) { return transaction->commit(); });
}

base::Result<bool> KeySlots::contains(const QString& login) const {
    return holds(idOf(m_identity, login));
}

base::Result<QByteArray> KeySlots::voucher(const QString& login) const {
    return m_people.voucher(idOf(m_identity, login));
}

base::Result<bool> KeySlots::keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher) {
    return m_people.keepVoucher(idOf(m_identity, login), publicKey, voucher);
}

base::Result<bool> KeySlots::holds(const QByteArray& id) const {
    auto statement = m_connection.prepare("SELECT 1 FROM slot WHERE id = ?1");
    return statement.bind(id).next();
}

base::Result<QStringList> KeySlots::faults(sqlite::Connection& connection) {
    constexpr qsizetype idSize = 32;
    QStringList faults;
    int count = 0;
    auto statement = connection.prepare(slotQuery);
    const auto read = statement.each([&] {
        ++count;
        const Slot slot = slotAt(statement);
        const bool fits =
            slot.id.size() == idSize && slot.salt.size() == saltSize && slot.sealed.size() == Sealer::nonceSize + DataKey::size + Sealer::tagSize;
        if (!fits || !isSane(slot.cost))
            faults << QStringLiteral("key slot %1: malformed, its user cannot unlock").arg(count);
    });
    if (!read)
        return base::fail(read.error());
    if (count == 0)
        faults << QStringLiteral("key slots: none, nobody can unlock");
    return PersonSlots::faults(connection).map([&](const QStringList& more) { return faults + more; });
}

}
