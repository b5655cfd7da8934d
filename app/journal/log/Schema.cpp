#include "app/journal/log/Schema.h"

#include "app/journal/keys/Random.h"
#include "app/journal/log/JournalErrors.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <iterator>

namespace motcua::journal {

namespace {

constexpr int saltSize = 16;

// In `blob`, `needed_by` is the first own record that names it, -1: only received ones do, 0: none does, so it goes with its draft.
// STRICT, so that SQLite's own check finds a value whose type has been damaged but not its bytes. The sealed bytes come last in a
// row but the signature of the act, so that reading headers does not read them.
constexpr char tables[] = R"(
CREATE TABLE fact(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID, STRICT;
CREATE TABLE slot(id BLOB PRIMARY KEY, salt BLOB NOT NULL, passes INT NOT NULL, kibibytes INT NOT NULL, lanes INT NOT NULL,
    sealed BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE person(slot BLOB PRIMARY KEY, public BLOB NOT NULL, sealed BLOB NOT NULL, voucher BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE attempt(id BLOB PRIMARY KEY, failures INT NOT NULL, until INT NOT NULL, seen INT NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE record(seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, version INT NOT NULL, dossier BLOB, dossier_version INT NOT NULL,
    volume BLOB, number INT NOT NULL, actor BLOB, at INT NOT NULL, previous BLOB NOT NULL, payload_digest BLOB NOT NULL,
    sealed_digest BLOB NOT NULL, hash BLOB NOT NULL, sealed BLOB, act BLOB) STRICT;
CREATE INDEX record_version ON record(dossier, dossier_version) WHERE dossier_version > 0;
CREATE INDEX record_dossier ON record(dossier);
CREATE UNIQUE INDEX record_number ON record(volume, number) WHERE number > 0;
CREATE TABLE received(cursor INTEGER PRIMARY KEY, kind TEXT NOT NULL, dossier BLOB, dossier_version INT NOT NULL, station BLOB,
    seq INT NOT NULL, own_seq INT NOT NULL, digest BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX received_dossier ON received(dossier, dossier_version) WHERE dossier IS NOT NULL;
CREATE UNIQUE INDEX received_record ON received(station, seq) WHERE kind = 'record' AND seq > 0;
CREATE INDEX received_kind ON received(kind, cursor);
CREATE TABLE draft(id BLOB PRIMARY KEY, owner BLOB, changed INT NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE secret(name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE blob(hash TEXT PRIMARY KEY, bytes INT NOT NULL, sealed_digest BLOB NOT NULL, held INT NOT NULL DEFAULT 0,
    upload TEXT NOT NULL DEFAULT '', needed_by INT NOT NULL DEFAULT 0) WITHOUT ROWID, STRICT;
CREATE INDEX blob_pending ON blob(needed_by) WHERE held = 0 AND needed_by > 0;
CREATE TABLE wanted(hash TEXT PRIMARY KEY, cursor INT NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE refusal(seq INTEGER PRIMARY KEY, code TEXT NOT NULL, missing TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '{}',
    for_good INT NOT NULL DEFAULT 0) STRICT;
CREATE TABLE security(seq INTEGER PRIMARY KEY, previous BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE security_pending(kind INT NOT NULL, about BLOB NOT NULL, count INT NOT NULL, last INT NOT NULL, PRIMARY KEY(kind, about))
    WITHOUT ROWID, STRICT;
)";

/// What is sealed of the desk's standing, the attempts since a password was right last, records that were set aside, and what leads to later keys.
constexpr char standingTables[] = R"(
CREATE TABLE tried(n INTEGER PRIMARY KEY, id BLOB NOT NULL, failures INT NOT NULL, until INT NOT NULL, seen INT NOT NULL) STRICT;
CREATE TABLE standing(name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE stranded(n INTEGER PRIMARY KEY, seen INT NOT NULL DEFAULT 0, seq INT NOT NULL, kind TEXT NOT NULL, version INT NOT NULL, dossier BLOB,
    dossier_version INT NOT NULL, volume BLOB, number INT NOT NULL, actor BLOB, at INT NOT NULL, previous BLOB NOT NULL,
    payload_digest BLOB NOT NULL, sealed_digest BLOB NOT NULL, hash BLOB NOT NULL, sealed BLOB, act BLOB) STRICT;
CREATE TABLE epoch(number INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE door(slot BLOB PRIMARY KEY, public BLOB NOT NULL, secret BLOB NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID, STRICT;
)";

/// What leads from each version to the next, the first from 1 to 2.
constexpr const char* steps[] = {"ALTER TABLE refusal ADD COLUMN detail TEXT NOT NULL DEFAULT '{}'",
    "DROP INDEX record_version; CREATE INDEX record_version ON record(dossier, dossier_version) WHERE dossier_version > 0;"
    "ALTER TABLE refusal ADD COLUMN for_good INT NOT NULL DEFAULT 0",
    "ALTER TABLE record ADD COLUMN act BLOB; CREATE TABLE person(slot BLOB PRIMARY KEY, public BLOB NOT NULL, sealed BLOB NOT NULL, "
    "voucher BLOB NOT NULL) WITHOUT ROWID, STRICT",
    standingTables,
    "CREATE TABLE security(seq INTEGER PRIMARY KEY, previous BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;"
    "CREATE TABLE security_pending(kind INT NOT NULL, about BLOB NOT NULL, count INT NOT NULL, last INT NOT NULL, PRIMARY KEY(kind, about)) "
    "WITHOUT ROWID, STRICT",
    // The first unlock makes one row of what is sealed of the standing.
    "INSERT OR REPLACE INTO standing SELECT 'security-end', value FROM fact WHERE name = 'security-end' AND length(value) > 0;"
    "DELETE FROM fact WHERE name = 'security-end'"};
static_assert(std::size(steps) == schema::supported - 1);

base::Error damaged(const QString& place) {
    return {QStringLiteral("journal.damaged"), {{QStringLiteral("place"), place}}};
}

}

base::Outcome schema::create(sqlite::Connection& connection, domain::StationId station) {
    return connection.execute(tables)
        .and_then([&](base::Done) { return connection.execute(standingTables); })
        .and_then([&](base::Done) { return setFact(connection, QStringLiteral("schema"), QByteArray::number(supported)); })
        .and_then([&](base::Done) { return setFact(connection, QStringLiteral("station"), station.value().toRfc4122()); })
        .and_then([&](base::Done) { return setFact(connection, QStringLiteral("salt"), randomBytes(saltSize)); });
}

base::Result<schema::Identity> schema::check(sqlite::Connection& connection) {
    const auto version = factNumber(connection, QStringLiteral("schema"));
    if (!version)
        return base::fail(damaged(QStringLiteral("schema")).causedBy(version.error()));
    if (*version > supported)
        return base::fail(QStringLiteral("journal.newer-version"),
            {{QStringLiteral("found"), QString::number(*version)}, {QStringLiteral("supported"), QString::number(supported)}});
    const auto station = fact(connection, QStringLiteral("station"));
    const auto salt = fact(connection, QStringLiteral("salt"));
    if (*version < 1 || !station || station->size() != 16 || !salt || salt->size() != saltSize)
        return base::fail(damaged(QStringLiteral("identity")));
    return Identity{domain::StationId(QUuid::fromRfc4122(*station)), *salt};
}

base::Outcome schema::upgrade(sqlite::Connection& connection) {
    const auto version = factNumber(connection, QStringLiteral("schema"));
    if (!version || *version == supported)
        return version ? base::done() : base::fail(version.error());
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    for (qint64 from = *version; from < supported; ++from)
        if (const auto done = connection.execute(steps[from - 1]); !done)
            return done;
    if (const auto set = setFact(connection, QStringLiteral("schema"), QByteArray::number(supported)); !set)
        return set;
    return transaction->commit();
}

base::Result<QByteArray> fact(sqlite::Connection& connection, const QString& name) {
    auto statement = connection.prepare("SELECT value FROM fact WHERE name = ?1");
    const auto row = statement.bind(name).next();
    if (!row)
        return base::fail(row.error());
    return *row ? statement.bytes(0) : QByteArray();
}

base::Result<qint64> factNumber(sqlite::Connection& connection, const QString& name) {
    return fact(connection, name).map([](const QByteArray& value) { return value.toLongLong(); });
}

base::Outcome setFact(sqlite::Connection& connection, const QString& name, const QByteArray& value) {
    return connection.prepare("INSERT INTO fact VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = excluded.value").bind(name, value).run();
}

}
