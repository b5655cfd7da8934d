#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/OwnRecordRow.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Record.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// The chain of what this station did. Each user has its own, on its own connection; writing happens inside the caller's
/// transaction.
class OwnLog {
public:
    struct Head {
        qint64 seq = 0;
        QByteArray hash = QByteArray(32, '\0');
    };

    OwnLog(sqlite::Connection& connection, domain::StationId station, Sealer sealer);

    /// Appends to the chain and notes which stored blobs the event needs. Returns where the chain ends then. Errors:
    /// "journal.version-conflict", "journal.number-taken", "journal.wrong-station", or SQLite's.
    base::Result<Head> add(const domain::Event& event);
    /// Signs records that were just added, from `first` on, with a person's key. Errors: "mark.not-signed", or SQLite's.
    base::Outcome sign(const protocol::PersonKey& key, qint64 first, const std::vector<QByteArray>& hashes);
    /// A record of this station as the platform gave it back, whose place in the chain the caller has checked.
    base::Outcome takeBack(const protocol::Record& record, const QByteArray& hash);
    base::Result<Head> head() const;
    /// The hash of the header at `seq`; zeros for 0; empty when there is none.
    base::Result<QByteArray> hashAt(qint64 seq) const;
    /// Opened, in order.
    base::Result<std::vector<protocol::Record>> records(qint64 afterSeq, int limit) const;
    /// Opens one row. Errors: "journal.damaged" {place}, "journal.payload-erased".
    base::Result<protocol::Record> open(const OwnRecordRow& row) const;
    base::Outcome erasePayload(qint64 seq);

private:
    base::Outcome checkVersion(const domain::Event& event) const;
    base::Outcome checkNumber(const QUuid& volume, int number) const;
    base::Outcome insert(const protocol::RecordHeader& header, const QByteArray& hash, const QByteArray& sealed);
    base::Outcome needBlobs(const domain::EventBody& body, qint64 seq);

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
};

}
