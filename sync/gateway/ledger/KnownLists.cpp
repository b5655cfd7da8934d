#include "sync/gateway/ledger/KnownLists.h"

#include "sync/gateway/ledger/RecordEvent.h"
#include "sync/gateway/store/RecordTable.h"

namespace motcua::gateway {

base::Result<std::shared_ptr<const KnownLists::Edition>> KnownLists::upToNow(const Tables& tables, qint64 unit) {
    const std::lock_guard lock(m_mutex);
    const auto records = tables.records().listings(m_seen);
    if (!records)
        return base::fail(records.error());
    QHash<qint64, std::shared_ptr<Edition>> changed;
    for (const HeldRecord& held : *records) {
        std::shared_ptr<Edition>& edition = changed[held.unit];
        if (!edition) {
            const auto before = m_units.value(held.unit);
            edition = before ? std::make_shared<Edition>(*before) : std::make_shared<Edition>();
        }
        const domain::Event event = eventOf(held);
        edition->lists.apply(event);
        if (const auto* said = std::get_if<domain::PersonListed>(&event.body); said && !said->isRemoval())
            edition->written.insert(said->person.id, held.cursor);
        m_seen = held.cursor;
    }
    for (auto each = changed.cbegin(); each != changed.cend(); ++each)
        m_units.insert(each.key(), each.value());
    const auto found = m_units.value(unit);
    return found ? found : std::make_shared<const Edition>();
}

}
