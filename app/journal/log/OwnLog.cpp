#include "app/journal/log/OwnLog.h"

#include "app/domain/EventBlobs.h"
#include "app/domain/EventCodec.h"
#include "app/journal/keys/Random.h"
#include "app/journal/log/BroughtBack.h"
#include "app/journal/log/ErasedMark.h"
#include "app/journal/log/RefusedRecords.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

constexpr int saltSize = 16;

SealPlace placeOf(const protocol::RecordHeader& header) {
    return {header.station, header.seq, "record:" + header.kind};
}

base::Error damaged(qint64 seq) {
    return {QStringLiteral("journal.damaged"), {{QStringLiteral("place"), QStringLiteral("event %1").arg(seq)}}};
}

}

OwnLog::OwnLog(sqlite::Connection& connection, domain::StationId station, Sealer sealer)
    : m_connection(connection), m_station(station.value()), m_sealer(std::move(sealer)) {}

base::Result<OwnLog::Head> OwnLog::add(const domain::Event& event) {
    if (event.station.value() != m_station)
        return base::fail(QStringLiteral("journal.wrong-station"));
    if (const auto fits = checkVersion(event); !fits)
        return base::fail(fits.error());
    const auto [volume, number] = domain::takenNumber(event.body);
    if (const auto fits = checkNumber(volume.value(), number); !fits)
        return base::fail(fits.error());
    const auto last = head();
    if (!last)
        return base::fail(last.error());

    const auto [version, payload] = domain::encodeBody(event.body);
    const QByteArray salt = randomBytes(saltSize);
    protocol::RecordHeader header;
    header.station = m_station;
    header.seq = last->seq + 1;
    header.kind = QByteArray(domain::kindOf(event.body).data(), domain::kindOf(event.body).size());
    header.version = version;
    header.dossier = event.dossier.value();
    header.dossierVersion = event.dossierVersion;
    header.volume = volume.value();
    header.number = number;
    header.actor = event.actor.value();
    header.at = event.at.toMSecsSinceEpoch();
    header.previous = last->hash;
    header.payloadDigest = protocol::payloadDigestOf(salt, payload);
    const auto sealed = m_sealer.seal(salt + payload, placeOf(header));
    if (!sealed)
        return base::fail(sealed.error());
    header.sealedDigest = protocol::Digest::of(*sealed);
    const Head end{header.seq, protocol::hashOf(header)};
    return insert(header, end.hash, *sealed).and_then([&](base::Done) { return needBlobs(event.body, header.seq); }).map([&](base::Done) {
        return end;
    });
}

base::Outcome OwnLog::takeBack(const protocol::Record& record, const QByteArray& hash) {
    const auto sealed = broughtback::make(m_sealer, record, hash);
    if (!sealed)
        return base::fail(sealed.error());
    const auto added = insert(record.header, hash, *sealed);
    if (!added || !record.act)
        return added;
    return m_connection.prepare("UPDATE record SET act = ?2 WHERE seq = ?1").bind(record.header.seq, protocol::packed(*record.act)).run();
}

base::Outcome OwnLog::sign(const protocol::PersonKey& key, qint64 first, const std::vector<QByteArray>& hashes) {
    constexpr qint64 most = protocol::limit::recordsPerAct;
    const auto count = static_cast<qint64>(hashes.size());
    for (qint64 from = 0; from < count; from += most) {
        const qint64 to = qMin(from + most, count);
        const auto act = key.sign(m_station, first + from, {hashes.begin() + from, hashes.begin() + to});
        if (!act)
            return base::fail(act.error());
        const auto kept = m_connection.prepare("UPDATE record SET act = ?3 WHERE seq BETWEEN ?1 AND ?2")
                              .bind(first + from, first + to - 1, protocol::packed(*act))
                              .run();
        if (!kept)
            return kept;
    }
    return base::done();
}

base::Outcome OwnLog::checkVersion(const domain::Event& event) const {
    if (event.dossierVersion == 0)
        return base::done();
    auto statement =
        m_connection.prepare(QByteArray("SELECT max(ifnull((SELECT max(dossier_version) FROM record WHERE dossier = ?1 AND dossier_version > 0 AND "
                                        "seq NOT IN ") +
                             refusedrecords::numbers + "), 0), ifnull((SELECT max(dossier_version) FROM received WHERE dossier = ?1), 0))");
    const auto row = statement.bind(event.dossier.value()).next();
    if (!row)
        return base::fail(row.error());
    if (event.dossier.isNull() || event.dossierVersion != statement.integer(0) + 1)
        return base::fail(QStringLiteral("journal.version-conflict"));
    return base::done();
}

