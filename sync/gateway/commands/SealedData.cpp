#include "sync/gateway/commands/SealedData.h"

#include "sync/gateway/commands/RecoveryKey.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/vault/Belonging.h"

#include <QFileInfo>

namespace motcua::gateway {

base::Error noDataIn(const QString& directory) {
    return {vault::isWithheld(directory) ? QStringLiteral("platform.unreadable") : QStringLiteral("platform.missing"),
        {{QStringLiteral("file"), directory}}};
}

base::Result<ServeLock> takeData(const QString& directory) {
    if (!holdsStore(directory))
        return base::fail(noDataIn(directory));
    return ServeLock::take(directory);
}

base::Result<OwnData> openOwn(ServeLock lock, const QString& directory, std::optional<vault::KeyRing> ring, const vault::KeySource& source,
    const QString& recoveryKey, const base::Clock& clock, const PageBounds& bounds) {
    if (!ring) {
        auto made = vault::KeyRing::make(directory, source);
        if (!made)
            return base::fail(made.error());
        ring = std::move(*made);
    }
    const QString beside = ring->keyFile().isEmpty() ? QString() : QFileInfo(ring->keyFile()).absolutePath() + QStringLiteral("/recovery.key");
    const QString outside = recoveryKey.isEmpty() ? beside : recoveryKey;
    const auto moved = moveRecoveryKeyOut(directory, outside);
    if (!moved)
        return base::fail(moved.error());
    auto platform = Platform::openBy(directory, ring->vault(), clock, bounds);
    if (!platform)
        return base::fail(platform.error());
    // Nothing lies under the keys of before any more.
    if (auto dropped = ring->dropOld(); !dropped)
        return base::fail(dropped.error());
    return OwnData{std::move(lock), std::move(*platform), ring->keyFile(), *moved ? outside : QString()};
}

}
