#include "app/journal/keys/Epochs.h"

#include "app/journal/keys/Sealer.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

namespace {

SealPlace placeOf(const QUuid& station, int epoch) {
    return {station, epoch, "epoch"};
}

}

base::Result<KeyRingPointer> Epochs::ringOf(const KeyRing::Key& newest) const {
    const Sealer sealer(newest);
    std::map<int, KeyRing::Key> earlier;
    auto statement = m_connection.prepare("SELECT number, sealed FROM epoch ORDER BY number");
    const auto read = statement.each([&]() -> base::Outcome {
        const auto number = static_cast<int>(statement.integer(0));
        auto bytes = sealer.open(statement.bytes(1), placeOf(m_station, number));
        auto key = bytes ? DataKey::fromBytes(*bytes) : nullptr;
        if (bytes)
            base::wipe(*bytes);
        if (!key || number < 0 || number >= KeyRing::most)
            return base::fail(QStringLiteral("journal.damaged"), {{QStringLiteral("place"), QStringLiteral("data key %1").arg(number)}});
        earlier[number] = std::move(key);
        return base::done();
    });
    if (!read)
        return base::fail(read.error());
    auto ring = std::make_shared<KeyRing>(newest, earlier.empty() ? 0 : earlier.rbegin()->first + 1);
    for (auto& [number, key] : earlier)
        ring->add(number, std::move(key));
    return ring;
}

base::Result<KeyRing::Key> Epochs::begin(const KeyRing& ring) {
    if (ring.newest() >= KeyRing::most)
        return base::fail(QStringLiteral("seal.failed"));
    auto key = DataKey::make();
    if (!key)
        return base::fail(key.error());
    const Sealer sealer(*key);
    for (const auto& [number, earlier] : ring.all()) {
        const auto sealed = sealer.seal(earlier->bytes(), placeOf(m_station, number));
        const auto kept = sealed ? m_connection.prepare("INSERT OR REPLACE INTO epoch VALUES(?1, ?2)").bind(number, *sealed).run()
                                 : base::Outcome(base::fail(sealed.error()));
        if (!kept)
            return base::fail(kept.error());
    }
    return *key;
}

}
