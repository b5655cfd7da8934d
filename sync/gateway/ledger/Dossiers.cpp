#include "sync/gateway/ledger/Dossiers.h"

#include "app/domain/EventCodec.h"

namespace motcua::gateway {

namespace {

base::Result<domain::Dossier> replay(sqlite::Connection& connection, domain::DossierId id) {
    auto query = connection.prepare("SELECT r.kind, r.version, r.payload, r.dossier_version, s.id, r.actor, r.at FROM records r "
                                    "JOIN stations s ON s.key = r.station WHERE r.dossier = ?1 ORDER BY r.cursor");
    query.bind(id.value());
    domain::Dossier dossier;
    return query
        .each([&]() -> base::Outcome {
            auto body = domain::decodeBody(query.bytes(0), static_cast<int>(query.integer(1)), query.bytes(2));
            if (!body)
                return base::fail(body.error());
            dossier =
                domain::evolve(std::move(dossier), {std::move(*body), id, query.integer(3), domain::StationId(query.uuid(4)),
                                                       domain::UserId(query.uuid(5)), QDateTime::fromMSecsSinceEpoch(query.integer(6), Qt::UTC)});
            return base::done();
        })
        .map([&](base::Done) { return std::move(dossier); });
}

}

base::Result<domain::Dossier> Dossiers::take(sqlite::Connection& connection, domain::DossierId id) {
    if (const std::unique_ptr<domain::Dossier> kept{m_cache.take(id.value())})
        return std::move(*kept);
    return replay(connection, id);
}

void Dossiers::putBack(domain::Dossier dossier) {
    const QUuid id = dossier.id.value();
    m_cache.insert(id, new domain::Dossier(std::move(dossier)));
}

}
