#include "sync/gateway/commands/Founding.h"

#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/publish/CatalogueFiles.h"
#include "sync/gateway/publish/JobFiles.h"
#include "sync/gateway/publish/TrainingUnit.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/OpenStore.h"

#include <QDir>
#include <QFile>

namespace motcua::gateway {

namespace {

base::Outcome publishUnit(Tables& tables, const TrainingUnit& unit) {
    return addUnit(tables, unit.settings)
        .and_then([&](bool) { return unitKey(tables, unit.settings.unit); })
        .and_then([&](qint64 key) {
            return tables.feed().publish({.unit = key, .station = {}}, "accounts", {{QStringLiteral("accounts"), base::toJsonValue(unit.accounts)}});
        })
        .map([](qint64) { return base::Done(); });
}

base::Result<std::vector<NewCode>> makeDesks(Stations& stations, const TrainingUnit& unit, const QByteArray& authority) {
    std::vector<NewCode> codes;
    for (const QString& desk : unit.desks) {
        auto code = stations.add(unit.settings.unit, desk).and_then([&](const QUuid& id) { return stations.makeCode(id, authority); });
        if (!code)
            return base::fail(code.error());
        codes.push_back(std::move(*code));
    }
    return codes;
}

}

base::Result<Founded> found(const FoundingPlan& plan, const base::Clock& clock) {
    const auto edition = readEdition(plan.catalogue, plan.catalogueVersion);
    if (!edition)
        return base::fail(edition.error());
    for (const char* directory : {"/uploads", "/keys"})
        if (!QDir().mkpath(plan.directory + QLatin1String(directory)))
            return base::fail(QStringLiteral("platform.not-stored"));
    if (!Blobs::makeDirectories(plan.directory))
        return base::fail(QStringLiteral("platform.not-stored"));
    QFile::setPermissions(plan.directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto store = createStore(plan.directory);
    if (!store)
        return base::fail(store.error());
    if (auto made = Authority::create(plan.directory, plan.hosts, clock.now()); !made)
        return base::fail(made.error());
    const TrainingUnit unit = trainingUnit(plan.unit, clock.now());
    const auto published = (*store)->write([&](Tables& tables) -> base::Outcome {
        return publishEdition(tables, *edition).and_then([&](bool) { return publishBuiltInJobs(tables); }).and_then([&](const QStringList&) {
            return plan.isTraining ? publishUnit(tables, unit) : base::done();
        });
    });
    if (!published)
        return base::fail(published.error());
    Founded founded;
    if (plan.isTraining) {
        const auto authority = Authority::open(plan.directory);
        if (!authority)
            return base::fail(authority.error());
        Stations stations(**store, clock);
        auto codes = makeDesks(stations, unit, (*authority)->der());
        if (!codes)
            return base::fail(codes.error());
        founded.codes = std::move(*codes);
    }
    return founded;
}

}
