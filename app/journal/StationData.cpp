#include "app/journal/StationData.h"

#include "app/base/Clock.h"
#include "app/journal/Unlocked.h"
#include "app/journal/UnlockedParts.h"
#include "app/journal/disk/DataDirectory.h"
#include "app/journal/disk/DirectoryLock.h"
#include "app/journal/disk/Disk.h"
#include "app/journal/exchange/StationCopy.h"
#include "app/journal/keys/Epochs.h"
#include "app/journal/keys/KeySlots.h"
#include "app/journal/keys/ProvinceKey.h"
#include "app/journal/keys/RecoverySlot.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/ChainCheck.h"
#include "app/journal/log/DoubtNotes.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/Schema.h"
#include "app/journal/log/SecurityPending.h"
#include "app/journal/standing/StandingCheck.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <future>
#include <optional>

namespace motcua::journal {

struct StationData::Parts {
    Parts(const QString& path, const StationOptions& given, DirectoryLock held) : directory(path), options(given), lock(std::move(held)) {
        if (!options.clock)
            options.clock = &systemClock;
        if (!options.disk)
            options.disk = &systemDisk;
    }

    base::Result<std::unique_ptr<sqlite::Connection>> connect(sqlite::Access access) const {
        return sqlite::Connection::open(directory.journal(), {access, options.vfs});
    }

