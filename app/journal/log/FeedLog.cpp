#include "app/journal/log/FeedLog.h"

#include "app/base/Logging.h"
#include "app/domain/EventBlobs.h"
#include "app/journal/exchange/RefusedTray.h"
#include "app/journal/log/ReceivedSum.h"
#include "app/journal/log/RefusedRecords.h"
#include "app/journal/log/Schema.h"
#include "app/journal/model/Published.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/RecordReader.h"

#include <QJsonDocument>

namespace motcua::journal {

namespace {

QString recordKind() {
    return QStringLiteral("record");
}
QString unreadFact() {
    return QStringLiteral("feed-unread");
}
QString cursorFact() {
    return QStringLiteral("feed-cursor");
}

SealPlace placeOf(const QUuid& station, qint64 cursor, const QString& kind) {
    return {station, cursor, "feed:" + kind.toUtf8()};
}

struct Read {
    FeedLog::Keys keys;
    std::vector<domain::BlobHash> blobs;
    bool isForged = false;
};

/// A record that cannot be read, or that bears somebody's signature who did not make it, is kept like the rest, but under no dossier: it must not
/// stop the feed.
Read readItem(const protocol::FeedItem& item, const KnownSigners& signers) {
    if (item.kind != recordKind())
        return {{QUuid::fromString(item.body.value(QLatin1String("dossier")).toString())}, {}};
    const auto record = protocol::recordFromJson(item.body);
    if (!record || protocol::payloadDigestOf(record->salt, record->payload) != record->header.payloadDigest) {
        qCWarning(base::lcJournal) << "unreadable record in the feed at cursor" << item.cursor;
        return {};
    }
    if (!signers.isActors(*record)) {
        qCWarning(base::lcJournal) << "the signature of the record in the feed at cursor" << item.cursor << "is not its actor's";
        return {{}, {}, true};
    }
    const protocol::RecordHeader& header = record->header;
    return {{header.dossier, header.dossierVersion, header.station, header.seq}, domain::blobsOf(header.kind, header.version, record->payload)};
}

/// A record has been looked at for itself.
bool isSound(const protocol::FeedItem& item) {
    if (item.kind == recordKind())
        return true;
    return Published::holds(item.kind) ? Published::check(item.kind, item.body).has_value() : !item.body.isEmpty();
}

}

FeedLog::FeedLog(sqlite::Connection& connection, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)) {}

/// Of an own record, so by what lies here; one that is not here leaves nothing out.
base::Result<FeedLog::Keys> FeedLog::refusedRecord(const QJsonObject& body) const {
    auto statement = m_connection.prepare("SELECT dossier FROM record WHERE seq = ?1");
    const qint64 seq = body.value(QLatin1String("seq")).toInteger();
    return statement.bind(seq).next().map([&](bool found) { return found ? Keys{statement.uuid(0), 0, m_station, seq} : Keys(); });
}

base::Result<qint64> FeedLog::cursor() const {
    return factNumber(m_connection, cursorFact());
}

QByteArray FeedLog::digestOf(qint64 cursor, const QByteArray& kind, const Keys& keys, const QByteArray& sealed) {
    QByteArray row = sealed;
    row.append(keys.dossier.toRfc4122()).append(keys.station.toRfc4122());
    for (const qint64 number : {cursor, keys.dossierVersion, keys.seq, keys.ownSeq})
        row.append(QByteArray::number(number)).append('\n');
    return protocol::Digest::of(row.append(kind));
}

