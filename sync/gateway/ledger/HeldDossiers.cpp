#include "sync/gateway/ledger/HeldDossiers.h"

#include "app/domain/EventCodec.h"
#include "app/domain/Replay.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/RecordTable.h"

#include <memory>

namespace motcua::gateway {

namespace {

base::Result<domain::Dossier> replayed(const RecordTable& records, domain::DossierId id) {
    const auto held = records.ofDossier(id);
    if (!held)
        return base::fail(held.error());
    std::vector<domain::Event> events;
    events.reserve(held->size());
    for (const protocol::Record& record : *held) {
        auto body = domain::decodeBody(record.header.kind, record.header.version, record.payload, record.header.dossierVersion > 0);
        if (!body)
            return base::fail(body.error());
        events.push_back(eventOf(record.header, std::move(*body)));
    }
    return domain::replay(id, events);
}

}

base::Result<HeldDossiers::Held> HeldDossiers::take(Tables& tables, domain::DossierId id) {
    const auto stamp = tables.dossiers().lock(id);
    if (!stamp)
        return base::fail(stamp.error());
    std::unique_ptr<Held> kept;
    {
        const std::lock_guard lock(m_mutex);
        kept.reset(m_cache.take(id.value()));
    }
    if (kept && kept->stamp == *stamp)
        return std::move(*kept);
    if (*stamp == 0)
        return Held{domain::replay(id, std::vector<domain::Event>()), 0};
    return replayed(tables.records(), id).map([&](domain::Dossier dossier) { return Held{std::move(dossier), *stamp}; });
}

void HeldDossiers::keep(Held held) {
    const QUuid id = held.dossier.id.value();
    const std::lock_guard lock(m_mutex);
    // Another batch may have gone on with it meanwhile.
    if (const Held* known = m_cache.object(id); !known || known->stamp < held.stamp)
        m_cache.insert(id, new Held(std::move(held)));
}

}
