#include "app/journal/blobs/SealedDrafts.h"

#include "app/base/Logging.h"
#include "app/journal/log/JournalErrors.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

SealedDrafts::SealedDrafts(sqlite::Connection& connection, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)) {}

SealPlace SealedDrafts::placeOf(const QUuid& station, const QUuid& id) {
    return {station, 0, "draft:" + id.toRfc4122()};
}

base::Outcome SealedDrafts::save(const domain::ports::Draft& draft) {
    const auto sealed = m_sealer.seal(draft.content, placeOf(m_station, draft.id.value()));
    if (!sealed)
        return base::fail(journalError(sealed.error()));
    const auto saved = m_connection
                           .prepare("INSERT INTO draft VALUES(?1, ?2, ?3, ?4) ON CONFLICT(id) DO UPDATE SET owner = excluded.owner, "
                                    "changed = excluded.changed, sealed = excluded.sealed")
                           .bind(draft.id.value(), draft.owner.value(), draft.changed.toMSecsSinceEpoch(), *sealed)
                           .run();
    if (!saved)
        return base::fail(journalError(saved.error()));
    return saved;
}

base::Result<std::vector<domain::ports::Draft>> SealedDrafts::drafts(domain::UserId owner) const {
    auto statement = m_connection.prepare("SELECT id, owner, changed, sealed FROM draft WHERE owner = ?1 ORDER BY changed DESC, id");
    statement.bind(owner.value());
    return read(std::move(statement));
}

base::Result<std::vector<domain::ports::Draft>> SealedDrafts::everybodys() const {
    return read(m_connection.prepare("SELECT id, owner, changed, sealed FROM draft ORDER BY changed DESC, id"));
}

base::Result<std::vector<domain::ports::Draft>> SealedDrafts::read(sqlite::Statement statement) const {
    std::vector<domain::ports::Draft> found;
    const auto read = statement.each([&] {
        const QUuid id = statement.uuid(0);
        auto content = m_sealer.open(statement.bytes(3), placeOf(m_station, id));
        if (content)
            found.push_back({domain::DraftId(id), domain::UserId(statement.uuid(1)), QDateTime::fromMSecsSinceEpoch(statement.integer(2), Qt::UTC),
                std::move(*content)});
        else
            qCWarning(base::lcJournal) << "draft does not open:" << id.toString();
    });
    if (!read)
        return base::fail(journalError(read.error(), QStringLiteral("journal.read-failed")));
    return found;
}

base::Outcome SealedDrafts::drop(domain::DraftId id) {
    const auto dropped = m_connection.prepare("DELETE FROM draft WHERE id = ?1").bind(id.value()).run();
    if (!dropped)
        return base::fail(journalError(dropped.error()));
    return dropped;
}

}