base::Outcome FeedLog::add(const protocol::FeedItem& item) {
    if (const auto known = knowSigners(item); !known)
        return known;
    Read read = readItem(item, *m_signers);
    const auto ownSeq = m_connection.scalar("SELECT max(seq) FROM record");
    if (!ownSeq)
        return base::fail(ownSeq.error());
    const bool refused = item.kind == QLatin1String(refusedrecords::feedKind);
    if (refused) {
        auto keys = refusedRecord(item.body);
        if (!keys)
            return base::fail(keys.error());
        read.keys = *keys;
    }
    read.keys.ownSeq = *ownSeq;
    const QByteArray text = QJsonDocument(item.body).toJson(QJsonDocument::Compact);
    const auto sealed = m_sealer.seal(text, placeOf(m_station, item.cursor, item.kind));
    if (!sealed)
        return base::fail(sealed.error());
    const bool sound = isSound(item) && !read.isForged && (!refused || read.keys.seq > 0);
    const Keys& keys = read.keys;
    const QByteArray digest = digestOf(item.cursor, item.kind.toUtf8(), keys, *sealed);
    auto sum = ReceivedSum::of(m_connection);
    if (!sum)
        return base::fail(sum.error());
    // A record that comes a second time, as when a dossier is handed over, is there already.
    return m_connection.prepare("INSERT OR IGNORE INTO received VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(item.cursor, item.kind, keys.dossier, keys.dossierVersion, keys.station, keys.seq, keys.ownSeq, digest, *sealed)
        .run()
        .and_then([&](base::Done) { return m_connection.scalar("SELECT changes()"); })
        .and_then([&](qint64 added) {
            if (added > 0)
                sum->turn(digest);
            const bool isNews = added > 0 && refused && sound;
            return isNews ? RefusedTray(m_connection).put(base::fromJson<protocol::Refused>(item.body), RefusedTray::Until::Settled) : base::done();
        })
        .and_then([&](base::Done) { return wantBlobs(read.blobs, item.cursor); })
        .and_then([&](base::Done) { return dropReplaced(item, sound, *sum); })
        .and_then([&](base::Done) { return sum->write(m_connection); })
        .and_then([&](base::Done) { return sound ? base::done() : noteUnread(item); })
        .and_then([&](base::Done) { return setFact(m_connection, cursorFact(), QByteArray::number(item.cursor)); });
}

/// Those that came before, read when the first is needed, and the one that comes.
base::Outcome FeedLog::knowSigners(const protocol::FeedItem& item) {
    const QString kind = QString::fromLatin1(KnownSigners::feedKind);
    if (!m_signers) {
        const auto before = items(kind, 0);
        if (!before)
            return base::fail(before.error());
        m_signers.emplace();
        for (const Item& each : *before)
            m_signers->add(each.body);
    }
    if (item.kind == kind)
        m_signers->add(item.body);
    return base::done();
}

base::Outcome FeedLog::wantBlobs(const std::vector<domain::BlobHash>& hashes, qint64 cursor) {
    for (const domain::BlobHash& hash : hashes) {
        const auto wanted =
            m_connection
                .prepare("INSERT INTO wanted SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM blob WHERE hash = ?1) "
                         "ON CONFLICT(hash) DO UPDATE SET cursor = excluded.cursor")
                .bind(hash.toString(), cursor)
                .run()
                .and_then([&](base::Done) {
                    return m_connection.prepare("UPDATE blob SET needed_by = -1 WHERE hash = ?1 AND needed_by = 0").bind(hash.toString()).run();
                });
        if (!wanted)
            return wanted;
    }
    return base::done();
}

base::Outcome FeedLog::dropReplaced(const protocol::FeedItem& item, bool sound, ReceivedSum& sum) {
    if (!Published::replaces(item.kind))
        return base::done();
    QByteArray replaced = " FROM received WHERE kind = ?1 AND cursor < ?2";
    // The first of a kind is the sound one, if any is.
    if (!sound)
        replaced += " AND cursor > (SELECT min(cursor) FROM received WHERE kind = ?1)";
    auto digests = m_connection.prepare("SELECT digest" + replaced);
    digests.bind(item.kind, item.cursor);
    return digests.each([&] { sum.turn(digests.bytes(0)); }).and_then([&](base::Done) {
        return m_connection.prepare("DELETE" + replaced).bind(item.kind, item.cursor).run();
    });
}

/// A technician sees it; a later version of this program may be able to read it.
base::Outcome FeedLog::noteUnread(const protocol::FeedItem& item) {
    qCWarning(base::lcJournal) << "the feed's" << item.kind << "at cursor" << item.cursor << "cannot be read and is passed over";
    constexpr qsizetype most = 20;
    return fact(m_connection, unreadFact()).and_then([&](const QByteArray& known) {
        QList<QByteArray> lines = known.isEmpty() ? QList<QByteArray>() : known.split('\n');
        lines << item.kind.toUtf8() + ' ' + QByteArray::number(item.cursor);
        return setFact(m_connection, unreadFact(), lines.mid(qMax<qsizetype>(0, lines.size() - most)).join('\n'));
    });
}

base::Result<QStringList> FeedLog::unread(sqlite::Connection& connection) {
    return fact(connection, unreadFact()).map([](const QByteArray& lines) { return QString::fromUtf8(lines).split(u'\n', Qt::SkipEmptyParts); });
}

base::Result<QByteArray> FeedLog::open(qint64 cursor, const QString& kind, const QByteArray& sealed) const {
    auto text = m_sealer.open(sealed, placeOf(m_station, cursor, kind));
    if (!text)
        return base::fail(QStringLiteral("journal.damaged"), {{QStringLiteral("place"), QStringLiteral("received item %1").arg(cursor)}});
    return text;
}

base::Result<std::vector<FeedLog::Item>> FeedLog::items(const QString& kind, qint64 afterCursor) const {
    auto statement = m_connection.prepare("SELECT cursor, own_seq, sealed FROM received WHERE kind = ?1 AND cursor > ?2 ORDER BY cursor");
    statement.bind(kind, afterCursor);
    std::vector<Item> items;
    return statement
        .each([&]() -> base::Outcome {
            const auto text = open(statement.integer(0), kind, statement.bytes(2));
            if (!text)
                return base::fail(text.error());
            items.push_back({statement.integer(0), statement.integer(1), QJsonDocument::fromJson(*text).object()});
            return base::done();
        })
        .map([&](base::Done) { return std::move(items); });
}

base::Result<std::vector<FeedLog::Received>> FeedLog::records(const QUuid& dossier) const {
    auto statement = m_connection.prepare("SELECT cursor, own_seq, sealed FROM received WHERE dossier = ?1 AND kind = 'record' ORDER BY cursor");
    statement.bind(dossier);
    std::vector<Received> records;
    return statement
        .each([&]() -> base::Outcome {
            auto record = openRecord(statement.integer(0), statement.bytes(2));
            if (!record)
                return base::fail(record.error());
            records.push_back({statement.integer(0), statement.integer(1), std::move(*record)});
            return base::done();
        })
        .map([&](base::Done) { return std::move(records); });
}

base::Result<protocol::Record> FeedLog::record(qint64 cursor) const {
    auto statement = m_connection.prepare("SELECT sealed FROM received WHERE cursor = ?1 AND kind = 'record'");
    const auto row = statement.bind(cursor).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("journal.unknown-record"), {{QStringLiteral("cursor"), QString::number(cursor)}});
    return openRecord(cursor, statement.bytes(0));
}

base::Result<protocol::Record> FeedLog::openRecord(qint64 cursor, const QByteArray& sealed) const {
    return open(cursor, recordKind(), sealed).and_then([](const QByteArray& text) { return protocol::RecordReader(text).readRecord(); });
}

}
