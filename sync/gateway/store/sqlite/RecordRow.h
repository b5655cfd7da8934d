#pragma once

#include "app/sqlite/Statement.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/protocol/Act.h"

namespace motcua::gateway {

/// The beginning of a query for whole records, to which a WHERE is added.
inline constexpr char recordColumns[] =
    "SELECT s.id, r.seq, r.kind, r.version, r.dossier, r.dossier_version, r.volume, r.number, r.actor, r.at, r.previous, "
    "r.payload_digest, r.sealed_digest, r.salt, r.payload, r.hash, r.unit, r.cursor, r.waiting, r.received, r.act FROM records r JOIN stations s ON "
    "s.key = r.station";

inline constexpr int recordActColumn = 20;

/// The record in the row that a query with recordColumns stands on.
inline protocol::Record recordOf(const sqlite::Statement& row) {
    int column = 0;
    protocol::Record record;
    protocol::RecordHeader& header = record.header;
    header.station = row.uuid(column++);
    header.seq = row.integer(column++);
    header.kind = row.bytes(column++);
    header.version = static_cast<int>(row.integer(column++));
    header.dossier = row.uuid(column++);
    header.dossierVersion = row.integer(column++);
    header.volume = row.uuid(column++);
    header.number = static_cast<int>(row.integer(column++));
    header.actor = row.uuid(column++);
    header.at = row.integer(column++);
    header.previous = row.bytes(column++);
    header.payloadDigest = row.bytes(column++);
    header.sealedDigest = row.bytes(column++);
    record.salt = row.bytes(column++);
    record.payload = row.bytes(column++);
    record.act = protocol::unpackedAct(row.bytes(recordActColumn));
    return record;
}

/// Where the columns after the record's own lie.
inline constexpr int recordHashColumn = 15;

inline HeldRecord heldRecordOf(const sqlite::Statement& row) {
    return {row.integer(17), row.integer(16), static_cast<Waits>(row.integer(18)), recordOf(row), row.integer(19)};
}

}
