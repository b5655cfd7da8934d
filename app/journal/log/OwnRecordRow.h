#pragma once

#include "app/sqlite/Statement.h"
#include "sync/protocol/Record.h"

#include <QUuid>

namespace motcua::journal {

/// A row of the table `record`, read with the columns below in this order.
struct OwnRecordRow {
    protocol::RecordHeader header;
    QByteArray hash;
    QByteArray sealed; ///< an erased one holds its ErasedMark; null: lost, or not asked for

    static constexpr char headerColumns[] = "seq, kind, version, dossier, dossier_version, volume, number, actor, at, previous, "
                                            "payload_digest, sealed_digest, hash";
    static constexpr char allColumns[] = "seq, kind, version, dossier, dossier_version, volume, number, actor, at, previous, "
                                         "payload_digest, sealed_digest, hash, sealed";
    static constexpr int sealedColumn = 13;

    static OwnRecordRow readHeader(const sqlite::Statement& row, const QUuid& station);
    static OwnRecordRow readAll(const sqlite::Statement& row, const QUuid& station);
};

}
