#include "sync/gateway/publish/CatalogueFiles.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/store/FeedTable.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace motcua::gateway {

namespace {

using Rows = std::vector<QStringList>;

/// The rows of a file whose header has these columns.
base::Result<Rows> rowsIn(const QString& file, const QStringList& wanted) {
    return readFile(file).and_then([](const QByteArray& csv) { return domain::parseCsv(csv); }).and_then([&](Rows rows) -> base::Result<Rows> {
        for (const QString& column : wanted)
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

constexpr char holidays[] = "/holidays.csv";

base::Result<QJsonObject> readCalendar(const QString& directory) {
    return rowsIn(directory + QLatin1String(holidays), {QStringLiteral("date"), QStringLiteral("type")}).map(&calendarOf);
}

enum class Needs { All, Some };

/// The province's tables: procedures.csv first, then procedures-*.csv by name. Some: those that are there, one at least.
base::Result<domain::CatalogueTables> tablesIn(const QString& directory, Needs needs) {
    const auto read = [&](const QString& file) {
        return readFile(directory + QLatin1Char('/') + file).map([&](const QByteArray& csv) { return domain::CsvTable{file, csv}; });
    };
    domain::CatalogueTables tables;
    const QString first = QStringLiteral("procedures.csv");
    const QString fees = QStringLiteral("fees.csv");
    QStringList files = QDir(directory).entryList({QStringLiteral("procedures*.csv")}, QDir::Files, QDir::Name);
    const bool hasFees = QFile::exists(directory + QLatin1Char('/') + fees);
    if (files.removeAll(first) > 0 || needs == Needs::All || (files.isEmpty() && !hasFees))
        files.prepend(first);
    for (const QString& file : files) {
        auto table = read(file);
        if (!table)
            return base::fail(table.error());
        tables.procedures.push_back(std::move(*table));
    }
    if (!hasFees && needs == Needs::Some)
        return tables;
    return read(fees).map([&](const domain::CsvTable& table) {
        tables.fees = table;
        return tables;
    });
}

base::Outcome checkVersion(const QString& version) {
    if (const QDate day = QDate::fromString(version, Qt::ISODate); !day.isValid() || day.toString(Qt::ISODate) != version)
        return base::fail(QStringLiteral("catalogue.bad-version"), {{QStringLiteral("version"), version}});
    return base::done();
}

QString versionOf(const QJsonObject& catalogue) {
    return catalogue.value(QLatin1String("version")).toString();
}

}

base::Result<CatalogueEdition> readEdition(const QString& directory, const QString& version) {
    if (auto sound = checkVersion(version); !sound)
        return base::fail(sound.error());
    const auto tables = tablesIn(directory, Needs::All);
    if (!tables)
        return base::fail(tables.error());
    const auto catalogue = domain::Catalogue::fromCsv(*tables, version);
    if (!catalogue)
        return base::fail(catalogue.error());
    return readCalendar(directory).map([&](const QJsonObject& calendar) { return CatalogueEdition{catalogue->toJson(), calendar}; });
}

base::Result<CatalogueEdition> completeEdition(const CatalogueEdition& published, const QString& directory, const QString& version) {
    if (auto sound = checkVersion(version); !sound)
        return base::fail(sound.error());
    const auto tables = tablesIn(directory, Needs::Some);
    if (!tables)
        return base::fail(tables.error());
    const auto completed = domain::Catalogue::fromJson(published.catalogue).and_then([&](const domain::Catalogue& catalogue) {
        return catalogue.completed(*tables, version);
    });
    if (!completed)
        return base::fail(completed.error());
    const bool hasCalendar = QFile::exists(directory + QLatin1String(holidays));
    return (hasCalendar ? readCalendar(directory) : published.calendar).map([&](const QJsonObject& calendar) {
        return CatalogueEdition{completed->toJson(), calendar};
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

base::Result<CatalogueEdition> publishedEdition(const Tables& tables) {
    auto catalogue = tables.feed().newest({}, "catalogue");
    if (!catalogue)
        return base::fail(catalogue.error());
    return tables.feed().newest({}, "calendar").map([&](const auto& calendar) { return CatalogueEdition{catalogue->body, calendar.body}; });
}

base::Result<bool> publishEdition(Tables& tables, const CatalogueEdition& edition) {
    FeedTable& feed = tables.feed();
    const auto current = publishedEdition(tables);
    if (!current)
        return base::fail(current.error());
    const QString version = versionOf(edition.catalogue);
    const QString inForce = versionOf(current->catalogue);
    const bool sameCatalogue = current->catalogue == edition.catalogue;
    const bool sameCalendar = current->calendar == edition.calendar;
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
