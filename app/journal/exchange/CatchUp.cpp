#include "app/journal/exchange/CatchUp.h"

#include "app/base/Logging.h"
#include "app/domain/EventBlobs.h"
#include "app/journal/exchange/RefusedTray.h"
#include "app/sqlite/Connection.h"

#include <algorithm>

namespace motcua::journal {

namespace {

base::Error badAnswer() {
    return {QStringLiteral("sync.bad-answer"), {{QStringLiteral("where"), QStringLiteral("own-records")}}, nullptr, true};
}

bool isNoticed(const std::vector<Standing::Doubt>& doubts) {
    return std::any_of(doubts.begin(), doubts.end(), [](const Standing::Doubt& doubt) {
        return doubt.blocks && (doubt.why.code == QLatin1String("journal.rolled-back") || doubt.why.code == QLatin1String("journal.copy-seen") ||
                                   doubt.why.code == QLatin1String("journal.older-copy"));
    });
}

}

base::Result<qint64> CatchUp::begin(const protocol::Mark& mark) {
    const auto head = m_own.head();
    const auto doubts = head ? m_standing.doubts() : base::fail(head.error());
    const auto stated = doubts ? Standing::statedMark(m_connection) : base::fail(doubts.error());
    if (!stated)
        return base::fail(stated.error());
    qCWarning(base::lcJournal) << "the province holds" << mark.seq << "records of this desk; here are" << head->seq;
    const base::Error why{QStringLiteral("journal.older-copy"),
        {{QStringLiteral("here"), QString::number(head->seq)}, {QStringLiteral("there"), QString::number(mark.seq)}}};
    if (const auto noted = isNoticed(*doubts) ? base::done() : m_standing.doubt({why}); !noted)
        return base::fail(noted.error());
    // What the platform signed for before is certainly its own; a file that lacks rows is compared from its end.
    const qint64 from = std::min(stated->seq, head->seq);
    return from == head->seq ? base::Result<qint64>(from)
                             : m_own.hashAt(from).map([&](const QByteArray& hash) { return hash.toHex() == stated->head ? from : 0; });
}

base::Result<qint64> CatchUp::takeBack(const std::vector<protocol::Record>& records, const protocol::Mark& mark) {
    if (records.empty())
        return base::fail(badAnswer());
    for (const protocol::Record& record : records) {
        const protocol::RecordHeader& header = record.header;
        if (header.station != m_station || header.seq < 1 || protocol::payloadDigestOf(record.salt, record.payload) != header.payloadDigest)
            return base::fail(badAnswer());
        const QByteArray hash = protocol::hashOf(header);
        const auto here = m_own.hashAt(header.seq);
        const auto before = here ? m_own.hashAt(header.seq - 1) : here;
        if (!before)
            return base::fail(before.error());
        if (*before != header.previous)
            return header.seq > 1 && header.seq == records.front().header.seq ? base::Result<qint64>(0)
                                                                              : base::fail(QStringLiteral("sync.mark-forged"));
        if (*here == hash)
            continue;
        if (const auto aside = here->isEmpty() ? base::done() : setAside(header.seq); !aside)
            return base::fail(aside.error());
        if (const auto added = add(record, hash); !added)
            return base::fail(added.error());
    }
    return records.back().header.seq < mark.seq ? base::Result<qint64>(records.back().header.seq) : end(mark);
}

base::Outcome CatchUp::add(const protocol::Record& record, const QByteArray& hash) {
    const auto sealed = m_standing.head();
    if (!sealed)
        return base::fail(sealed.error());
    return m_own.takeBack(record, hash).and_then([&](base::Done) { return needBlobs(record); }).and_then([&](base::Done) {
        // As long as the file is known to lack more, what is sealed says how much.
        const bool isFurther = !*sealed || record.header.seq > (*sealed)->seq;
        return isFurther ? m_standing.writeHead({record.header.seq, hash}) : base::done();
    });
}

/// The platform holds another record of this number: these never get there.
base::Outcome CatchUp::setAside(qint64 fromSeq) {
    const QByteArray columns = QByteArray(OwnRecordRow::allColumns) + ", act";
    qCWarning(base::lcJournal) << "records from" << fromSeq << "on were made on an older copy and are set aside";
    return m_connection.prepare("INSERT INTO stranded(" + columns + ") SELECT " + columns + " FROM record WHERE seq >= ?1 ORDER BY seq")
        .bind(fromSeq)
        .run()
        .and_then([&](base::Done) { return m_connection.prepare("DELETE FROM record WHERE seq >= ?1").bind(fromSeq).run(); })
        .and_then([&](base::Done) { return m_connection.prepare("DELETE FROM refusal WHERE seq >= ?1").bind(fromSeq).run(); })
        .and_then([&](base::Done) { return m_own.head(); })
        .and_then([&](const OwnLog::Head& head) { return m_standing.writeHead(head); });
}

/// The platform has them, as it has taken the record.
base::Outcome CatchUp::needBlobs(const protocol::Record& record) {
    const protocol::RecordHeader& header = record.header;
    for (const domain::BlobHash& blob : domain::blobsOf(header.kind, header.version, record.payload)) {
        const auto noted =
            m_connection.prepare("UPDATE blob SET held = 1, needed_by = CASE WHEN needed_by <= 0 THEN ?2 ELSE needed_by END WHERE hash = ?1")
                .bind(blob.toString(), header.seq)
                .run()
                .and_then([&](base::Done) {
                    return m_connection.prepare("INSERT OR IGNORE INTO wanted SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM blob WHERE hash = ?1)")
                        .bind(blob.toString())
                        .run();
                });
        if (!noted)
            return noted;
    }
    return base::done();
}

base::Result<qint64> CatchUp::end(const protocol::Mark& mark) {
    const auto hash = m_own.hashAt(mark.seq);
    if (!hash)
        return base::fail(hash.error());
    if (QString::fromLatin1(hash->toHex()) != mark.head)
        return base::fail(QStringLiteral("sync.mark-forged"), {{QStringLiteral("part"), QStringLiteral("head")}});
    return m_standing.writeMark({mark.seq, mark.head.toLatin1(), mark.signature.toLatin1()})
        .and_then([&](base::Done) { return RefusedTray(m_connection).clearUpTo(mark.seq); })
        .and_then([&](base::Done) { return confirm(); })
        .map([&](base::Done) { return mark.seq; });
}

base::Outcome CatchUp::confirm() {
    const auto doubts = m_standing.doubts();
    const auto head = doubts ? m_own.head() : base::fail(doubts.error());
    const auto sealed = head ? m_standing.head() : base::fail(head.error());
    if (!sealed || doubts->empty())
        return sealed ? base::done() : base::fail(sealed.error());
    const qint64 lost = *sealed ? (*sealed)->seq - head->seq : 0;
    const auto told =
        lost > 0 ? m_standing.doubt({{QStringLiteral("journal.lost"), {{QStringLiteral("missing"), QString::number(lost)}}}, false}) : base::done();
    return told.and_then([&](base::Done) { return m_standing.writeHead(*head); }).and_then([&](base::Done) { return m_standing.confirmed(); });
}

}