base::Outcome OwnLog::checkNumber(const QUuid& volume, int number) const {
    if (number == 0)
        return base::done();
    auto statement = m_connection.prepare("SELECT 1 FROM record WHERE volume = ?1 AND number = ?2 AND number > 0");
    const auto taken = statement.bind(volume, number).next();
    if (!taken)
        return base::fail(taken.error());
    if (*taken)
        return base::fail(QStringLiteral("journal.number-taken"), {{QStringLiteral("number"), QString::number(number)}});
    return base::done();
}

base::Outcome OwnLog::insert(const protocol::RecordHeader& header, const QByteArray& hash, const QByteArray& sealed) {
    return m_connection
        .prepare(
            QByteArray("INSERT INTO record(") + OwnRecordRow::allColumns + ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
        .bind(header.seq, QString::fromLatin1(header.kind), header.version, header.dossier, header.dossierVersion, header.volume, header.number,
            header.actor, header.at, header.previous, header.payloadDigest, header.sealedDigest, hash, sealed)
        .run();
}

base::Outcome OwnLog::needBlobs(const domain::EventBody& body, qint64 seq) {
    for (const domain::BlobHash& hash : domain::blobsOf(body)) {
        const auto noted = m_connection.prepare("UPDATE blob SET needed_by = ?2 WHERE hash = ?1 AND needed_by <= 0").bind(hash.toString(), seq).run();
        if (!noted)
            return noted;
    }
    return base::done();
}

base::Result<OwnLog::Head> OwnLog::head() const {
    auto statement = m_connection.prepare("SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1");
    const auto row = statement.next();
    if (!row)
        return base::fail(row.error());
    return *row ? Head{statement.integer(0), statement.bytes(1)} : Head{};
}

base::Result<QByteArray> OwnLog::hashAt(qint64 seq) const {
    if (seq == 0)
        return Head{}.hash;
    auto statement = m_connection.prepare("SELECT hash FROM record WHERE seq = ?1");
    const auto row = statement.bind(seq).next();
    if (!row)
        return base::fail(row.error());
    return *row ? statement.bytes(0) : QByteArray();
}

base::Result<std::vector<protocol::Record>> OwnLog::records(qint64 afterSeq, int limit) const {
    auto statement =
        m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + ", act FROM record WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    statement.bind(afterSeq, limit);
    std::vector<protocol::Record> records;
    return statement
        .each([&]() -> base::Outcome {
            auto record = open(OwnRecordRow::readAll(statement, m_station));
            if (!record)
                return base::fail(record.error());
            record->act = protocol::unpackedAct(statement.bytes(OwnRecordRow::sealedColumn + 1));
            records.push_back(std::move(*record));
            return base::done();
        })
        .map([&](base::Done) { return std::move(records); });
}

base::Result<protocol::Record> OwnLog::open(const OwnRecordRow& row) const {
    const auto plain = m_sealer.open(row.sealed, placeOf(row.header));
    if (!plain && erasedmark::isGenuine(m_sealer, row))
        return base::fail(QStringLiteral("journal.payload-erased"), {{QStringLiteral("seq"), QString::number(row.header.seq)}});
    if (!plain)
        return broughtback::open(m_sealer, row).or_else([&](const base::Error&) {
            return base::Result<protocol::Record>(base::fail(damaged(row.header.seq)));
        });
    if (plain->size() < saltSize)
        return base::fail(damaged(row.header.seq));
    return protocol::Record{row.header, plain->first(saltSize), plain->sliced(saltSize)};
}

base::Outcome OwnLog::erasePayload(qint64 seq) {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::headerColumns + " FROM record WHERE seq = ?1");
    const auto found = statement.bind(seq).next();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(QStringLiteral("journal.unknown-record"), {{QStringLiteral("seq"), QString::number(seq)}});
    const auto mark = erasedmark::make(m_sealer, OwnRecordRow::readHeader(statement, m_station));
    if (!mark)
        return base::fail(mark.error());
    return m_connection.prepare("UPDATE record SET sealed = ?2 WHERE seq = ?1").bind(seq, *mark).run();
}

}