    base::SystemClock systemClock;
    SystemDisk systemDisk;
    DataDirectory directory;
    StationOptions options;
    DirectoryLock lock;
    schema::Identity identity;
    std::unique_ptr<sqlite::Connection> connection;
    std::optional<KeySlots> keySlots;
    OwnLog::Head checked; ///< up to here the chain has been found whole
};

struct StationData::OpenedSlot : KeySlots::Opened {};

namespace {

base::Error cannotOpen(const base::Error& inner) {
    base::Error error = journalError(inner, QStringLiteral("journal.cannot-open"));
    if (error.code == QLatin1String("journal.damaged") && !error.detail.contains(QStringLiteral("place")))
        error.detail.insert(QStringLiteral("place"), QStringLiteral("journal.sqlite"));
    return error;
}

/// The head of a whole chain. Errors: "journal.damaged" with the first place.
base::Result<OwnLog::Head> checkChain(sqlite::Connection& connection, const QUuid& station, const OwnLog::Head& known) {
    QString firstPlace;
    const auto head = ChainCheck(connection, station).walk(known, [&](const QString&, const QString& place) {
        if (firstPlace.isEmpty())
            firstPlace = place;
    });
    if (!head)
        return base::fail(cannotOpen(head.error()));
    if (!firstPlace.isEmpty())
        return base::fail(QStringLiteral("journal.damaged"), {{QStringLiteral("place"), firstPlace}});
    return head;
}

/// What is found of the file, and what there is to be doubted; the security log tells it.
base::Outcome compare(UnlockedParts& parts, const OwnLog::Head& found, bool promised) {
    const auto before = parts.standing.doubts();
    const auto fits = before ? parts.security.endFits() : base::fail(before.error());
    if (!fits)
        return base::fail(fits.error());
    const auto said = *fits ? base::done() : parts.standing.doubt({{QStringLiteral("journal.security-log-changed")}, false});
    return said.and_then([&](base::Done) { return checkStanding(*parts.connection, parts.standing, found, promised); })
        .and_then([&](base::Done) { return parts.freshness.begin(); })
        .and_then([&](base::Done) { return noteDoubts(parts.security, parts.standing, *before); });
}

/// Each opening of a copy for the first time: what was leased to the desk may stand on papers that came after it was made.
base::Outcome voidNumbersOfCopy(UnlockedParts& parts) {
    auto transaction = sqlite::Transaction::begin(*parts.connection);
    const auto copied = transaction ? fact(*parts.connection, QString::fromLatin1(copiedFact)) : base::fail(transaction.error());
    if (!copied || copied->isEmpty())
        return copied ? base::done() : base::fail(copied.error());
    return HeldNumbers(*parts.connection, parts.keySlots.identity().station, parts.key)
        .voidAll()
        .and_then(
            [&](base::Done) { return parts.connection->prepare("DELETE FROM fact WHERE name = ?1").bind(QString::fromLatin1(copiedFact)).run(); })
        .and_then([&](base::Done) { return transaction->commit(); });
}

base::Outcome fillNew(sqlite::Connection& connection, const NewStation& station, const StationOptions& options) {
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    if (const auto created = schema::create(connection, station.station); !created)
        return created;
    const auto identity = schema::check(connection);
    const auto key = DataKey::make();
    if (!identity)
        return base::fail(identity.error());
    if (!key)
        return base::fail(key.error());
    const auto ring = std::make_shared<KeyRing>(*key, 0);
    const auto added =
        KeySlots::make(*ring, *identity, options.cost, station.login, station.password, station.signer).and_then([&](KeySlots::Slot slot) {
            slot.person.voucher = station.voucher;
            return KeySlots(connection, *identity, *options.clock, options.cost).addFirst(slot, ring);
        });
    if (!added)
        return added;
    Standing standing(connection, station.station.value(), Sealer(ring));
    auto list = SlotList::read(standing);
    if (!list)
        return base::fail(list.error());
    return standing.writeHead({})
        .and_then([&](base::Done) { return standing.writeMark({}); })
        .and_then([&](base::Done) {
            return station.recoveryKey.isEmpty() ? base::done()
                                                 : ProvinceKey(connection, station.station.value(), ring).set(**list, station.recoveryKey);
        })
        .and_then([&](base::Done) { return (*list)->write(standing); })
        .and_then([&](base::Done) { return transaction->commit(); });
}

}

StationData::StationData(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

StationData::~StationData() = default;

bool StationData::exists(const QString& directory) {
    return QFileInfo(DataDirectory(directory).journal()).size() > 0;
}

base::Outcome StationData::tryDirectory(const QString& directory) {
    constexpr qint64 leastRoom = Q_INT64_C(64) << 20;
    if (!QDir().mkpath(directory))
        return base::fail(QStringLiteral("journal.write-failed"));
    base::Outcome tried = base::done();
    if (const auto lock = DirectoryLock::take(DataDirectory(directory).lock()); !lock)
        tried = base::fail(lock.error());
    else if (const QStorageInfo disk(directory); disk.isValid() && disk.bytesAvailable() < leastRoom)
        tried = base::fail(QStringLiteral("journal.disk-full"));
    QDir(directory).removeRecursively();
    return tried;
}

base::Result<std::unique_ptr<StationData::Parts>> StationData::openParts(const QString& directory, const StationOptions& options) {
    // A directory that an earlier program or a copy left open to others is closed to them.
    QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = DirectoryLock::take(DataDirectory(directory).lock());
    if (!lock)
        return base::fail(lock.error());
    auto parts = std::make_unique<Parts>(directory, options, std::move(*lock));
    auto connection = parts->connect(sqlite::Access::Create);
    if (!connection)
        return base::fail(cannotOpen(connection.error()));
    parts->connection = std::move(*connection);
    return parts;
}

base::Result<std::unique_ptr<StationData>> StationData::create(const QString& directory, const NewStation& station, const StationOptions& options) {
    if (!QDir().mkpath(directory))
        return base::fail(QStringLiteral("journal.write-failed"));
    {
        auto parts = openParts(directory, options);
        if (!parts)
            return base::fail(parts.error());
        // A file without tables is what a creation that was cut short leaves behind.
        const auto tables = (*parts)->connection->scalar("SELECT count(*) FROM sqlite_master");
        if (!tables)
            return base::fail(cannotOpen(tables.error()));
        if (*tables > 0)
            return base::fail(QStringLiteral("journal.exists"));
        if (const auto filled = fillNew(*(*parts)->connection, station, (*parts)->options); !filled)
            return base::fail(journalError(filled.error()));
    }
    return open(directory, options);
}

base::Result<std::unique_ptr<StationData>> StationData::open(const QString& directory, const StationOptions& options) {
    if (!exists(directory))
        return base::fail(QStringLiteral("journal.missing"));
    auto parts = openParts(directory, options);
    if (!parts)
        return base::fail(parts.error());
    const auto tables = (*parts)->connection->scalar("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return base::fail(cannotOpen(tables.error()));
    if (*tables == 0)
        return base::fail(QStringLiteral("journal.missing"));
    auto identity = schema::check(*(*parts)->connection);
    if (!identity)
        return base::fail(identity.error());
    if (const auto upgraded = schema::upgrade(*(*parts)->connection); !upgraded)
        return base::fail(cannotOpen(upgraded.error()));
    (*parts)->identity = *identity;
    (*parts)->keySlots.emplace(*(*parts)->connection, *identity, *(*parts)->options.clock, (*parts)->options.cost);
    return std::unique_ptr<StationData>(new StationData(std::move(*parts)));
}

domain::StationId StationData::station() const {
    return m_parts->identity.station;
}

QString StationData::directory() const {
    return m_parts->directory.path();
}

base::Outcome StationData::check(const QString& login, const base::Secret& password) {
    return identify(login, password).map([](const PersonKeyPointer&) { return base::Done(); });
}

base::Result<StationData::OpenedSlot> StationData::tryPassword(const QString& login, const base::Secret& password) {
    using domain::SecurityKind;
    sqlite::Connection& connection = *m_parts->connection;
    const QByteArray slot = KeySlots::idOf(m_parts->identity, login);
    const QDateTime now = m_parts->options.clock->now();
    if (const auto begun = pending::beginTry(connection, slot, now); !begun)
        return base::fail(journalError(begun.error()));
    auto opened = m_parts->keySlots->unlock(login, password);
    base::Outcome told = base::done();
    if (const QString why = opened ? QString() : opened.error().code;
        why == QLatin1String("unlock.wrong-password") || why == QLatin1String("unlock.former-user")) {
        told = pending::add(connection, SecurityKind::SignInFailed, slot, now);
        // Who was here loses no try.
        if (told && opened.error().detail.value(QStringLiteral("triesLeft")) == QLatin1String("0"))
            told = pending::add(connection, SecurityKind::SignInLocked, slot, now);
    }
    // What failed for another reason was counted as a try, and stays one.
    const bool isOver = opened || opened.error().code.startsWith(QLatin1String("unlock."));
    told = told.and_then([&](base::Done) { return isOver ? pending::endTry(connection, slot) : base::done(); });
    if (!opened || !told)
        return base::fail(journalError(opened ? told.error() : opened.error()));
    return OpenedSlot{std::move(*opened)};
}

base::Result<PersonKeyPointer> StationData::identify(const QString& login, const base::Secret& password) {
    const auto opened = tryPassword(login, password);
    if (!opened)
        return base::fail(opened.error());
    return opened->person;
}

base::Result<std::unique_ptr<Unlocked>> StationData::unlock(const QString& login, const base::Secret& password, UnlockMode mode) {
    const auto opened = tryPassword(login, password);
    if (!opened)
        return base::fail(opened.error());
    auto unlocked = unlockWith(opened->ring, {mode, opened->promise != Promise::None});
    if (!unlocked)
        return unlocked;
    // What it promises is sealed by now.
    if (const auto renewed = mode == UnlockMode::Normal ? m_parts->keySlots->renew(*opened) : base::done(); !renewed)
        return base::fail(journalError(renewed.error()));
    if (mode == UnlockMode::Normal)
        (*unlocked)->beginDueEpoch();
    (*unlocked)->keepOpener(opened->person);
    return unlocked;
}

base::Result<std::unique_ptr<Unlocked>> StationData::recover(const base::Secret& privateKey, UnlockMode mode) {
    const auto sealed = fact(*m_parts->connection, QStringLiteral("recovery"));
    if (!sealed)
        return base::fail(cannotOpen(sealed.error()));
    if (sealed->isEmpty())
        return base::fail(QStringLiteral("unlock.no-recovery"));
    const auto key = recovery::open(*sealed, privateKey);
    if (!key)
        return base::fail(key.error());
    const auto ring = Epochs(*m_parts->connection, m_parts->identity.station.value()).ringOf(*key);
    const auto settled = ring ? m_parts->keySlots->settle(*ring) : base::fail(ring.error());
    return settled ? unlockWith(*ring, {mode, false}) : base::fail(journalError(settled.error()));
}

base::Result<std::unique_ptr<Unlocked>> StationData::unlockWith(const KeyRingPointer& key, const Way& way) {
    const auto [mode, promised] = way;
    // The chain is walked beside the making of the read model: neither needs the other.
    auto walk = std::async(std::launch::async, [parts = m_parts.get()]() -> base::Result<OwnLog::Head> {
        const auto connection = parts->connect(sqlite::Access::ReadWrite);
        if (!connection)
            return base::fail(cannotOpen(connection.error()));
        return checkChain(**connection, parts->identity.station.value(), parts->checked);
    });
    const auto access = mode == UnlockMode::Rescue ? sqlite::Access::ReadOnly : sqlite::Access::ReadWrite;
    auto forGui = m_parts->connect(access);
    auto forSync = m_parts->connect(access);
    base::Result<std::unique_ptr<UnlockedParts>> made = base::fail(QStringLiteral("journal.cannot-open"));
    if (!forGui)
        made = base::fail(cannotOpen(forGui.error()));
    else if (!forSync)
        made = base::fail(cannotOpen(forSync.error()));
    else
        made = std::make_unique<UnlockedParts>(
            std::move(*forGui), std::move(*forSync), m_parts->directory, m_parts->identity, key, m_parts->options, mode);
    const base::Outcome loaded = made ? (*made)->model.load() : base::Outcome(base::fail(made.error()));
    const auto head = walk.get();
    if (!head && mode == UnlockMode::Normal)
        return base::fail(head.error());
    if (!loaded)
        return base::fail(cannotOpen(loaded.error()));
    if (head)
        m_parts->checked = *head;
    if (mode == UnlockMode::Normal)
        if (const auto compared = compare(**made, *head, promised).and_then([&](base::Done) { return voidNumbersOfCopy(**made); }); !compared)
            return base::fail(cannotOpen(compared.error()));
    return std::make_unique<Unlocked>(std::move(*made));
}

}
