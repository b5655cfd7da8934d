#include "app/journal/model/DossierTable.h"

#include "app/base/Clock.h"
#include "app/domain/Comer.h"
#include "app/domain/Decide.h"
#include "app/domain/DossierCode.h"
#include "app/domain/parties/PartyWords.h"
#include "app/journal/model/DossierQuery.h"
#include "app/sqlite/Connection.h"

#include <QJsonDocument>

namespace motcua::journal {

namespace {

constexpr char tables[] = R"(
CREATE TABLE dossier(id INTEGER PRIMARY KEY, dossier BLOB NOT NULL UNIQUE, text TEXT NOT NULL, code TEXT, applicant TEXT, personal_id TEXT,
    phone TEXT, procedure_code TEXT, procedure_name TEXT, state INT, money INT, delivery INT, holder BLOB, received_by BLOB,
    received INT, received_day INT, due INT, closed INT, return_reason TEXT, last_seq INT, received_at BLOB, serial_day INT, serial INT, unread INT,
    supplement_until INT, number_lost INT, visit BLOB);
CREATE INDEX dossier_state ON dossier(state, closed);
CREATE INDEX dossier_day ON dossier(received_day);
CREATE INDEX dossier_visit ON dossier(visit) WHERE visit IS NOT NULL;
CREATE INDEX dossier_serial ON dossier(serial_day, received_at, serial) WHERE serial > 0;
CREATE TABLE entry(volume BLOB, number INT, dossier BLOB NOT NULL, spoiled INT NOT NULL, noted INT NOT NULL, day INT NOT NULL,
    signer BLOB, copies INT NOT NULL, fee INT NOT NULL, revision INT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY(volume, number)) WITHOUT ROWID;
CREATE INDEX entry_spoiled ON entry(volume) WHERE spoiled;
CREATE TABLE spent(station BLOB, day INT, serial INT, PRIMARY KEY(station, day, serial)) WITHOUT ROWID;
CREATE VIRTUAL TABLE dossier_text USING fts5(text, content='dossier', content_rowid='id', tokenize='folding', detail=none,
    columnsize=0, prefix='1 2 3 4 5 6');
)";

/// Rows of one second; a busier second runs on into the next one's numbers.
constexpr qint64 rowsPerSecond = 256;

QString searchText(const domain::Dossier& dossier) {
    QStringList words = domain::searchWords(dossier) + QStringList{dossier.code, dossier.procedure.code};
    for (const QJsonValue& fact : dossier.facts)
        words << fact.toString();
    for (const domain::BookEntry& entry : dossier.entries)
        words << entry.document;
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(QLatin1Char('\n'));
}

/// The same for the same body, whenever and by whichever program it is asked.
qint64 revisionOf(const QByteArray& body) {
    return static_cast<qint64>(qHash(body, 0) >> 1);
}

qint64 dayNumber(const QDateTime& moment) {
    return base::toVietnamTime(moment).date().toJulianDay();
}

}

base::Outcome DossierTable::create() {
    return m_connection.execute(tables);
}

base::Outcome DossierTable::put(const domain::Dossier& dossier, const QDateTime& opened, qint64 lastSeq) {
    const QString text = searchText(dossier);
    auto known = m_connection.prepare("SELECT id, text FROM dossier WHERE dossier = ?1");
    const auto found = known.bind(dossier.id.value()).next();
    if (!found)
        return base::fail(found.error());
    const auto row = *found ? base::Result<qint64>(known.integer(0)) : freeRow(opened);
    if (!row)
        return base::fail(row.error());
    const auto indexed = *found ? putText(*row, known.text(1), text) : putText(*row, text);
    return indexed.and_then([&](base::Done) { return *found ? dropRow(*row) : base::done(); })
        .and_then([&](base::Done) { return putRow(dossier, *row, text, opened, lastSeq); })
        .and_then([&](base::Done) -> base::Outcome {
            for (const domain::BookEntry& entry : dossier.entries)
                if (auto put = putEntry(entry, dossier.id); !put)
                    return put;
            return base::done();
        });
}

base::Outcome DossierTable::drop(domain::DossierId dossier) {
    auto known = m_connection.prepare("SELECT id, text FROM dossier WHERE dossier = ?1");
    const auto found = known.bind(dossier.value()).next();
    if (!found || !*found)
        return found ? base::done() : base::fail(found.error());
    return dropText(known.integer(0), known.text(1)).and_then([&](base::Done) { return dropRow(known.integer(0)); });
}

