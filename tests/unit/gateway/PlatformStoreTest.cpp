#include "tests/unit/gateway/PlatformStoreTest.h"
#include "app/domain/EventCodec.h"

#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/vault/OutsideKey.h"

#include <QTest>

namespace motcua::test {

namespace {

using Opening = base::Result<std::unique_ptr<gateway::PlatformStore>> (*)(const QString& directory, std::shared_ptr<const vault::Vault> vault);

struct Kind {
    const char* name;
    Opening create;
    Opening open;
};

/// A further store of the gateway becomes a line here.
constexpr Kind kinds[] = {
    {"sqlite", &gateway::createStore, &gateway::openStore},
};

}

void PlatformStoreTest::initTestCase_data() {
    QTest::addColumn<int>("kind");
    for (size_t kind = 0; kind < std::size(kinds); ++kind)
        QTest::newRow(kinds[kind].name) << static_cast<int>(kind);
}

void PlatformStoreTest::init() {
    QFETCH_GLOBAL(int, kind);
    m_directory = std::make_unique<QTemporaryDir>();
    std::vector<vault::Vault::Key> keys;
    keys.push_back({1, *vault::randomKey()});
    m_vault = std::make_shared<const vault::Vault>(std::move(keys), *vault::randomKey());
    auto store = kinds[kind].create(m_directory->path(), m_vault);
    QVERIFY2(store, store ? "" : qPrintable(store.error().toLogLine()));
    m_first = std::move(*store);
    m_second = openAgain();
    QVERIFY(m_second);
    const auto seeded = m_first->write([&](gateway::Tables& tables) {
        domain::UnitSettings settings;
        settings.unit = QStringLiteral("H49.30");
        return tables.units().add(settings).and_then([&](qint64 unit) -> base::Outcome {
            const auto one = addStation(tables, unit, QStringLiteral("Quầy 1"));
            const auto other = addStation(tables, unit, QStringLiteral("Quầy 2"));
            if (!one || !other)
                return base::fail(one ? other.error() : one.error());
            desk = *one;
            colleague = *other;
            return base::done();
        });
    });
    QVERIFY(seeded);
}

void PlatformStoreTest::cleanup() {
    m_second.reset();
    m_first.reset();
    m_directory.reset();
}

std::unique_ptr<gateway::PlatformStore> PlatformStoreTest::openAgain() const {
    QFETCH_GLOBAL(int, kind);
    auto store = kinds[kind].open(m_directory->path(), m_vault);
    return store ? std::move(*store) : nullptr;
}

base::Result<gateway::Peer> PlatformStoreTest::addStation(gateway::Tables& tables, qint64 unit, const QString& name) {
    const QUuid id = QUuid::createUuid();
    return tables.stations().add(unit, id, name).map([&](qint64 key) { return gateway::Peer{key, unit, id}; });
}

base::Result<qint64> PlatformStoreTest::publish(gateway::Tables& tables, const char* kind) {
    return tables.feed().publish({}, kind, {});
}

base::Result<qint64> PlatformStoreTest::take(gateway::Tables& tables, const gateway::Peer& peer, const protocol::Record& record) {
    const auto cursor = tables.cursor().next();
    if (!cursor)
        return cursor;
    const gateway::NewRecord added{*cursor, &record, protocol::hashOf(record.header)};
    return tables.records().add(peer, {&added, 1}, 0).map([&](base::Done) { return *cursor; });
}

std::vector<qint64> PlatformStoreTest::cursorsFor(const gateway::PlatformStore& store, const gateway::Peer& peer, qint64 after) {
    std::vector<qint64> cursors;
    const auto read = store.read([&](const gateway::Tables& tables) {
        return tables.feed().each({peer, after, 10'000, domain::newestRecordVersion}, [&](const gateway::FeedEntry& entry) -> base::Result<bool> {
            cursors.push_back(entry.cursor);
            return true;
        });
    });
    return read ? cursors : std::vector<qint64>{-1};
}

domain::Event PlatformStoreTest::received() const {
    domain::DossierReceived body;
    body.code = QStringLiteral("H49.30-261122-0001");
    body.receivedUnit = QStringLiteral("H49.30");
    return event(body, 1);
}

}
