#include "app/journal/log/OwnRecordRow.h"

namespace motcua::journal {

OwnRecordRow OwnRecordRow::readHeader(const sqlite::Statement& row, const QUuid& station) {
    OwnRecordRow read;
    int column = 0;
    read.header.station = station;
    read.header.seq = row.integer(column++);
    read.header.kind = row.bytes(column++);
    read.header.version = static_cast<int>(row.integer(column++));
    read.header.dossier = row.uuid(column++);
    read.header.dossierVersion = row.integer(column++);
    read.header.volume = row.uuid(column++);
    read.header.number = static_cast<int>(row.integer(column++));
    read.header.actor = row.uuid(column++);
    read.header.at = row.integer(column++);
    read.header.previous = row.bytes(column++);
    read.header.payloadDigest = row.bytes(column++);
    read.header.sealedDigest = row.bytes(column++);
    read.hash = row.bytes(column++);
    return read;
}

OwnRecordRow OwnRecordRow::readAll(const sqlite::Statement& row, const QUuid& station) {
    OwnRecordRow read = readHeader(row, station);
    read.sealed = row.bytes(sealedColumn);
    return read;
}

}
