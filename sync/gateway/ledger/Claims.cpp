#include "sync/gateway/ledger/Claims.h"

#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/Messages.h"

#include <QSet>

namespace motcua::gateway {

base::Result<Holding> Claims::holding(const Tables& tables, const Peer& peer, const QUuid& dossier) const {
    return tables.claims().holding(dossier).and_then([&](const std::optional<Holding>& found) -> base::Result<Holding> {
        if (!found || found->unit != peer.unit)
            return base::fail(QStringLiteral("claim.unknown"));
        return *found;
    });
}

base::Outcome Claims::readable(const Tables& tables, const Peer& peer, const QUuid& dossier) const {
    const auto station = tables.stations().find(peer.id);
    if (!station || !*station || (*station)->reads > 1)
        return station ? base::done() : base::fail(station.error());
    const auto newest = tables.records().newestVersion(domain::DossierId(dossier));
    if (!newest)
        return base::fail(newest.error());
    return *newest <= (*station)->reads ? base::done() : base::fail(QStringLiteral("claim.needs-newer-program"));
}

base::Result<Claims::Answer> Claims::ask(const Peer& peer, const QUuid& dossier) {
    qint64 holder = 0;
    const auto answer = m_store.write([&](Tables& tables) -> base::Result<Answer> {
        const auto found = holding(tables, peer, dossier);
        if (!found)
            return base::fail(found.error());
        if (found->holder == peer.key)
            return Answer::HeldAlready;
        if (auto can = readable(tables, peer, dossier); !can)
            return base::fail(can.error());
        const bool stands = found->asker && m_clock.now().toMSecsSinceEpoch() - found->asker->asked < lifetime;
        if (stands && found->asker->station != peer.key)
            return base::fail(QStringLiteral("claim.held-by-other"), {{QStringLiteral("station"), found->asker->id.toString(QUuid::WithoutBraces)}});
        holder = found->holder;
        const base::Outcome passed = stands ? base::done() : passOn(tables, peer, *found);
        return passed.map([](base::Done) { return Answer::PassedOn; });
    });
    if (answer)
        m_bell.ringStation(holder);
    return answer;
}

base::Outcome Claims::passOn(Tables& tables, const Peer& peer, const Holding& holding) {
    const protocol::Claim claim{holding.dossier.toString(QUuid::WithoutBraces), peer.id.toString(QUuid::WithoutBraces)};
    return tables.claims()
        .put(holding.dossier, peer.key, m_clock.now().toMSecsSinceEpoch())
        .and_then([&](base::Done) { return tables.feed().publish({.unit = {}, .station = holding.holder}, "claim", base::toJson(claim)); })
        .map([](qint64) { return base::Done(); });
}

base::Outcome Claims::expire() {
    const qint64 before = m_clock.now().toMSecsSinceEpoch() - lifetime;
    const auto due = m_store.read([&](const Tables& tables) { return tables.claims().askedUntil(before); });
    if (!due || due->empty())
        return due ? base::done() : base::fail(due.error());
    QSet<qint64> askers;
    const auto expired = m_store.write([&](Tables& tables) -> base::Outcome {
        const auto over = tables.claims().askedUntil(before);
        if (!over)
            return base::fail(over.error());
        for (const Holding& holding : *over) {
            askers.insert(holding.asker->station);
            const auto told = tables.feed().publish({.unit = {}, .station = holding.asker->station}, "claim-refused",
                {{QStringLiteral("dossier"), holding.dossier.toString(QUuid::WithoutBraces)},
                    {QStringLiteral("holder"), holding.holderId.toString(QUuid::WithoutBraces)}});
            if (!told)
                return base::fail(told.error());
            if (auto removed = tables.claims().remove(holding.dossier); !removed)
                return removed;
        }
        return base::done();
    });
    for (const qint64 asker : askers)
        m_bell.ringStation(asker);
    return expired;
}

}
