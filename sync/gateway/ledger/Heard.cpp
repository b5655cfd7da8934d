#include "sync/gateway/ledger/Heard.h"

namespace motcua::gateway {

base::Outcome Heard::note(const Peer& peer, qint64 cursor, std::optional<qint64> written) {
    const auto news = m_store.read([&](const Tables& tables) { return tables.heard().isNews(peer, cursor); });
    if (!news || !*news)
        return news ? base::done() : base::fail(news.error());
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_store.write([&](Tables& tables) { return tables.heard().add(peer.key, cursor, written, now); });
}

base::Result<Heard::Past> Heard::Past::of(const Tables& tables, qint64 station) {
    return tables.heard().of(station).map([](std::vector<HeardRow> rows) {
        Past past;
        past.m_rows = std::move(rows);
        return past;
    });
}

qint64 Heard::Past::cursorAt(qint64 seq, qint64 at) const {
    for (const HeardRow& row : m_rows)
        if (seq > row.seq && at > row.at + grace)
            return row.cursor;
    return 0;
}

}
