#include "sync/gateway/publish/SharedBooks.h"

#include "app/base/Json.h"

#include <QJsonDocument>

#include <map>
#include <set>

namespace motcua::gateway {

namespace {

struct Version {
    const domain::JobKind* job = nullptr;
    QByteArray book; ///< all that has to be alike; empty: no book of this symbol
};

/// Versions of the kinds that have, or had, one book.
using Kinds = std::map<QString, std::vector<Version>>;

QJsonObject bookOf(const domain::JobKind& job) {
    return {{QStringLiteral("book.name"), job.book->name}, {QStringLiteral("book.columns"), base::toJsonValue(job.book->columns)},
        {QStringLiteral("book.form"), job.book->form},
        {QStringLiteral("templates.") + job.book->form, job.templates.value(job.book->form).toString()}};
}

/// As Jobs::inForce() has it.
const Version* inForce(const std::vector<Version>& versions, QDate day) {
    const Version* found = nullptr;
    for (const Version& version : versions)
        if (version.job->from <= day &&
            (!found || std::tie(version.job->from, version.job->version) > std::tie(found->job->from, found->job->version)))
            found = &version;
    return found;
}

base::Outcome agree(const Kinds& kinds, QDate day) {
    const Version* first = nullptr;
    for (const auto& [kind, versions] : kinds) {
        const Version* version = inForce(versions, day);
        if (!version || version->book.isEmpty())
            continue;
        if (!first)
            first = version;
        if (version->book == first->book)
            continue;
        const QJsonObject one = bookOf(*first->job);
        const QJsonObject other = bookOf(*version->job);
        QString place = QStringLiteral("book");
        for (auto it = one.begin(); it != one.end(); ++it)
            if (other.value(it.key()) != it.value())
                place = it.key();
        return base::fail(
            QStringLiteral("job.book-differs"), {{QStringLiteral("kind"), kind}, {QStringLiteral("other"), first->job->kind},
                                                    {QStringLiteral("symbol"), first->job->book->symbol}, {QStringLiteral("place"), place}});
    }
    return base::done();
}

}

base::Outcome booksAgree(const domain::Jobs& jobs, const QSet<QString>& kinds, QDate since) {
    std::map<QString, std::set<QDate>> days; // by symbol
    for (const auto& job : jobs.kinds())
        if (job->book && kinds.contains(job->kind))
            days[job->book->symbol].insert(since);
    for (auto& [symbol, changes] : days) {
        Kinds sharing;
        for (const auto& job : jobs.kinds())
            if (job->book && job->book->symbol == symbol)
                sharing[job->kind];
        for (const auto& job : jobs.kinds())
            if (const auto kind = sharing.find(job->kind); kind != sharing.end()) {
                const bool has = job->book && job->book->symbol == symbol;
                kind->second.push_back({job.get(), has ? QJsonDocument(bookOf(*job)).toJson(QJsonDocument::Compact) : QByteArray()});
                if (job->from > since)
                    changes.insert(job->from);
            }
        for (const QDate day : changes)
            if (const auto alike = agree(sharing, day); !alike)
                return alike;
    }
    return base::done();
}

}
