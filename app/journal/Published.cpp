#include "app/journal/Published.h"

#include "app/base/Logging.h"
#include "app/journal/FeedLog.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::journal {

namespace {

bool takeCatalogue(Published& published, const QJsonObject& body) {
    auto catalogue = domain::Catalogue::fromJson(body);
    if (catalogue)
        published.catalogue = std::move(*catalogue);
    return catalogue.has_value();
}

bool takeCalendar(Published& published, const QJsonObject& body) {
    auto calendar = domain::calendarFromJson(body);
    if (calendar)
        published.calendar = std::move(*calendar);
    return calendar && body.value(QLatin1String("daysOff")).isArray();
}

bool takeAccounts(Published& published, const QJsonObject& body) {
    const QJsonValue accounts = body.value(QLatin1String("accounts"));
    base::fromJsonValue(accounts, published.accounts);
    return accounts.isArray() && std::all_of(published.accounts.begin(), published.accounts.end(), [](const domain::Account& account) {
        return !account.id.isNull() && !account.login.isEmpty();
    });
}

bool takeSettings(Published& published, const QJsonObject& body) {
    published.settings = base::fromJson<domain::UnitSettings>(body);
    const domain::UnitSettings& settings = published.settings;
    return !settings.name.isEmpty() && settings.sameDayCutOff.isValid() && settings.closing.isValid() &&
        settings.opening.isValid() && settings.idleLockMinutes >= 0;
}

bool takeCodeRange(Published& published, const QJsonObject& body) {
    published.codeRange = base::fromJson<domain::CodeRange>(body);
    return body.value(QLatin1String("first")).isDouble() && body.value(QLatin1String("last")).isDouble() && published.codeRange.first >= 1 &&
        published.codeRange.first <= published.codeRange.last;
}

struct Reader {
    const char* kind;
    bool (*take)(Published& published, const QJsonObject& body);
};
constexpr Reader readers[] = {{"catalogue", takeCatalogue}, {"calendar", takeCalendar}, {"accounts", takeAccounts},
    {"settings", takeSettings}, {"code-range", takeCodeRange}};

const Reader* readerOf(const QString& kind) {
    const auto found = std::find_if(std::begin(readers), std::end(readers), [&](const Reader& reader) { return kind == QLatin1String(reader.kind); });
    return found == std::end(readers) ? nullptr : found;
}

}

bool Published::holds(const QString& kind) {
    return readerOf(kind) != nullptr;
}

base::Outcome Published::check(const QString& kind, const QJsonObject& body) {
    const Reader* reader = readerOf(kind);
    Published scratch;
    if (!reader || !reader->take(scratch, body))
        return base::fail(QStringLiteral("published.malformed"), {{QStringLiteral("kind"), kind}});
    return base::done();
}

base::Result<Published> Published::from(const FeedLog& feed, domain::StationId station) {
    Published published;
    for (const Reader& reader : readers) {
        const QString kind = QString::fromLatin1(reader.kind);
        const auto items = feed.items(kind, 0);
        if (!items)
            return base::fail(items.error());
        const auto newest = std::find_if(items->rbegin(), items->rend(), [&](const FeedLog::Item& item) {
            return check(kind, item.body).has_value();
        });
        if (newest != items->rend())
            reader.take(published, newest->body);
    }
    if (published.codeRange.station.isNull())
        published.codeRange.station = station;
    return published;
}

}
