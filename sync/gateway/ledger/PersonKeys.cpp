#include "sync/gateway/ledger/PersonKeys.h"

#include "sync/protocol/Signing.h"

namespace motcua::gateway {

bool PersonKeys::Edition::has(qint64 station, const QUuid& user, qint64 seq) const {
    const auto first = m_since.constFind({station, user});
    return first != m_since.cend() && seq > *first;
}

base::Result<PersonKeys::Edition> PersonKeys::upToNow(const Tables& tables) {
    const std::lock_guard lock(m_mutex);
    const auto changes = tables.people().changedAfter(m_seen);
    if (!changes)
        return base::fail(changes.error());
    for (const PersonTable::Change& change : *changes) {
        const PersonKeyRow& row = change.key;
        m_edition.m_byId.insert(row.id, std::make_shared<const Entry>(Entry{row, protocol::publicKeyFromDer(row.publicKey)}));
        const std::pair whose(row.station, row.user);
        m_edition.m_since.insert(whose, qMin(row.since, m_edition.m_since.value(whose, row.since)));
        m_seen = change.number;
    }
    return m_edition;
}

}
