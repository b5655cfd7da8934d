#include "sync/gateway/Founding.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"
#include "sync/gateway/Authority.h"
#include "sync/gateway/Blobs.h"
#include "sync/gateway/Items.h"
#include "sync/gateway/KeyFile.h"
#include "sync/gateway/TrainingUnit.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::gateway {

namespace {

base::Result<QJsonObject> catalogueIn(const QString& folder) {
    return readFile(folder + QStringLiteral("/procedures.csv"))
        .and_then([](const QByteArray& csv) { return domain::Catalogue::fromCsv(csv, QStringLiteral("2026-11-01")); })
        .map([](const domain::Catalogue& catalogue) { return catalogue.toJson(); });
}

/// Holidays, swapped and compensatory days are days off; make-up days are worked.
QJsonObject calendarOf(const std::vector<QStringList>& rows) {
    const qsizetype date = rows.front().indexOf(QStringLiteral("date"));
    const qsizetype type = rows.front().indexOf(QStringLiteral("type"));
    QJsonArray daysOff;
    QJsonArray makeUpDays;
    for (size_t i = 1; i < rows.size(); ++i)
        (rows[i].value(type) == QLatin1String("makeup_workday") ? makeUpDays : daysOff).append(rows[i].value(date));
    return {{QStringLiteral("daysOff"), daysOff}, {QStringLiteral("makeUpDays"), makeUpDays}};
}

base::Result<QJsonObject> calendarIn(const QString& folder) {
    return readFile(folder + QStringLiteral("/holidays.csv"))
        .and_then([](const QByteArray& csv) { return domain::parseCsv(csv); })
        .and_then([](const std::vector<QStringList>& rows) -> base::Result<QJsonObject> {
            if (rows.empty() || !rows.front().contains(QStringLiteral("date")) || !rows.front().contains(QStringLiteral("type")))
                return base::fail(QStringLiteral("csv.malformed"), {{QStringLiteral("line"), QStringLiteral("1")}});
            return calendarOf(rows);
        });
}

base::Outcome publishUnit(sqlite::Connection& connection, const TrainingUnit& unit) {
    constexpr qint64 key = 1;
    const QJsonObject settings = base::toJson(unit.settings);
    return connection.prepare("INSERT INTO units(code, key, settings) VALUES(?1, ?2, ?3)")
        .bind(unit.settings.unit, key, QJsonDocument(settings).toJson(QJsonDocument::Compact))
        .run()
        .and_then([&](base::Done) { return publish(connection, {.unit = key, .station = {}}, "settings", settings); })
        .and_then([&](qint64) {
            return publish(connection, {.unit = key, .station = {}}, "accounts",
                {{QStringLiteral("accounts"), base::toJsonValue(unit.accounts)}});
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
    const auto catalogue = catalogueIn(plan.catalogue);
    const auto calendar = catalogue ? calendarIn(plan.catalogue) : base::fail(catalogue.error());
    if (!calendar)
        return base::fail(calendar.error());
    for (const char* folder : {"/uploads", "/keys"})
        if (!QDir().mkpath(plan.folder + QLatin1String(folder)))
            return base::fail(QStringLiteral("platform.not-stored"));
    if (!Blobs::makeFolders(plan.folder))
        return base::fail(QStringLiteral("platform.not-stored"));
    QFile::setPermissions(plan.folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto database = Database::create(plan.folder);
    if (!database)
        return base::fail(database.error());
    if (auto made = Authority::create(plan.folder, plan.hosts, clock.now()); !made)
        return base::fail(made.error());
    const TrainingUnit unit = trainingUnit(plan.unit, clock.now());
    const auto published = (*database)->inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        return publish(connection, {}, "catalogue", *catalogue)
            .and_then([&](qint64) { return publish(connection, {}, "calendar", *calendar); })
            .and_then([&](qint64) { return plan.isTraining ? publishUnit(connection, unit) : base::done(); });
    });
    if (!published)
        return base::fail(published.error());
    Founded founded;
    if (plan.isTraining) {
        const auto authority = Authority::open(plan.folder);
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
