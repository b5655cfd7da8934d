#include "sync/gateway/commands/Founding.h"

#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/publish/CatalogueFiles.h"
#include "sync/gateway/publish/Items.h"
#include "sync/gateway/publish/TrainingUnit.h"
#include "sync/gateway/publish/Units.h"

#include <QDir>
#include <QFile>

namespace motcua::gateway {

namespace {

base::Outcome publishUnit(sqlite::Connection& connection, const TrainingUnit& unit) {
    return addUnit(connection, unit.settings)
        .and_then([&](bool) { return unitKey(connection, unit.settings.unit); })
        .and_then([&](qint64 key) {
            return publish(connection, {.unit = key, .station = {}}, "accounts", {{QStringLiteral("accounts"), base::toJsonValue(unit.accounts)}});
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
    auto database = Database::create(plan.directory);
    if (!database)
        return base::fail(database.error());
    if (auto made = Authority::create(plan.directory, plan.hosts, clock.now()); !made)
        return base::fail(made.error());
    const TrainingUnit unit = trainingUnit(plan.unit, clock.now());
    const auto published = (*database)->inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        return publishEdition(connection, *edition).and_then([&](bool) { return plan.isTraining ? publishUnit(connection, unit) : base::done(); });
    });
    if (!published)
        return base::fail(published.error());
    Founded founded;
    if (plan.isTraining) {
        const auto authority = Authority::open(plan.directory);
        if (!authority)
            return base::fail(authority.error());
        Stations stations(**database, clock);
        auto codes = makeDesks(stations, unit, (*authority)->der());
        if (!codes)
            return base::fail(codes.error());
        founded.codes = std::move(*codes);
    }
    return founded;
}

}
