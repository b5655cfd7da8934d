#include "sync/gateway/ledger/Ledger.h"

#include "app/base/Logging.h"
#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/store/StationTable.h"

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
    return m_parts.store.read([&](const Tables& tables) { return tables.stations().chainEnd(peer.key); }).and_then([&](const ChainEnd& end) {
        return m_parts.authority.marks().sign(peer.id, end.seq, QString::fromLatin1(end.head.toHex()));
    });
}

base::Result<protocol::PushAnswer> Ledger::push(const Peer& peer, const std::vector<protocol::Record>& records, OnRefusal onRefusal) {
    // Digests and payloads are read before the transaction begins: other stations' batches go on meanwhile.
    std::vector<CheckedRecord> checked;
    checked.reserve(records.size());
    for (const protocol::Record& record : records)
        checked.push_back(CheckedRecord::of(record));

    std::optional<LedgerBatch> batch;
    const auto stored = m_parts.store.write([&](Tables& tables) {
        batch.emplace(
            LedgerBatch::Parts{tables, m_dossiers, m_mandates, m_jobs}, peer, LedgerBatch::Terms{m_parts.clock.now().toMSecsSinceEpoch(), onRefusal});
        return takeAll(*batch, checked);
    });
    if (!stored) {
        qCWarning(base::lcGateway).noquote() << "batch not stored:" << stored.error().toLogLine();
        return base::fail(base::Error{QStringLiteral("platform.not-stored"), {}, nullptr, true}.causedBy(stored.error()));
    }
    batch->keepDossiers();
    if (batch->hasNew())
        m_parts.bell.ringUnit(peer.unit, peer.key);
    for (const qint64 station : batch->notified())
        m_parts.bell.ringStation(station);
    return m_parts.authority.marks().sign(peer.id, batch->seq(), QString::fromLatin1(batch->head().toHex())).map([&](protocol::Mark mark) {
        return protocol::PushAnswer{std::move(mark), batch->refusal(), batch->refused()};
    });
}

}
