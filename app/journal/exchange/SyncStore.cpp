#include "app/journal/exchange/SyncStore.h"

#include "app/base/Clock.h"
#include "app/journal/exchange/ProvinceNotes.h"
#include "app/journal/exchange/RefusedTray.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/PersonSlots.h"
#include "app/journal/keys/ProvinceKey.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/DoubtNotes.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Pem.h"
#include "sync/protocol/Signing.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::journal {

namespace {

template <class T>
base::Result<T> asJournal(base::Result<T> result) {
    if (!result)
        return base::fail(journalError(result.error()));
    return result;
}

template <class T>
base::Result<T> asRead(base::Result<T> result) {
    if (!result)
        return base::fail(journalError(result.error(), QStringLiteral("journal.read-failed")));
    return result;
}

}

SyncStore::SyncStore(std::unique_ptr<sqlite::Connection> connection, DataDirectory dossier, domain::StationId station, const KeyRingPointer& key,
    Disk& disk, const base::Clock& clock)
    : m_connection(std::move(connection)), m_station(station.value()), m_own(*m_connection, station, Sealer(key)),
      m_feed(*m_connection, station.value(), Sealer(key)), m_standing(*m_connection, station.value(), Sealer(key)),
      m_catchUp(*m_connection, m_station, m_own, m_standing), m_blobs(*m_connection, std::move(dossier), station.value(), Sealer(key), disk),
      m_secrets(std::make_unique<Secrets>(*m_connection, station.value(), Sealer(key))),
      m_security(*m_connection, station.value(), Sealer(key), m_standing, clock), m_ring(key), m_numbers(*m_connection, station, key) {}

SyncStore::~SyncStore() = default;

base::Outcome SyncStore::inTransaction(const std::function<base::Outcome()>& work) {
    auto transaction = sqlite::Transaction::begin(*m_connection);
    if (!transaction)
        return base::fail(journalError(transaction.error()));
    return asJournal(m_security.noteSetBack().and_then([&](bool) { return work(); }).and_then([&](base::Done) { return transaction->commit(); }));
}

base::Result<qint64> SyncStore::acknowledged() const {
    return asRead(factNumber(*m_connection, QStringLiteral("acknowledged")));
}

base::Result<qint64> SyncStore::lastSeq() const {
    return asRead(m_own.head().map([](const OwnLog::Head& head) { return head.seq; }));
}

base::Result<std::vector<protocol::Record>> SyncStore::records(qint64 afterSeq, int limit) const {
    return asRead(m_own.records(afterSeq, limit));
}

base::Outcome SyncStore::checkMark(const protocol::Mark& mark) const {
    const auto last = lastSeq();
    if (!last)
        return base::fail(last.error());
    if (mark.seq < 0 || mark.seq > *last)
        return base::fail(QStringLiteral("sync.mark-beyond-journal"), {{QStringLiteral("seq"), QString::number(mark.seq)}});
    const auto hash = m_own.hashAt(mark.seq);
    if (!hash)
        return base::fail(hash.error());
    const bool emptyFits = mark.seq == 0 && mark.head.isEmpty();
    if (!emptyFits && QString::fromLatin1(hash->toHex()) != mark.head)
        return base::fail(QStringLiteral("sync.mark-forged"), {{QStringLiteral("part"), QStringLiteral("head")}});
    const auto pem = m_secrets->read(QString::fromLatin1(Secrets::platformKey));
    if (!pem)
        return base::fail(base::Error{QStringLiteral("sync.not-enrolled")}.causedBy(pem.error()));
    const auto verifier = protocol::MarkVerifier::fromPem(*pem);
    if (!verifier || !verifier->accepts(m_station, mark))
        return base::fail(QStringLiteral("sync.mark-forged"), {{QStringLiteral("part"), QStringLiteral("signature")}});
    return base::done();
}

base::Outcome SyncStore::acknowledge(const protocol::Mark& mark) {
    if (const auto checked = checkMark(mark); !checked)
        return checked;
    return inTransaction([&] {
        return m_standing.writeMark({mark.seq, mark.head.toLatin1(), mark.signature.toLatin1()}).and_then([&](base::Done) {
            return RefusedTray(*m_connection).clearUpTo(mark.seq);
        });
    });
}

/// The one that came with the enrolment stays: whoever speaks for the province later cannot put another in its place.
base::Outcome SyncStore::keepRecoveryKey(const QByteArray& pem) {
    if (!protocol::publicKeyIn(pem))
        return base::done();
    return inTransaction([&]() -> base::Outcome {
        auto list = SlotList::read(m_standing);
        if (!list || !*list)
            return list ? base::done() : base::fail(list.error());
        const auto isNew = ProvinceKey(*m_connection, m_station, m_ring).hear(**list, pem);
        if (!isNew || !*isNew)
            return isNew ? base::done() : base::fail(isNew.error());
        return (*list)->write(m_standing);
    });
}

