#include "app/journal/model/Published.h"

#include "app/base/Logging.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "app/journal/log/FeedLog.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::journal {

namespace {

// A sound body is taken whole; of another, nothing is.

bool takeCatalogue(Published& published, const QJsonObject& body) {
    auto catalogue = domain::Catalogue::fromJson(body);
    if (!catalogue)
        return false;
    published.catalogue = std::move(*catalogue);
    return true;
}

bool takeJob(Published& published, const QJsonObject& body) {
    auto kind = domain::readJobKind(body, domain::builtInForms());
    if (!kind)
        return false;
    published.jobs.put(std::move(*kind));
    return true;
}

bool takeCalendar(Published& published, const QJsonObject& body) {
    auto calendar = domain::calendarFromJson(body);
    if (!calendar || !body.value(QLatin1String("daysOff")).isArray())
        return false;
    published.calendar = std::move(*calendar);
    return true;
}

bool takeAccounts(Published& published, const QJsonObject& body) {
    const QJsonValue json = body.value(QLatin1String("accounts"));
    std::vector<domain::Account> accounts;
    base::fromJsonValue(json, accounts);
    const bool sound = json.isArray() && std::all_of(accounts.begin(), accounts.end(),
                                             [](const domain::Account& account) { return !account.id.isNull() && !account.login.isEmpty(); });
    if (sound)
        published.accounts = std::move(accounts);
    return sound;
}

bool takeSettings(Published& published, const QJsonObject& body) {
    auto settings = base::fromJson<domain::UnitSettings>(body);
    const bool sound = !settings.name.isEmpty() && settings.sameDayCutOff.isValid() && settings.closing.isValid() && settings.opening.isValid() &&
                       settings.idleLockMinutes >= 0;
    if (sound)
        published.settings = std::move(settings);
    return sound;
}

bool takeCodeRange(Published& published, const QJsonObject& body) {
    auto range = base::fromJson<domain::CodeRange>(body);
    const bool sound = body.value(QLatin1String("first")).isDouble() && body.value(QLatin1String("last")).isDouble() && range.first >= 1 &&
                       range.first <= range.last;
    if (sound)
        published.codeRange = std::move(range);
    return sound;
}

struct Reader {
    const char* kind = nullptr;
    bool (*take)(Published& published, const QJsonObject& body) = nullptr;
    bool everyItem = false;                                    ///< each stands beside the others, instead of the newest for all
    base::Outcome (*check)(const QJsonObject& body) = nullptr; ///< where that is quicker than taking it
};
constexpr Reader readers[] = {{"catalogue", takeCatalogue, false, domain::Catalogue::check}, {"calendar", takeCalendar}, {"accounts", takeAccounts},
    {"settings", takeSettings}, {"code-range", takeCodeRange}, {"job", takeJob, true}};

const Reader* readerOf(const QString& kind) {
    const auto found = std::find_if(std::begin(readers), std::end(readers), [&](const Reader& reader) { return kind == QLatin1String(reader.kind); });
    return found == std::end(readers) ? nullptr : found;
}

}

bool Published::holds(const QString& kind) {
    return readerOf(kind) != nullptr;
}

bool Published::replaces(const QString& kind) {
    const Reader* reader = readerOf(kind);
    return reader && !reader->everyItem;
}

base::Outcome Published::check(const QString& kind, const QJsonObject& body) {
    const Reader* reader = readerOf(kind);
    Published scratch;
    const bool sound = reader && (reader->check ? reader->check(body).has_value() : reader->take(scratch, body));
    if (!sound)
        return base::fail(QStringLiteral("published.malformed"), {{QStringLiteral("kind"), kind}});
    return base::done();
}

base::Result<Published> Published::from(const FeedLog& feed, domain::StationId station) {
    Published published;
    published.jobs = domain::builtInJobs();
    for (const Reader& reader : readers) {
        const auto items = feed.items(QString::fromLatin1(reader.kind), 0);
        if (!items)
            return base::fail(items.error());
        if (reader.everyItem)
            for (const auto& item : *items)
                reader.take(published, item.body);
        else
            for (auto item = items->rbegin(); item != items->rend(); ++item)
                if (reader.take(published, item->body))
                    break;
    }
    if (published.codeRange.station.isNull())
        published.codeRange.station = station;
    return published;
}

}