base::Outcome DossierTable::putText(qint64 row, const QString& text) {
    return m_connection.prepare("INSERT INTO dossier_text(rowid, text) VALUES(?1, ?2)").bind(row, text).run();
}

base::Outcome DossierTable::putText(qint64 row, const QString& before, const QString& text) {
    if (before == text)
        return base::done();
    return dropText(row, before).and_then([&](base::Done) { return putText(row, text); });
}

base::Outcome DossierTable::dropText(qint64 row, const QString& text) {
    return m_connection.prepare("INSERT INTO dossier_text(dossier_text, rowid, text) VALUES('delete', ?1, ?2)").bind(row, text).run();
}

// Not REPLACE, here and below: it opens a savepoint for each row, and at a savepoint FTS5 writes out what it has gathered.
base::Outcome DossierTable::dropRow(qint64 row) {
    return m_connection.prepare("DELETE FROM dossier WHERE id = ?1").bind(row).run();
}

base::Result<qint64> DossierTable::freeRow(const QDateTime& opened) const {
    qint64 first = qMax<qint64>(0, opened.toSecsSinceEpoch()) * rowsPerSecond + 1;
    for (;;) {
        auto statement = m_connection.prepare("SELECT max(id) FROM dossier WHERE id >= ?1 AND id < ?2");
        const auto row = statement.bind(first, first + rowsPerSecond).next();
        if (!row)
            return base::fail(row.error());
        if (statement.isNull(0))
            return first;
        if (const qint64 next = statement.integer(0) + 1; next < first + rowsPerSecond)
            return next;
        first += rowsPerSecond;
    }
}

base::Outcome DossierTable::putRow(const domain::Dossier& dossier, qint64 row, const QString& text, const QDateTime& opened, qint64 lastSeq) {
    const QDateTime received = dossier.received.isValid() ? dossier.received : opened;
    const auto code = domain::DossierCode::parse(dossier.code);
    return m_connection
        .prepare("INSERT INTO dossier VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                 "?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)")
        .bind(row, dossier.id.value(), text, dossier.code, dossier.applicant.name, domain::identityNumber(dossier.applicant), dossier.applicant.phone,
            dossier.procedure.code, dossier.procedure.name, dossier.state, dossier.money, dossier.delivery, dossier.holder.value(),
            dossier.receivedBy.value(), received.toMSecsSinceEpoch(), dayNumber(received),
            dossier.due.isValid() ? dossier.due.toMSecsSinceEpoch() : 0, dossier.closed, dossier.returnReason, lastSeq, dossier.receivedAt.value(),
            code ? code->date.toJulianDay() : 0, code ? code->serial : 0, dossier.unread,
            dossier.supplementUntil.isValid() ? dossier.supplementUntil.toJulianDay() : 0, domain::lostItsNumber(dossier), dossier.visit.value())
        .run();
}

