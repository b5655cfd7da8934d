#include "sync/gateway/ledger/Ledger.h"

#include "app/base/Logging.h"
#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/ledger/SignedHead.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/RecordCodec.h"

#include <future>
#include <thread>

namespace motcua::gateway {

namespace {

/// The records of a batch in their order, a part for each core that checked them.
using Checked = std::vector<std::vector<CheckedRecord>>;

base::Outcome takeAll(LedgerBatch& batch, Checked& parts) {
    if (auto begun = batch.begin(); !begun)
        return begun;
    for (std::vector<CheckedRecord>& part : parts)
        for (CheckedRecord& record : part) {
            const auto taken = batch.take(std::move(record));
            if (!taken)
                return base::fail(taken.error());
            if (!*taken)
                return batch.finish();
        }
    return batch.finish();
}

/// On all cores, and sealed there.
Checked checkAll(const PlatformStore& store, const std::vector<protocol::Record>& records, const PersonKeys::Edition& keys) {
    constexpr size_t leastEach = 16;
    const auto check = [&](size_t from, size_t to) {
        ActCheck acts(keys);
        std::vector<CheckedRecord> part;
        part.reserve(to - from);
        for (size_t i = from; i < to; ++i) {
            part.push_back(CheckedRecord::of(records[i], acts));
            part.back().content = store.sealed(records[i]).value_or(QByteArray());
        }
        return part;
    };
    const size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const size_t each = std::max(leastEach, (records.size() + cores - 1) / cores);
    std::vector<std::future<std::vector<CheckedRecord>>> others;
    for (size_t from = each; from < records.size(); from += each)
        others.push_back(std::async(std::launch::async, check, from, std::min(from + each, records.size())));
    Checked all;
    all.push_back(check(0, std::min(each, records.size())));
    for (auto& other : others)
        all.push_back(other.get());
    return all;
}

}

base::Result<protocol::Mark> Ledger::mark(const Peer& peer) const {
    return m_parts.store.read([&](const Tables& tables) { return tables.stations().chainEnd(peer.key); }).and_then([&](const ChainEnd& end) {
        return m_parts.authority.marks().sign(peer.id, end.seq, QString::fromLatin1(end.head.toHex())).map([&](protocol::Mark mark) {
            mark.recoveryKey = QString::fromLatin1(m_parts.authority.recoveryKey());
            return mark;
        });
    });
}

base::Result<QByteArray> Ledger::recordsOf(const Peer& peer, qint64 seq, int limit) const {
    return m_parts.store.read([&](const Tables& tables) { return tables.records().ofStation(peer.key, seq, limit); })
        .map([](const std::vector<protocol::Record>& records) {
            protocol::BatchEncoder batch;
            for (const protocol::Record& record : records)
                if (!batch.add(record))
                    break;
            return batch.finish();
        });
}

base::Result<protocol::PushAnswer> Ledger::push(const Peer& peer, const std::vector<protocol::Record>& records, const Terms& terms) {
    // Signatures, digests and payloads are read before the transaction begins: other stations' batches go on meanwhile.
    const auto keys = m_parts.store.read([&](const Tables& tables) { return m_keys.upToNow(tables); });
    const auto signedHead = keys ? SignedHead::of(m_parts.store, peer, records, terms.head) : base::fail(keys.error());
    if (!signedHead)
        return base::fail(signedHead.error());
    Checked checked = checkAll(m_parts.store, records, *keys);

    std::optional<LedgerBatch> batch;
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    const auto stored = m_parts.store.write([&](Tables& tables) {
        batch.emplace(LedgerBatch::Parts{tables, m_dossiers, m_mandates, m_jobs, m_keys, m_lists}, peer, LedgerBatch::Terms{now, terms.onRefusal});
        return takeAll(*batch, checked).and_then([&](base::Done) { return signedHead->keep(tables, {batch->seq(), batch->head()}, now); });
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
