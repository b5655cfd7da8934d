#pragma once

#include "app/sqlite/Statement.h"
#include "sync/gateway/store/RecordTable.h"
#include "sync/gateway/store/sqlite/SealedRow.h"
#include "sync/protocol/Act.h"

namespace motcua::gateway {

/// The beginning of a query for whole records, to which a WHERE is added.
inline constexpr char recordColumns[] =
    "SELECT s.id, r.seq, r.kind, r.version, r.dossier, r.dossier_version, r.volume, r.number, r.actor, r.at, r.previous, "
    "r.payload_digest, r.sealed_digest, r.payload, r.hash, r.unit, r.cursor, r.waiting, r.received, r.act FROM records r JOIN stations s ON "
    "s.key = r.station";

inline constexpr int recordActColumn = 19;

/// The record in the row that a query with recordColumns stands on. One whose content does not open has none: its digest shows that it was altered.
inline protocol::Record recordOf(const sqlite::Statement& row, const vault::Vault& vault) {
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
    sealedrow::RecordContent content = sealedrow::recordContent(vault, header, row.bytes(column));
    record.salt = std::move(content.salt);
    record.payload = std::move(content.payload);
    record.act = protocol::unpackedAct(row.bytes(recordActColumn));
    return record;
}

/// Where the columns after the record's own lie.
inline constexpr int recordHashColumn = 14;

inline HeldRecord heldRecordOf(const sqlite::Statement& row, const vault::Vault& vault) {
    return {row.integer(16), row.integer(15), static_cast<Waits>(row.integer(17)), recordOf(row, vault), row.integer(18)};
}

}