/// What comes to be doubted of the file is told in the security log as well.
base::Outcome SyncStore::noted(const std::function<base::Outcome()>& work) {
    const auto before = m_standing.doubts();
    if (!before)
        return base::fail(before.error());
    return work().and_then([&](base::Done) { return noteDoubts(m_security, m_standing, *before); });
}

bool SyncStore::isDoubted() const {
    return !m_standing.mayRecord();
}

base::Outcome SyncStore::confirmed() {
    if (!isDoubted())
        return base::done();
    // Also a copy of which the province knows nothing newer: papers may have been written after it was made.
    return inTransaction([&] { return noted([&] { return m_catchUp.confirm().and_then([&](base::Done) { return m_numbers.voidAll(); }); }); });
}

base::Result<qint64> SyncStore::fellBehind(const protocol::Mark& mark) {
    qint64 after = 0;
    return inTransaction([&] {
        return noted([&] {
            // A number may stand on a paper of which only the file that was here before knows.
            return m_catchUp.begin(mark).and_then([&](qint64 from) {
                after = from;
                return m_numbers.voidAll();
            });
        });
    }).map([&](base::Done) { return after; });
}

base::Result<qint64> SyncStore::takeBack(const std::vector<protocol::Record>& records, const protocol::Mark& mark) {
    qint64 next = 0;
    return inTransaction([&] {
        return noted([&] {
            return m_catchUp.takeBack(records, mark).map([&](qint64 after) {
                next = after;
                return base::Done();
            });
        });
    }).map([&](base::Done) { return next; });
}

base::Result<std::vector<engine::PendingBlob>> SyncStore::pendingBlobs(int limit) const {
    auto statement =
        m_connection->prepare("SELECT hash, bytes, upload, needed_by FROM blob WHERE held = 0 AND needed_by > 0 ORDER BY needed_by, hash LIMIT ?1");
    statement.bind(limit);
    std::vector<engine::PendingBlob> blobs;
    const auto read = statement.each([&] { blobs.push_back({statement.text(0), statement.integer(1), statement.text(2), statement.integer(3)}); });
    if (!read)
        return base::fail(journalError(read.error(), QStringLiteral("journal.read-failed")));
    return blobs;
}

base::Result<QByteArray> SyncStore::readBlob(const QString& hash) const {
    return m_blobs.read(domain::BlobHash::fromString(hash));
}

base::Outcome SyncStore::rememberUpload(const QString& hash, const QString& upload) {
    return asJournal(m_connection->prepare("UPDATE blob SET upload = ?2 WHERE hash = ?1").bind(hash, upload).run());
}

base::Outcome SyncStore::blobHeld(const QString& hash) {
    return asJournal(m_connection->prepare("UPDATE blob SET held = 1, upload = '' WHERE hash = ?1").bind(hash).run());
}

base::Outcome SyncStore::blobsHeld(const QStringList& hashes) {
    return inTransaction([&]() -> base::Outcome {
        for (const QString& hash : hashes)
            if (auto held = blobHeld(hash); !held)
                return held;
        return base::done();
    });
}

base::Result<QStringList> SyncStore::wantedBlobs(int limit) const {
    auto statement = m_connection->prepare("SELECT hash FROM wanted ORDER BY cursor DESC, hash LIMIT ?1");
    statement.bind(limit);
    QStringList hashes;
    const auto read = statement.each([&] { hashes << statement.text(0); });
    if (!read)
        return base::fail(journalError(read.error(), QStringLiteral("journal.read-failed")));
    return hashes;
}

base::Outcome SyncStore::keepBlob(const QString& hash, const QByteArray& content) {
    return m_blobs.keep(domain::BlobHash::fromString(hash), content, BlobOrigin::Platform);
}

bool SyncStore::hasBlob(const QString& hash) const {
    return m_blobs.contains(domain::BlobHash::fromString(hash));
}

base::Result<std::vector<protocol::ActivationRequest>> SyncStore::pendingActivations() const {
    return asRead(PersonSlots::pending(*m_connection));
}

base::Outcome SyncStore::activated(const protocol::ActivationRequest& request, const QByteArray& voucher) {
    const QByteArray publicKey = protocol::fromBase64(request.publicKey);
    return inTransaction([&]() -> base::Outcome {
        if (const auto settled = PersonSlots::settle(*m_connection, publicKey, voucher); !settled || !voucher.isEmpty())
            return settled;
        // They go without a signature, are refused for that, and the station is told.
        const auto acknowledged = factNumber(*m_connection, QStringLiteral("acknowledged"));
        if (!acknowledged)
            return base::fail(acknowledged.error());
        return m_connection->prepare("UPDATE record SET act = NULL WHERE seq > ?1 AND substr(act, 1, 32) = ?2")
            .bind(*acknowledged, protocol::keyIdOf(publicKey))
            .run();
    });
}

