#include "sync/gateway/publish/CatalogueFiles.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/store/FeedTable.h"

#include <QDate>
#include <QDir>
#include <QJsonArray>

namespace motcua::gateway {

namespace {

using Rows = std::vector<QStringList>;

/// The rows of a file whose header has these columns.
base::Result<Rows> rowsIn(const QString& file, const QStringList& columns) {
    return readFile(file).and_then([](const QByteArray& csv) { return domain::parseCsv(csv); }).and_then([&](Rows rows) -> base::Result<Rows> {
        for (const QString& column : columns)
            if (rows.empty() || !rows.front().contains(column))
                return base::fail(QStringLiteral("csv.malformed"), {{QStringLiteral("line"), QStringLiteral("1")}});
        return rows;
    });
}

/// Holidays, swapped and compensatory days are days off; make-up days are worked.
QJsonObject calendarOf(const Rows& rows) {
    const qsizetype date = rows.front().indexOf(QStringLiteral("date"));
    const qsizetype type = rows.front().indexOf(QStringLiteral("type"));
    QJsonArray daysOff;
    QJsonArray makeUpDays;
    for (size_t i = 1; i < rows.size(); ++i)
        (rows[i].value(type) == QLatin1String("makeup_workday") ? makeUpDays : daysOff).append(rows[i].value(date));
    return {{QStringLiteral("daysOff"), daysOff}, {QStringLiteral("makeUpDays"), makeUpDays}};
}

QString versionOf(const QJsonObject& catalogue) {
    return catalogue.value(QLatin1String("version")).toString();
}

}

base::Result<CatalogueEdition> readEdition(const QString& directory, const QString& version) {
    if (!QDate::fromString(version, Qt::ISODate).isValid() || version.size() != 10)
        return base::fail(QStringLiteral("catalogue.bad-version"), {{QStringLiteral("version"), version}});
    const auto catalogue = readFile(directory + QStringLiteral("/procedures.csv")).and_then([&](const QByteArray& csv) {
        return domain::Catalogue::fromCsv(csv, version);
    });
    if (!catalogue)
        return base::fail(catalogue.error());
    return rowsIn(directory + QStringLiteral("/holidays.csv"), {QStringLiteral("date"), QStringLiteral("type")}).map([&](const Rows& rows) {
        return CatalogueEdition{catalogue->toJson(), calendarOf(rows)};
    });
}

base::Result<Commune> readCommune(const QString& directory, const QString& code) {
    const QStringList files = QDir(directory).entryList({QStringLiteral("communes-*.csv")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const auto rows = rowsIn(directory + QLatin1Char('/') + file, {QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("full_name")});
        if (!rows)
            return base::fail(rows.error());
        const QStringList& header = rows->front();
        for (const QStringList& row : *rows)
            if (row.value(header.indexOf(QStringLiteral("code"))) == code)
                return Commune{row.value(header.indexOf(QStringLiteral("name"))), row.value(header.indexOf(QStringLiteral("full_name")))};
    }
    return base::fail(QStringLiteral("commune.unknown"), {{QStringLiteral("commune"), code}});
}

base::Result<bool> publishEdition(Tables& tables, const CatalogueEdition& edition) {
    FeedTable& feed = tables.feed();
    const auto current = feed.newest({}, "catalogue");
    const auto calendar = current ? feed.newest({}, "calendar") : current;
    if (!calendar)
        return base::fail(calendar.error());
    const QString version = versionOf(edition.catalogue);
    const QString inForce = versionOf(current->body);
    const bool sameCatalogue = current->body == edition.catalogue;
    const bool sameCalendar = calendar->body == edition.calendar;
    if (!sameCatalogue && version == inForce)
        return base::fail(QStringLiteral("catalogue.version-taken"), {{QStringLiteral("version"), version}});
    if (version < inForce)
        return base::fail(QStringLiteral("catalogue.older-version"), {{QStringLiteral("version"), version}, {QStringLiteral("current"), inForce}});
    for (const auto& [same, kind, body] :
        {std::tuple{sameCatalogue, "catalogue", &edition.catalogue}, std::tuple{sameCalendar, "calendar", &edition.calendar}})
        if (!same)
            if (const auto published = feed.publish({}, kind, *body); !published)
                return base::fail(published.error());
    return !sameCatalogue || !sameCalendar;
}

}
