#include "sync/gateway/ledger/Claims.h"

#include "sync/gateway/publish/Items.h"
#include "sync/protocol/Messages.h"

#include <QSet>

namespace motcua::gateway {

struct Claims::Holding {
    QUuid dossier;
    qint64 unit = 0;
    qint64 holder = 0;
    std::optional<qint64> asker = {};
    QUuid askerId = {};
    qint64 asked = 0;
};

base::Result<Claims::Holding> Claims::holding(sqlite::Connection& connection, const QUuid& dossier) {
    auto query = connection.prepare("SELECT d.unit, h.key, c.asker, a.id, c.asked FROM dossiers d JOIN stations h ON h.id = d.holder "
                                    "LEFT JOIN claims c ON c.dossier = d.id LEFT JOIN stations a ON a.key = c.asker WHERE d.id = ?1");
    const auto row = query.bind(dossier).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("claim.unknown"));
    Holding holding{dossier, query.integer(0), query.integer(1)};
    if (!query.isNull(2)) {
        holding.asker = query.integer(2);
        holding.askerId = query.uuid(3);
        holding.asked = query.integer(4);
    }
    return holding;
}

base::Result<Claims::Answer> Claims::ask(const Peer& peer, const QUuid& dossier) {
    Answer answer = Answer::PassedOn;
    qint64 holder = 0;
    const auto asked = m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        const auto found = holding(connection, dossier);
        if (!found)
            return base::fail(found.error());
        if (found->unit != peer.unit)
            return base::fail(QStringLiteral("claim.unknown"));
        if (found->holder == peer.key) {
            answer = Answer::HeldAlready;
            return base::done();
        }
        const bool stands = found->asker && m_clock.now().toMSecsSinceEpoch() - found->asked < lifetime;
        if (stands && *found->asker != peer.key)
            return base::fail(QStringLiteral("claim.held-by-other"), {{QStringLiteral("station"), found->askerId.toString(QUuid::WithoutBraces)}});
        holder = found->holder;
        return stands ? base::done() : passOn(connection, peer, *found);
    });
    if (!asked)
        return base::fail(asked.error());
    m_bell.ringStation(holder);
    return answer;
}

base::Outcome Claims::passOn(sqlite::Connection& connection, const Peer& peer, const Holding& holding) {
    const protocol::Claim claim{holding.dossier.toString(QUuid::WithoutBraces), peer.id.toString(QUuid::WithoutBraces)};
    return connection.prepare("INSERT OR REPLACE INTO claims(dossier, asker, asked) VALUES(?1, ?2, ?3)")
        .bind(holding.dossier, peer.key, m_clock.now().toMSecsSinceEpoch())
        .run()
        .and_then([&](base::Done) { return publish(connection, {.unit = {}, .station = holding.holder}, "claim", base::toJson(claim)); })
        .map([](qint64) { return base::Done(); });
}

base::Outcome Claims::expire() {
    QSet<qint64> askers;
    const qint64 before = m_clock.now().toMSecsSinceEpoch() - lifetime;
    {
        const Session session = m_database.reader();
        if (session->prepare("SELECT 1 FROM claims WHERE asked <= ?1").bind(before).next() == false)
            return base::done();
    }
    const auto expired = m_database.inTransaction([&](sqlite::Connection& connection) -> base::Outcome {
        auto query = connection.prepare("SELECT c.dossier, c.asker, d.holder FROM claims c JOIN dossiers d ON d.id = c.dossier WHERE c.asked <= ?1");
        query.bind(before);
        const auto read = query.each([&]() -> base::Outcome {
            askers.insert(query.integer(1));
            const auto told = publish(connection, {.unit = {}, .station = query.integer(1)}, "claim-refused",
                {{QStringLiteral("dossier"), query.uuid(0).toString(QUuid::WithoutBraces)},
                    {QStringLiteral("holder"), query.uuid(2).toString(QUuid::WithoutBraces)}});
            if (!told)
                return base::fail(told.error());
            return base::done();
        });
        if (!read)
            return base::fail(read.error());
        return connection.prepare("DELETE FROM claims WHERE asked <= ?1").bind(before).run();
    });
    for (const qint64 asker : askers)
        m_bell.ringStation(asker);
    return expired;
}

}
