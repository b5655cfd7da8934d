#include "sync/gateway/ledger/Heard.h"

#include <algorithm>

namespace motcua::gateway {

base::Outcome Heard::note(const Peer& peer, qint64 cursor, std::optional<qint64> written) {
    const auto news = m_store.read([&](const Tables& tables) { return tables.heard().isNews(peer, cursor); });
    if (!news || !*news)
        return news ? base::done() : base::fail(news.error());
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_store.write([&](Tables& tables) { return tables.heard().add(peer.key, cursor, written, now); });
}

base::Outcome Heard::confirm(const Peer& peer, qint64 cursor, std::optional<qint64> written) {
    const qint64 since = m_clock.now().toMSecsSinceEpoch() - grace;
    const auto raises = written ? m_store.read([&](const Tables& tables) { return tables.heard().raises(peer.key, cursor, *written, since); })
                                : base::Result<bool>(false);
    if (!raises)
        return base::fail(raises.error());
    if (!*raises)
        return note(peer, cursor, written);
    return m_store.write([&](Tables& tables) { return tables.heard().raise(peer.key, cursor, *written, since); });
}

base::Result<Heard::Past> Heard::Past::of(const Tables& tables, qint64 station) {
    auto rows = tables.heard().of(station);
    auto said = rows ? tables.heard().said(station) : base::fail(rows.error());
    if (!said)
        return base::fail(said.error());
    Past past;
    past.m_rows = std::move(*rows);
    past.m_said = std::move(*said);
    return past;
}

qint64 Heard::Past::saidBefore(qint64 seq) const {
    qint64 cursor = 0;
    for (const SaidRow& said : m_said)
        if (said.seq < seq)
            cursor = std::max(cursor, said.cursor);
    return cursor;
}

qint64 Heard::Past::cursorAt(const Written& record) const {
    const qint64 said = saidBefore(record.seq);
    for (const HeardRow& row : m_rows) {
        const bool since = record.seq > row.seq && std::max(record.at, record.received) > row.at + grace;
        if (since || record.received > row.at + backlog)
            return std::max(said, row.cursor);
    }
    return said;
}

}
