#include "sync/gateway/store/sqlite/SqliteSchema.h"

#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <iterator>

namespace motcua::gateway::schema {

namespace {

// `cursor` runs through records and items together: the order in which the platform took or made them, and the feed's order.
constexpr char firstTables[] = R"sql(
CREATE TABLE units(code TEXT PRIMARY KEY, key INTEGER UNIQUE NOT NULL, settings BLOB NOT NULL) STRICT;
CREATE TABLE stations(
  key INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, unit INTEGER NOT NULL REFERENCES units(key), name TEXT NOT NULL,
  certificate BLOB, enrolled INTEGER, revoked INTEGER NOT NULL DEFAULT 0, contact INTEGER,
  seq INTEGER NOT NULL DEFAULT 0, head BLOB NOT NULL) STRICT;
CREATE TABLE codes(
  hash BLOB PRIMARY KEY, station INTEGER NOT NULL REFERENCES stations(key), expires INTEGER NOT NULL, used INTEGER) STRICT;
CREATE TABLE records(
  cursor INTEGER PRIMARY KEY, station INTEGER NOT NULL, seq INTEGER NOT NULL, unit INTEGER NOT NULL, hash BLOB NOT NULL,
  kind TEXT NOT NULL, version INTEGER NOT NULL, dossier BLOB, dossier_version INTEGER NOT NULL, volume BLOB,
  number INTEGER NOT NULL, actor BLOB, at INTEGER NOT NULL, previous BLOB NOT NULL, payload_digest BLOB NOT NULL,
  sealed_digest BLOB NOT NULL, salt BLOB NOT NULL, payload BLOB NOT NULL, received INTEGER NOT NULL,
  UNIQUE(station, seq)) STRICT;
CREATE INDEX records_feed ON records(unit, cursor, station);
CREATE INDEX records_dossier ON records(dossier) WHERE dossier IS NOT NULL;
CREATE TABLE dossiers(
  id BLOB PRIMARY KEY, unit INTEGER NOT NULL, code TEXT UNIQUE, holder BLOB, state INTEGER NOT NULL,
  version INTEGER NOT NULL, closed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX dossiers_unit ON dossiers(unit, state);
CREATE TABLE volumes(
  id BLOB PRIMARY KEY, unit INTEGER NOT NULL, station INTEGER NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entries(
  volume BLOB NOT NULL, number INTEGER NOT NULL, unit INTEGER NOT NULL, dossier BLOB, spoiled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(volume, number)) STRICT, WITHOUT ROWID;
CREATE TABLE blobs(
  hash BLOB NOT NULL, unit INTEGER NOT NULL, bytes INTEGER NOT NULL, received INTEGER NOT NULL,
  PRIMARY KEY(hash, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE uploads(
  id BLOB PRIMARY KEY, station INTEGER NOT NULL, hash BLOB NOT NULL, bytes INTEGER NOT NULL,
  expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE items(
  cursor INTEGER PRIMARY KEY, unit INTEGER, station INTEGER, kind TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE claims(dossier BLOB PRIMARY KEY, asker INTEGER NOT NULL, asked INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr char whatStationsHeard[] = R"sql(
CREATE TABLE heard(
  station INTEGER NOT NULL, cursor INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(station, cursor)) STRICT, WITHOUT ROWID;
CREATE INDEX items_kind ON items(kind, cursor);
)sql";

// The desks of a unit know each other's volumes. They take an item a second time without harm.
constexpr char volumesForAllDesks[] = R"sql(
INSERT INTO items(cursor, unit, station, kind, body)
  SELECT (SELECT max(coalesce((SELECT max(cursor) FROM records), 0), coalesce((SELECT max(cursor) FROM items), 0)))
    + row_number() OVER (ORDER BY id), unit, NULL, 'volume', body FROM volumes;
)sql";

// An upload that was under way begins anew: how far it had come was known by its file alone.
constexpr char stateOfAllPrograms[] = R"sql(
CREATE TABLE failures(address TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX failures_at ON failures(at);
ALTER TABLE uploads ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
ALTER TABLE uploads ADD COLUMN writer BLOB;
ALTER TABLE uploads ADD COLUMN leased INTEGER NOT NULL DEFAULT 0;
)sql";

// Stations that were there before do not say what they read, as those of the first record version.
constexpr char whatStationsRead[] = R"sql(
ALTER TABLE stations ADD COLUMN reads INTEGER NOT NULL DEFAULT 1;
ALTER TABLE stations ADD COLUMN held_from INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr char recordsThatWait[] = R"sql(
ALTER TABLE records ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
CREATE INDEX records_waiting ON records(unit) WHERE waiting > 0;
)sql";

// `source`: the cursor of a record or item that was held back from the station. `faults`: what was found wrong with records after they
// had been acknowledged.
constexpr char givenBackAndFaults[] = R"sql(
CREATE TABLE given_back(
  station INTEGER NOT NULL, cursor INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY(station, cursor)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX given_back_source ON given_back(station, source);
CREATE INDEX given_back_cursor ON given_back(cursor);
CREATE TABLE faults(
  record INTEGER NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL, found INTEGER NOT NULL,
  PRIMARY KEY(record, code, field)) STRICT, WITHOUT ROWID;
)sql";

// `kept`: the blob is there, and the upload stays for who lost the last answer.
constexpr char uploadsThatAreOver[] = R"sql(
ALTER TABLE uploads ADD COLUMN metadata BLOB NOT NULL DEFAULT x'';
ALTER TABLE uploads ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr char whatChainsSayWasHeard[] = R"sql(
CREATE INDEX records_heard ON records(station, seq) WHERE kind = 'feed-heard';
)sql";

// What lay here before counts as named: nobody looked.
constexpr char blobsThatAreNamed[] = R"sql(
ALTER TABLE blobs ADD COLUMN named INTEGER NOT NULL DEFAULT 1;
CREATE INDEX blobs_unnamed ON blobs(received) WHERE named = 0;
CREATE INDEX uploads_station ON uploads(station) WHERE kept = 0;
)sql";

// `act`: protocol::packed(); NULL: no person signed the record. `since`, `until`: numbers of the desk's records. The `login` of a desk's code: whom
// it binds as the first user; empty: nobody, "*": whoever is named, for training.
constexpr char whoseActs[] = R"sql(
ALTER TABLE records ADD COLUMN act BLOB;
ALTER TABLE codes ADD COLUMN login TEXT NOT NULL DEFAULT '';
CREATE TABLE person_keys(
  id BLOB PRIMARY KEY, station INTEGER NOT NULL, user BLOB NOT NULL, public BLOB NOT NULL, since INTEGER NOT NULL, until INTEGER,
  at INTEGER NOT NULL, change INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_keys_newest ON person_keys(station, user) WHERE until IS NULL;
CREATE TABLE person_codes(
  hash BLOB PRIMARY KEY, unit INTEGER NOT NULL, user BLOB NOT NULL, expires INTEGER NOT NULL, uses INTEGER NOT NULL,
  account_key BLOB) STRICT, WITHOUT ROWID;
CREATE TABLE heads(
  station INTEGER NOT NULL, day INTEGER NOT NULL, seq INTEGER NOT NULL, head BLOB NOT NULL, signature BLOB NOT NULL,
  PRIMARY KEY(station, day)) STRICT, WITHOUT ROWID;
)sql";

// `heard`: what a feed-heard record says; `later`: an item that a station which reads the first version alone is not given. Both were read out of
// what is sealed from here on (Sealing). `sealing`: of each kind of row, up to which it lies under which key; `clear`: what lies past that is not
// sealed at all.
constexpr char sealedRows[] = R"sql(
ALTER TABLE records ADD COLUMN heard INTEGER;
UPDATE records SET heard = json_extract(CAST(payload AS TEXT), '$.cursor') WHERE kind = 'feed-heard' AND json_valid(CAST(payload AS TEXT));
ALTER TABLE items ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
UPDATE items SET later = 1 WHERE kind NOT IN ('catalogue', 'settings', 'calendar', 'accounts', 'volume', 'code-range', 'claim', 'claim-refused',
  'notice') OR (kind = 'volume' AND json_extract(CAST(body AS TEXT), '$.kind') <> 0);
CREATE TABLE sealing(
  what TEXT PRIMARY KEY, key INTEGER NOT NULL, up_to INTEGER NOT NULL, clear INTEGER NOT NULL DEFAULT 1) STRICT, WITHOUT ROWID;
)sql";

// How much each unit has sent in which hour since 1970, for its quota.
constexpr char hoursOfBlobs[] = R"sql(
CREATE TABLE blob_hours(unit INTEGER NOT NULL, hour INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY(unit, hour)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stations_unit ON stations(unit);
)sql";

// `mac`, `tally`: RowMarks, which fills them.
constexpr char markedRows[] = R"sql(
ALTER TABLE units ADD COLUMN mac BLOB;
ALTER TABLE stations ADD COLUMN mac BLOB;
ALTER TABLE codes ADD COLUMN mac BLOB;
ALTER TABLE person_codes ADD COLUMN mac BLOB;
ALTER TABLE person_keys ADD COLUMN mac BLOB;
ALTER TABLE items ADD COLUMN mac BLOB;
ALTER TABLE records ADD COLUMN mac BLOB;
ALTER TABLE dossiers ADD COLUMN mac BLOB;
ALTER TABLE volumes ADD COLUMN mac BLOB;
ALTER TABLE entries ADD COLUMN mac BLOB;
ALTER TABLE blobs ADD COLUMN mac BLOB;
ALTER TABLE heard ADD COLUMN mac BLOB;
ALTER TABLE faults ADD COLUMN mac BLOB;
ALTER TABLE heads ADD COLUMN mac BLOB;
CREATE TABLE tally(id INTEGER PRIMARY KEY CHECK(id = 1), state BLOB NOT NULL) STRICT;
)sql";

// `body` of a lease: domain::HeldLease, of a run: domain::NumberRun::State. `live`: something of it is open. A unit's own volumes have station 0.
constexpr char runsOfNumbers[] = R"sql(
CREATE TABLE leases(
  id BLOB PRIMARY KEY, volume BLOB NOT NULL, station BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, live INTEGER NOT NULL,
  body BLOB NOT NULL, mac BLOB) STRICT, WITHOUT ROWID;
CREATE INDEX leases_volume ON leases(volume, first);
CREATE INDEX leases_open ON leases(volume) WHERE live = 1;
CREATE INDEX leases_station ON leases(station) WHERE live = 1;
CREATE TABLE runs(
  unit INTEGER NOT NULL, symbol TEXT NOT NULL, year INTEGER NOT NULL, body BLOB NOT NULL, mac BLOB,
  PRIMARY KEY(unit, symbol, year)) STRICT, WITHOUT ROWID;
CREATE TABLE written_off(
  volume BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, at INTEGER NOT NULL, mac BLOB,
  PRIMARY KEY(volume, first)) STRICT, WITHOUT ROWID;
CREATE TABLE one_run(unit INTEGER PRIMARY KEY, mac BLOB) STRICT;
CREATE TABLE resting(unit INTEGER PRIMARY KEY, since INTEGER NOT NULL, beyond INTEGER NOT NULL, mac BLOB) STRICT;
CREATE TABLE told(unit INTEGER NOT NULL, station BLOB NOT NULL, mac BLOB, PRIMARY KEY(unit, station)) STRICT, WITHOUT ROWID;
)sql";

constexpr char listsOfPeople[] = R"sql(
CREATE INDEX records_listed ON records(cursor) WHERE kind = 'person-listed';
)sql";

/// What leads from each version to the next, the first from an empty file to version 1.
constexpr const char* steps[] = {firstTables, whatStationsHeard, volumesForAllDesks, stateOfAllPrograms, whatStationsRead, recordsThatWait,
    givenBackAndFaults, uploadsThatAreOver, whatChainsSayWasHeard, blobsThatAreNamed, whoseActs, sealedRows, hoursOfBlobs, markedRows, runsOfNumbers,
    listsOfPeople};

}

qint64 current() {
    return std::size(steps);
}

base::Result<qint64> versionOf(sqlite::Connection& connection) {
    return connection.scalar("PRAGMA user_version");
}

base::Outcome bringUp(sqlite::Connection& connection) {
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto version = versionOf(connection);
    if (!version)
        return base::fail(version.error());
    for (qint64 from = *version; from < current(); ++from)
        if (auto done = connection.execute(steps[from]); !done)
            return done;
    const QByteArray stamp = "PRAGMA user_version=" + QByteArray::number(current());
    if (auto set = connection.execute(stamp.constData()); !set)
        return set;
    return transaction->commit();
}

}
