#include "sync/gateway/ledger/Ledger.h"

#include "app/base/Logging.h"
#include "sync/gateway/ledger/LedgerBatch.h"

namespace motcua::gateway {

namespace {

base::Outcome takeAll(LedgerBatch& batch, std::vector<CheckedRecord>& records) {
    if (auto begun = batch.begin(); !begun)
        return begun;
    for (CheckedRecord& record : records) {
        const auto taken = batch.take(std::move(record));
        if (!taken)
            return base::fail(taken.error());
        if (!*taken)
            break;
    }
    return batch.finish();
}

}

base::Result<protocol::Mark> Ledger::mark(const Peer& peer) const {
    qint64 seq = 0;
    QByteArray head;
    {
        const Session session = m_parts.database.reader();
        auto query = session->prepare("SELECT seq, head FROM stations WHERE key = ?1");
        const auto row = query.bind(peer.key).next();
        if (!row)
            return base::fail(row.error());
        seq = query.integer(0);
        head = query.bytes(1);
    }
    return m_parts.authority.marks().sign(peer.id, seq, QString::fromLatin1(head.toHex()));
}

base::Result<protocol::PushAnswer> Ledger::push(const Peer& peer, const std::vector<protocol::Record>& records) {
    // Digests and payloads are read before the database is taken in hand: other stations' batches go on meanwhile.
    std::vector<CheckedRecord> checked;
    checked.reserve(records.size());
    for (const protocol::Record& record : records)
        checked.push_back(CheckedRecord::of(record));

    std::optional<LedgerBatch> batch;
    const auto work = [&](sqlite::Connection& connection) -> base::Outcome {
        batch.emplace(connection, m_dossiers, m_mandates, peer, m_parts.clock.now().toMSecsSinceEpoch());
        const base::Outcome taken = takeAll(*batch, checked);
        batch->releaseStatements();
        return taken;
    };
    const auto stored = m_parts.database.inTransaction(work, [&] { batch->keepDossiers(); });
    if (!stored) {
        qCWarning(base::lcGateway).noquote() << "batch not stored:" << stored.error().toLogLine();
        return base::fail(base::Error{QStringLiteral("platform.not-stored"), {}, nullptr, true}.causedBy(stored.error()));
    }
    if (batch->hasNew())
        m_parts.bell.ringUnit(peer.unit, peer.key);
    for (const qint64 station : batch->notified())
        m_parts.bell.ringStation(station);
    return m_parts.authority.marks().sign(peer.id, batch->seq(), QString::fromLatin1(batch->head().toHex())).map([&](protocol::Mark mark) {
        return protocol::PushAnswer{std::move(mark), batch->refusal()};
    });
}

}
