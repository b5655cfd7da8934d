#include "sync/gateway/ledger/KnownJobs.h"

#include "app/base/Logging.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/PlainText.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "sync/gateway/store/FeedTable.h"

#include <QJsonArray>

namespace motcua::gateway {

namespace {

QString keyOf(const domain::JobKind& job) {
    return job.kind + QLatin1Char(' ') + job.version;
}

domain::Procedure keptOf(const domain::Procedure& row) {
    domain::Procedure kept;
    kept.version = row.version;
    // As desks write it: every text of a record is plain.
    for (QString* text : {&kept.version.name, &kept.version.field, &kept.version.legalBasis, &kept.version.result})
        *text = domain::madePlain(*text);
    kept.feeRule = row.feeRule;
    kept.feeAmount = row.feeAmount;
    return kept;
}

}

bool KnownJobs::Edition::isKnownTo(const domain::JobKind& job, qint64 cursor) const {
    if (domain::isFirstKind(job.kind, job.version))
        return true;
    const qint64 at = publishedAt(job);
    return at > 0 && at <= cursor;
}

qint64 KnownJobs::Edition::publishedAt(const domain::JobKind& job) const {
    return published.value(keyOf(job));
}

const domain::Procedure* KnownJobs::Edition::row(const QString& code, const QString& edition) const {
    const auto editions = m_rows.constFind(domain::nationalCode(code));
    if (editions == m_rows.cend())
        return nullptr;
    const auto found = editions->find(edition);
    return found == editions->end() ? nullptr : &found->second;
}

std::vector<const domain::Procedure*> KnownJobs::Edition::rows(const QString& code) const {
    std::vector<const domain::Procedure*> rows;
    if (const auto editions = m_rows.constFind(domain::nationalCode(code)); editions != m_rows.cend())
        for (const auto& [edition, row] : *editions)
            rows.push_back(&row);
    return rows;
}

KnownJobs::KnownJobs() {
    m_edition.jobs = domain::builtInJobs();
}

base::Result<KnownJobs::Edition> KnownJobs::upToNow(const Tables& tables) {
    const std::lock_guard lock(m_mutex);
    return addJobs(tables).and_then([&](base::Done) { return addProcedures(tables); }).map([&](base::Done) { return m_edition; });
}

/// Cursors are committed in their order, so nothing that was not seen lies before what was.
base::Outcome KnownJobs::addJobs(const Tables& tables) {
    const auto published = tables.feed().toEveryone("job", m_jobsSeen);
    if (!published)
        return base::fail(published.error());
    for (const PublishedItem& item : *published) {
        if (auto kind = domain::readJobKind(item.body, domain::builtInForms())) {
            m_edition.published.insert(keyOf(*kind), m_edition.published.value(keyOf(*kind), item.cursor));
            m_edition.jobs.put(std::move(*kind));
        } else {
            qCWarning(base::lcGateway).noquote() << "job at feed cursor" << item.cursor
                                                 << "cannot be read, its dossiers will be refused:" << kind.error().toLogLine();
        }
        m_jobsSeen = item.cursor;
    }
    return base::done();
}

base::Outcome KnownJobs::addProcedures(const Tables& tables) {
    const auto published = tables.feed().toEveryone("catalogue", m_catalogueSeen);
    if (!published)
        return base::fail(published.error());
    for (const PublishedItem& item : *published) {
        for (const QJsonValue& json : item.body.value(QLatin1String("procedures")).toArray()) {
            const auto row = base::fromJson<domain::Procedure>(json.toObject());
            m_edition.procedures.insert(domain::nationalCode(row.version.code));
            m_edition.m_rows[domain::nationalCode(row.version.code)].insert_or_assign(row.version.catalogue, keptOf(row));
        }
        m_catalogueSeen = item.cursor;
    }
    return base::done();
}

}
