#include "app/journal/Unlocked.h"

#include "app/base/Clock.h"
#include "app/base/Logging.h"
#include "app/journal/UnlockedParts.h"
#include "app/journal/keys/KeyChange.h"
#include "app/journal/keys/ProvinceKey.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/JournalErrors.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

namespace {

base::Outcome asJournal(const base::Outcome& outcome) {
    return outcome ? outcome : base::Outcome(base::fail(journalError(outcome.error())));
}

/// A slot may come with a key that a code has just bound.
std::vector<domain::SecurityEvent> withActivation(domain::SecurityKind kind, const KeySlots::Slot& slot) {
    std::vector<domain::SecurityEvent> events{{kind, {}, {}, slot.login}};
    if (!slot.person.voucher.isEmpty())
        events.push_back({domain::SecurityKind::Activated, {}, {}, slot.login});
    return events;
}

}

Unlocked::Unlocked(std::unique_ptr<UnlockedParts> parts) : m_parts(std::move(parts)) {}

Unlocked::~Unlocked() {
    if (m_parts->mode == UnlockMode::Rescue)
        return;
    if (const auto looked = noted([] { return base::done(); }, {}); !looked)
        qCWarning(base::lcJournal).noquote() << "not looked whether the file was set back:" << looked.error().toLogLine();
    if (const auto swept = sweepBlobs(m_parts->clock.now().addDays(-1)); !swept)
        qCWarning(base::lcJournal).noquote() << "blobs not swept:" << swept.error().toLogLine();
    if (const auto saved = saveSnapshot(); !saved)
        qCWarning(base::lcJournal).noquote() << "snapshot not saved:" << saved.error().toLogLine();
}

domain::ports::Journal& Unlocked::journal() {
    return m_parts->journal;
}
domain::ports::BlobStore& Unlocked::blobs() {
    return m_parts->blobs;
}
domain::ports::DraftStore& Unlocked::drafts() {
    return m_parts->drafts;
}
const domain::ports::Archive& Unlocked::archive() const {
    return m_parts->model;
}
domain::ports::Projection& Unlocked::projection() {
    return m_parts->model;
}
domain::ports::Exchange& Unlocked::exchange() {
    return m_parts->exchange;
}
Secrets& Unlocked::secrets() {
    return m_parts->secrets;
}
engine::Store& Unlocked::syncStore() {
    return m_parts->syncStore;
}

domain::ports::SecurityLog& Unlocked::securityLog() {
    return m_parts->security;
}

std::function<base::Result<domain::ports::SecurityPage>()> Unlocked::securityReader(const domain::SecurityFilter& filter) const {
    return [key = m_parts->key, identity = m_parts->keySlots.identity(), path = m_parts->directory.journal(), vfs = m_parts->vfs,
               clock = &m_parts->clock, filter]() -> base::Result<domain::ports::SecurityPage> {
        const auto connection = sqlite::Connection::open(path, {sqlite::Access::ReadOnly, vfs});
        if (!connection)
            return base::fail(journalError(connection.error(), QStringLiteral("journal.read-failed")));
        // Of one moment, while the station goes on writing.
        const auto reading = sqlite::Transaction::beginReading(**connection);
        if (!reading)
            return base::fail(journalError(reading.error(), QStringLiteral("journal.read-failed")));
        Standing standing(**connection, identity.station.value(), Sealer(key));
        return SecurityLog(**connection, identity.station.value(), Sealer(key), standing, *clock).page(filter);
    };
}

base::Outcome Unlocked::signedIn(const QString& login) {
    const schema::Identity& identity = m_parts->keySlots.identity();
    m_parts->security.setActor(login);
    const domain::SecurityKind kind = login.isEmpty() ? domain::SecurityKind::OpenedByProvince : domain::SecurityKind::SignedIn;
    return m_parts->security.noteUnlock({kind, {}, {}, login}, [&](const QByteArray& slot) {
        for (const domain::Account& account : archive().accounts())
            if (KeySlots::idOf(identity, account.login) == slot)
                return account.login;
        return KeySlots::idOf(identity, login) == slot ? login : QString();
    });
}

base::Outcome Unlocked::noted(const std::function<base::Outcome()>& act, const std::vector<domain::SecurityEvent>& events) {
    if (m_parts->mode == UnlockMode::Rescue)
        return base::fail(QStringLiteral("journal.read-only"));
    auto transaction = sqlite::Transaction::begin(*m_parts->connection);
    base::Outcome done =
        transaction ? m_parts->security.noteSetBack().and_then([&](bool) { return act(); }) : base::Outcome(base::fail(transaction.error()));
    for (auto event = events.begin(); done && event != events.end(); ++event)
        done = m_parts->security.note(*event);
    return asJournal(done.and_then([&](base::Done) { return transaction->commit(); }));
}

base::Result<Unlocked::Head> Unlocked::head() const {
    const auto head = m_parts->journal.head();
    if (!head)
        return base::fail(journalError(head.error(), QStringLiteral("journal.read-failed")));
    return Head{head->seq, head->hash};
}

