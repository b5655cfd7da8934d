#include "sync/gateway/ledger/HeldDossiers.h"

#include "app/domain/Replay.h"
#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/DossierStateTable.h"
#include "sync/gateway/store/RecordTable.h"

#include <memory>

namespace motcua::gateway {

namespace {

base::Result<domain::Dossier> replayed(const RecordTable& records, domain::DossierId id) {
    return records.ofDossier(id).map(
        [&](const std::vector<HeldRecord>& held) { return domain::replay(id, held, [](const HeldRecord& record) { return eventOf(record); }); });
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