base::Outcome SyncStore::heard(const protocol::ReadVersions& reads) {
    const QByteArray json = QJsonDocument(base::toJson(reads)).toJson(QJsonDocument::Compact);
    const QString name = QString::fromLatin1(Secrets::platformReads);
    if (const auto known = m_secrets->read(name); known && *known == json)
        return base::done();
    return asJournal(m_secrets->put(name, json));
}

base::Result<protocol::LeaseQuestion> SyncStore::numbersHeld() const {
    const auto held = asRead(m_numbers.claims());
    const auto mark = held ? asRead(Standing::statedMark(*m_connection)) : base::fail(held.error());
    if (!mark)
        return base::fail(mark.error());
    protocol::LeaseQuestion question;
    question.mark = {mark->seq, QString::fromLatin1(mark->head), QString::fromLatin1(mark->signature)};
    for (const domain::HeldLease& lease : *held)
        question.holding.append(base::toJson(lease));
    return question;
}

base::Outcome SyncStore::numbersTold(const protocol::LeaseQuestion& asked, const protocol::LeaseAnswer& answer) {
    ToldNumbers told{{}, asked.mark.seq, answer.rests};
    base::fromJsonValue(answer.leases, told.leases);
    return inTransaction([&] { return m_numbers.keep(told); });
}

base::Result<qint64> SyncStore::feedCursor() const {
    return asRead(m_feed.cursor());
}

base::Outcome SyncStore::receive(const std::vector<protocol::FeedItem>& items) {
    return inTransaction([&]() -> base::Outcome {
        auto cursor = m_feed.cursor();
        if (!cursor)
            return base::fail(cursor.error());
        for (const protocol::FeedItem& item : items) {
            if (item.cursor <= *cursor)
                continue;
            if (const auto noted = noteCommand(item); !noted)
                return noted;
            if (const auto added = m_feed.add(item); !added)
                return added;
            cursor = item.cursor;
        }
        return base::done();
    });
}

base::Outcome SyncStore::noteCommand(const protocol::FeedItem& item) {
    if (item.kind != QLatin1String("accounts") && item.kind != QLatin1String("settings"))
        return base::done();
    const auto before = m_feed.items(item.kind, 0);
    if (!before)
        return base::fail(before.error());
    for (const domain::SecurityEvent& event : provinceNotes(item.kind, before->empty() ? QJsonObject() : before->back().body, item.body))
        if (const auto noted = m_security.note(event); !noted)
            return noted;
    return base::done();
}

/// A record that waits is refused each time that it is sent, and that is told once.
base::Outcome SyncStore::noteRefusal(const protocol::Refusal& refusal) {
    const auto known = RefusedTray(*m_connection).all();
    if (!known)
        return base::fail(known.error());
    const bool isKnown = std::any_of(known->begin(), known->end(),
        [&](const RefusedTray::Item& item) { return item.refusal.seq == refusal.seq && item.refusal.code == refusal.code; });
    return isKnown ? base::done()
                   : m_security.note({domain::SecurityKind::RecordRefused, {}, {}, QStringLiteral("%1 %2").arg(refusal.seq).arg(refusal.code)});
}

base::Outcome SyncStore::refuse(const protocol::Refusal& refusal) {
    return inTransaction([&]() -> base::Outcome {
        if (const auto noted = noteRefusal(refusal); !noted)
            return noted;
        for (const QString& hash : refusal.missingBlobs) {
            const auto again = m_connection
                                   ->prepare("UPDATE blob SET held = 0, upload = '', needed_by = CASE WHEN needed_by <= 0 THEN ?2 "
                                             "ELSE needed_by END WHERE hash = ?1")
                                   .bind(hash, refusal.seq)
                                   .run();
            if (!again)
                return again;
        }
        return RefusedTray(*m_connection).put(refusal, RefusedTray::Until::Taken);
    });
}

base::Outcome SyncStore::refuseForGood(const protocol::Refusal& refusal) {
    return inTransaction([&] {
        return noteRefusal(refusal).and_then([&](base::Done) { return RefusedTray(*m_connection).put(refusal, RefusedTray::Until::Settled); });
    });
}

base::Outcome SyncStore::clearRefusal(qint64 seq) {
    return asJournal(RefusedTray(*m_connection).clear(seq));
}

base::Result<std::vector<protocol::Refusal>> SyncStore::refusals() const {
    return asRead(RefusedTray(*m_connection).all().map([](const std::vector<RefusedTray::Item>& items) {
        std::vector<protocol::Refusal> waiting;
        for (const RefusedTray::Item& item : items)
            if (item.until == RefusedTray::Until::Taken)
                waiting.push_back(item.refusal);
        return waiting;
    }));
}

base::Result<int> SyncStore::needingSomebody() const {
    return asRead(RefusedTray(*m_connection).toSeeTo());
}

}
