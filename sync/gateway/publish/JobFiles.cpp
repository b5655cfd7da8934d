#include "sync/gateway/publish/JobFiles.h"

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "sync/gateway/publish/CatalogueFiles.h"
#include "sync/gateway/publish/SharedBooks.h"
#include "sync/gateway/store/FeedTable.h"

#include <QDir>

#include <algorithm>
#include <tuple>

namespace motcua::gateway {

namespace {

constexpr char feedKind[] = "job";

QString text(const QJsonObject& description, const char* field) {
    return description.value(QLatin1String(field)).toString();
}

QString labelOf(const QJsonObject& description) {
    return text(description, "kind") + QLatin1Char(' ') + text(description, "version");
}

bool isOfKind(const QJsonObject& one, const QJsonObject& other) {
    return text(one, "kind") == text(other, "kind");
}

bool isSameVersion(const QJsonObject& one, const QJsonObject& other) {
    return isOfKind(one, other) && text(one, "version") == text(other, "version");
}

QDate dayOf(const QJsonObject& description) {
    return QDate::fromString(text(description, "from"), Qt::ISODate);
}

/// As Jobs::inForce() has it: by the day of effect, then by name.
bool isLater(const QJsonObject& one, const QJsonObject& other) {
    return std::tuple(dayOf(one), text(one, "version")) > std::tuple(dayOf(other), text(other, "version"));
}

base::Result<std::vector<QJsonObject>> published(const Tables& tables) {
    return tables.feed().toEveryone(feedKind, 0).map([](const std::vector<PublishedItem>& items) {
        std::vector<QJsonObject> bodies;
        bodies.reserve(items.size());
        for (const PublishedItem& item : items)
            bodies.push_back(item.body);
        return bodies;
    });
}

base::Error saying(const char* code, const QJsonObject& description) {
    return {QLatin1String(code), {{QStringLiteral("kind"), text(description, "kind")}, {QStringLiteral("version"), text(description, "version")}}};
}

/// True: it is new. False: it was published so.
base::Result<bool> isNews(const QJsonObject& description, const std::vector<QJsonObject>& known) {
    for (const QJsonObject& before : known)
        if (isSameVersion(before, description))
            return before == description ? base::Result<bool>(false) : base::fail(saying("job.version-taken", description));
    for (const QJsonObject& before : known)
        if (isOfKind(before, description) && !isLater(description, before)) {
            base::Error error = saying("job.older-version", description);
            error.detail.insert(QStringLiteral("current"), text(before, "version"));
            return base::fail(std::move(error));
        }
    return true;
}

base::Outcome proceduresKnown(const QJsonObject& description, const domain::Catalogue& catalogue) {
    for (const QJsonValue& code : description.value(QLatin1String("procedures")).toArray())
        if (!catalogue.find(code.toString()))
            return base::fail(QStringLiteral("job.unknown-procedure"),
                {{QStringLiteral("kind"), text(description, "kind")}, {QStringLiteral("procedure"), code.toString()}});
    return base::done();
}

base::Outcome publish(Tables& tables, const QJsonObject& description) {
    return tables.feed().publish({}, feedKind, description).map([](qint64) { return base::Done(); });
}

}

base::Result<std::vector<QJsonObject>> readJobs(const QString& directory) {
    if (QDir(directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty())
        return base::fail(QStringLiteral("platform.missing"), {{QStringLiteral("file"), directory + QStringLiteral("/*/job.json")}});
    return domain::readJobDirectory(directory);
}

base::Result<domain::Jobs> publishedJobs(const Tables& tables) {
    return published(tables).map([](const std::vector<QJsonObject>& bodies) {
        domain::Jobs jobs = domain::builtInJobs();
        for (const QJsonObject& body : bodies)
            if (auto kind = domain::readJobKind(body, domain::builtInForms()))
                jobs.put(std::move(*kind));
        return jobs;
    });
}

base::Result<QStringList> damagedJobs(const Tables& tables) {
    return tables.feed().toEveryone(feedKind, 0).map([](const std::vector<PublishedItem>& items) {
        QStringList lines;
        for (const PublishedItem& item : items)
            if (const auto kind = domain::readJobKind(item.body, domain::builtInForms()); !kind)
                lines << QStringLiteral("job at feed cursor %1 cannot be read: %2 %3 (%4)")
                             .arg(QString::number(item.cursor), text(item.body, "kind"), text(item.body, "version"), kind.error().toLogLine());
        return lines;
    });
}

base::Result<QStringList> publishJobs(Tables& tables, const std::vector<QJsonObject>& descriptions) {
    const auto builtIn = publishBuiltInJobs(tables);
    auto known = builtIn ? published(tables) : base::fail(builtIn.error());
    const auto edition = known ? publishedEdition(tables) : base::fail(known.error());
    const auto catalogue = edition ? domain::Catalogue::fromJson(edition->catalogue) : base::fail(edition.error());
    if (!catalogue)
        return base::fail(catalogue.error());
    QStringList changed = *builtIn;
    QSet<QString> kinds;
    QDate since;
    for (const QJsonObject& description : descriptions) {
        const auto news = isNews(description, *known);
        if (!news)
            return base::fail(news.error());
        if (!*news)
            continue;
        const auto done = proceduresKnown(description, *catalogue).and_then([&](base::Done) { return publish(tables, description); });
        if (!done)
            return base::fail(done.error());
        known->push_back(description);
        kinds.insert(text(description, "kind"));
        since = since.isValid() ? qMin(since, dayOf(description)) : dayOf(description);
        changed << labelOf(description);
    }
    return publishedJobs(tables).and_then([&](const domain::Jobs& jobs) { return booksAgree(jobs, kinds, since); }).map([&](base::Done) {
        return changed;
    });
}

base::Result<QStringList> publishBuiltInJobs(Tables& tables) {
    const auto known = published(tables);
    const auto builtIn = known ? domain::readJobDirectory(QStringLiteral(":/jobs")) : base::fail(known.error());
    if (!builtIn)
        return base::fail(builtIn.error());
    QStringList changed;
    for (const QJsonObject& description : *builtIn) {
        if (std::any_of(known->begin(), known->end(),
                [&](const QJsonObject& before) { return !isLater(description, before) && isOfKind(before, description); }))
            continue;
        if (const auto done = publish(tables, description); !done)
            return base::fail(done.error());
        changed << labelOf(description);
    }
    return changed;
}

}
