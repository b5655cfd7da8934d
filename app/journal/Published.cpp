#include "app/journal/Published.h"

#include "app/base/Logging.h"
#include "app/journal/FeedLog.h"

#include <QJsonArray>

namespace motcua::journal {

namespace {

void takeCatalogue(Published& published, const QJsonObject& body) {
    if (auto catalogue = domain::Catalogue::fromJson(body))
        published.catalogue = std::move(*catalogue);
    else
        qCWarning(base::lcJournal).noquote() << "catalogue not taken:" << catalogue.error().toLogLine();
}

void takeCalendar(Published& published, const QJsonObject& body) {
    if (auto calendar = domain::calendarFromJson(body))
        published.calendar = std::move(*calendar);
    else
        qCWarning(base::lcJournal).noquote() << "calendar not taken:" << calendar.error().toLogLine();
}

void takeAccounts(Published& published, const QJsonObject& body) {
    base::fromJsonValue(body.value(QLatin1String("accounts")), published.accounts);
}

}

bool Published::holds(const QString& kind) {
    return kind == QLatin1String("catalogue") || kind == QLatin1String("settings") || kind == QLatin1String("calendar") ||
        kind == QLatin1String("accounts") || kind == QLatin1String("code-range");
}

base::Result<Published> Published::from(const FeedLog& feed, domain::StationId station) {
    Published published;
    const struct {
        const char* kind;
        void (*take)(Published&, const QJsonObject&);
    } readers[] = {
        {"catalogue", takeCatalogue},
        {"calendar", takeCalendar},
        {"accounts", takeAccounts},
        {"settings", [](Published& to, const QJsonObject& body) { to.settings = base::fromJson<domain::UnitSettings>(body); }},
        {"code-range", [](Published& to, const QJsonObject& body) { to.codeRange = base::fromJson<domain::CodeRange>(body); }},
    };
    for (const auto& reader : readers) {
        const auto body = feed.newest(QString::fromLatin1(reader.kind));
        if (!body)
            return base::fail(body.error());
        if (!body->isEmpty())
            reader.take(published, *body);
    }
    if (published.codeRange.station.isNull())
        published.codeRange.station = station;
    return published;
}

}