bool Unlocked::isFromSnapshot() const {
    return m_parts->model.isFromSnapshot();
}

std::function<base::Result<KeySlots::Slot>()> Unlocked::slotMaker(const QString& login, const base::Secret& password, PersonKeyPointer signer) const {
    return [key = m_parts->key, identity = m_parts->keySlots.identity(), cost = m_parts->keySlots.cost(), login, password,
               signer = std::move(signer)] { return KeySlots::make(*key, identity, cost, login, password, signer); };
}

base::Outcome Unlocked::seat(domain::UserId user, const QString& login, PersonKeyPointer signer) {
    unseat();
    return voucher(login).map([&](const QByteArray& bound) {
        m_parts->journal.seat(user, bound.isEmpty() ? nullptr : std::move(signer));
        m_parts->security.setActor(login);
        return base::Done();
    });
}

void Unlocked::unseat() {
    m_opener.reset();
    m_parts->journal.seat({}, nullptr);
    m_parts->security.setActor({});
}

bool Unlocked::signsFor(domain::UserId user) const {
    return m_parts->journal.signsFor(user);
}

base::Result<QByteArray> Unlocked::voucher(const QString& login) const {
    return m_parts->keySlots.voucher(login);
}

base::Outcome Unlocked::keepVoucher(const QString& login, const QByteArray& publicKey, const QByteArray& voucher) {
    return noted(
        [&]() -> base::Outcome {
            const auto kept = m_parts->keySlots.keepVoucher(login, publicKey, voucher);
            if (!kept)
                return base::fail(kept.error());
            return *kept ? base::done() : base::fail(QStringLiteral("unlock.unknown-user"));
        },
        {{domain::SecurityKind::Activated, {}, {}, login}});
}

base::Outcome Unlocked::addUser(const KeySlots::Slot& slot) {
    return noted([&] { return m_parts->keySlots.add(slot, m_parts->key); }, withActivation(domain::SecurityKind::UserAdded, slot));
}

base::Outcome Unlocked::addUser(const QString& login, const base::Secret& password) {
    return slotMaker(login, password)().and_then([this](const KeySlots::Slot& slot) { return addUser(slot); });
}

base::Outcome Unlocked::removeUser(const QString& login, By by) {
    const QString actor = m_parts->security.actor();
    if (by == By::Province)
        m_parts->security.setActor({});
    auto removed = noted([&] { return m_parts->keySlots.remove(login, m_parts->key); }, {{domain::SecurityKind::UserRemoved, {}, {}, login}});
    m_parts->security.setActor(actor);
    if (removed)
        beginDueEpoch();
    return removed;
}

base::Outcome Unlocked::setPassword(const KeySlots::Slot& slot) {
    const bool isOwn = slot.login == m_parts->security.actor();
    return noted([&] { return m_parts->keySlots.setPassword(slot, m_parts->key); },
        withActivation(isOwn ? domain::SecurityKind::PasswordChanged : domain::SecurityKind::PasswordReset, slot));
}

base::Outcome Unlocked::setPassword(const QString& login, const base::Secret& password) {
    return slotMaker(login, password)().and_then([this](const KeySlots::Slot& slot) { return setPassword(slot); });
}

base::Result<bool> Unlocked::hasUser(const QString& login) const {
    return m_parts->keySlots.contains(login, m_parts->key);
}

base::Outcome Unlocked::setRecoveryKey(const QByteArray& publicKey) {
    auto transaction = sqlite::Transaction::begin(*m_parts->connection);
    auto list = transaction ? SlotList::read(m_parts->standing) : base::fail(transaction.error());
    if (!list || !*list)
        return base::fail(list ? base::Error{QStringLiteral("journal.write-failed")} : journalError(list.error()));
    return ProvinceKey(*m_parts->connection, m_parts->keySlots.identity().station.value(), m_parts->key)
        .set(**list, publicKey)
        .and_then([&](base::Done) { return asJournal((*list)->write(m_parts->standing)); })
        .and_then([&](base::Done) { return asJournal(transaction->commit()); });
}

void Unlocked::beginDueEpoch() {
    if (const auto begun = KeyChange(*m_parts->connection, m_parts->keySlots.identity()).beginWhereDue(m_parts->key); !begun)
        qCWarning(base::lcJournal).noquote() << "no new data key:" << begun.error().toLogLine();
}

base::Outcome Unlocked::saveSnapshot() {
    // A model of what damage has left must not pass for the whole later on.
    if (m_parts->mode == UnlockMode::Rescue)
        return base::fail(QStringLiteral("journal.read-only"));
    return m_parts->model.saveSnapshot(true);
}

base::Result<int> Unlocked::sweepBlobs(const QDateTime& storedBefore) {
    if (m_parts->mode == UnlockMode::Rescue)
        return base::fail(QStringLiteral("journal.read-only"));
    auto swept = m_parts->sweep.run(storedBefore);
    if (!swept)
        return base::fail(journalError(swept.error()));
    return swept;
}

base::Outcome Unlocked::erasePayload(qint64 seq) {
    return m_parts->journal.erasePayload(seq);
}

}