base::Outcome DossierTable::putEntry(const domain::BookEntry& entry, domain::DossierId dossier) {
    const QByteArray body = QJsonDocument(base::toJson(entry)).toJson(QJsonDocument::Compact);
    return m_connection.prepare("DELETE FROM entry WHERE volume = ?1 AND number = ?2")
        .bind(entry.volume.value(), entry.number)
        .run()
        .and_then([&](base::Done) {
            return m_connection.prepare("INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
                .bind(entry.volume.value(), entry.number, dossier.value(), !entry.spoiledReason.isEmpty(), !entry.notes.empty(),
                    entry.date.toJulianDay(), entry.signer.user.value(), entry.copies, entry.fee, revisionOf(body), body)
                .run();
        });
}

base::Outcome DossierTable::spendSerial(domain::StationId station, const QString& code) {
    const auto parsed = domain::DossierCode::parse(code);
    if (!parsed)
        return base::done();
    return m_connection.prepare("INSERT OR IGNORE INTO spent VALUES(?1, ?2, ?3)")
        .bind(station.value(), parsed->date.toJulianDay(), parsed->serial)
        .run();
}

base::Result<std::vector<domain::ports::DossierRow>> DossierTable::dossiers(const domain::ports::DossierFilter& filter, qint64 acknowledged) const {
    return DossierQuery(m_connection, acknowledged).list(filter);
}

base::Result<std::vector<domain::ports::DossierRow>> DossierTable::search(const QString& text, int limit, qint64 acknowledged) const {
    return DossierQuery(m_connection, acknowledged).search(text, limit);
}

base::Result<std::vector<domain::BookEntry>> DossierTable::entries(domain::VolumeId volume) const {
    auto statement = m_connection.prepare("SELECT body FROM entry WHERE volume = ?1 ORDER BY number");
    statement.bind(volume.value());
    std::vector<domain::BookEntry> entries;
    return statement.each([&] { entries.push_back(base::fromJson<domain::BookEntry>(QJsonDocument::fromJson(statement.bytes(0)).object())); })
        .map([&](base::Done) { return std::move(entries); });
}

base::Result<std::vector<domain::ports::BookLine>> DossierTable::lines(domain::VolumeId volume) const {
    auto statement =
        m_connection.prepare("SELECT number, day, signer, spoiled, noted, copies, fee, revision FROM entry WHERE volume = ?1 ORDER BY number");
    statement.bind(volume.value());
    std::vector<domain::ports::BookLine> lines;
    return statement
        .each([&] {
            lines.push_back({{volume, static_cast<int>(statement.integer(0))}, QDate::fromJulianDay(statement.integer(1)),
                domain::UserId(statement.uuid(2)), statement.integer(3) != 0, statement.integer(4) != 0, static_cast<int>(statement.integer(5)),
                statement.integer(6), statement.integer(7)});
        })
        .map([&](base::Done) { return std::move(lines); });
}

base::Result<domain::BookEntry> DossierTable::entry(domain::VolumeId volume, int number) const {
    auto statement = m_connection.prepare("SELECT body FROM entry WHERE volume = ?1 AND number = ?2");
    const auto row = statement.bind(volume.value(), number).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("book.unknown-entry"), {{QStringLiteral("number"), QString::number(number)}});
    return base::fromJson<domain::BookEntry>(QJsonDocument::fromJson(statement.bytes(0)).object());
}

base::Result<DossierTable::EntryCounts> DossierTable::countEntries(domain::VolumeId volume) const {
    auto statement = m_connection.prepare("SELECT (SELECT coalesce(max(number), 0) FROM entry WHERE volume = ?1), "
                                          "(SELECT count(*) FROM entry WHERE volume = ?1 AND spoiled), "
                                          "(SELECT count(*) FROM entry WHERE volume = ?1)");
    const auto row = statement.bind(volume.value()).next();
    if (!row)
        return base::fail(row.error());
    return EntryCounts{static_cast<int>(statement.integer(0)), static_cast<int>(statement.integer(1)), static_cast<int>(statement.integer(2))};
}

base::Result<domain::DossierId> DossierTable::dossierOfEntry(domain::VolumeId volume, int number) const {
    auto statement = m_connection.prepare("SELECT dossier FROM entry WHERE volume = ?1 AND number = ?2");
    const auto row = statement.bind(volume.value(), number).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(QStringLiteral("book.unknown-entry"), {{QStringLiteral("number"), QString::number(number)}});
    return domain::DossierId(statement.uuid(0));
}

base::Result<int> DossierTable::lastSerial(domain::StationId station, QDate day) const {
    auto statement =
        m_connection.prepare("SELECT max((SELECT ifnull(max(serial), 0) FROM dossier WHERE serial_day = ?1 AND received_at = ?2 AND serial > 0), "
                             "(SELECT ifnull(max(serial), 0) FROM spent WHERE day = ?1 AND station = ?2))");
    const auto row = statement.bind(day.toJulianDay(), station.value()).next();
    if (!row)
        return base::fail(row.error());
    return static_cast<int>(statement.integer(0));
}

base::Result<std::map<domain::State, int>> DossierTable::countsByState() const {
    auto statement = m_connection.prepare("SELECT state, count(*) FROM dossier GROUP BY state");
    std::map<domain::State, int> counts;
    return statement.each([&] { counts[static_cast<domain::State>(statement.integer(0))] = static_cast<int>(statement.integer(1)); })
        .map([&](base::Done) { return std::move(counts); });
}

base::Result<QString> DossierTable::codeOf(domain::DossierId dossier) const {
    auto statement = m_connection.prepare("SELECT code FROM dossier WHERE dossier = ?1");
    const auto row = statement.bind(dossier.value()).next();
    if (!row)
        return base::fail(row.error());
    return *row ? statement.text(0) : QString();
}

}
