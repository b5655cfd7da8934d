#include "sync/gateway/ledger/PersonKeys.h"

#include "sync/gateway/ledger/Heard.h"
#include "sync/protocol/Signing.h"

#include <algorithm>

namespace motcua::gateway {

/// Whether the record was written after `since` records, as the desk said at that moment.
bool PersonKeys::Edition::isPast(const Came& record, qint64 since, qint64 at) {
    return record.seq > since || record.at > at + Heard::backlog;
}

bool PersonKeys::Edition::has(qint64 station, const QUuid& user, const Came& record) const {
    const auto keys = m_keys.constFind({station, user});
    return keys != m_keys.cend() &&
           std::any_of(keys->begin(), keys->end(), [&](const PersonKeyRow& key) { return isPast(record, key.since, key.at); });
}

bool PersonKeys::Edition::counts(const Entry& entry, qint64 station, const QUuid& user, const Came& record) const {
    const PersonKeyRow& row = entry.row;
    if (row.station != station || row.user != user || !isPast(record, row.since, row.at))
        return false;
    const std::vector<PersonKeyRow> keys = m_keys.value({station, user});
    const auto own = std::find_if(keys.begin(), keys.end(), [&](const PersonKeyRow& key) { return key.id == row.id; });
    return own != keys.end() &&
           std::none_of(std::next(own), keys.end(), [&](const PersonKeyRow& later) { return isPast(record, later.since, later.at); });
}

base::Result<PersonKeys::Edition> PersonKeys::upToNow(const Tables& tables) {
    const std::lock_guard lock(m_mutex);
    const auto changes = tables.people().changedAfter(m_seen);
    if (!changes)
        return base::fail(changes.error());
    for (const PersonTable::Change& change : *changes) {
        const PersonKeyRow& row = change.key;
        m_edition.m_byId.insert(row.id, std::make_shared<const Entry>(Entry{row, protocol::publicKeyFromDer(row.publicKey)}));
        std::vector<PersonKeyRow>& keys = m_edition.m_keys[{row.station, row.user}];
        std::erase_if(keys, [&](const PersonKeyRow& known) { return known.id == row.id; });
        const auto later =
            std::upper_bound(keys.begin(), keys.end(), row, [](const PersonKeyRow& one, const PersonKeyRow& other) { return one.at < other.at; });
        keys.insert(later, row);
        m_seen = change.number;
    }
    return m_edition;
}

}
