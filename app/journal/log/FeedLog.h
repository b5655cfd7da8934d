#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/KnownSigners.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/Record.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

class ReceivedSum;

/// What the platform sent, by feed cursor. Each user has its own, on its own connection; writing happens inside the caller's
/// transaction.
class FeedLog {
public:
    struct Item {
        qint64 cursor = 0;
        qint64 ownSeq = 0; ///< the station's last record when the item came in
        QJsonObject body;
    };

    FeedLog(sqlite::Connection& connection, const QUuid& station, Sealer sealer);

    base::Result<qint64> cursor() const;
    base::Outcome add(const protocol::FeedItem& item);
    /// Items of one kind after `cursor`, in order. Errors: "journal.damaged" {place}.
    base::Result<std::vector<Item>> items(const QString& kind, qint64 afterCursor) const;
    struct Received {
        qint64 cursor = 0;
        qint64 ownSeqThen = 0; ///< the station's last record when it came
        protocol::Record record;
    };
    /// A dossier's records in the feed's order.
    base::Result<std::vector<Received>> records(const QUuid& dossier) const;
    /// Another station's record at `cursor`. Errors: "journal.unknown-record" and those of items().
    base::Result<protocol::Record> record(qint64 cursor) const;

    /// What the province published and this program could not read when it came, as "job 17": its kind and cursor; the last twenty.
    static base::Result<QStringList> unread(sqlite::Connection& connection);

    /// What of an item lies in clear, for look-ups.
    struct Keys {
        QUuid dossier = {};
        qint64 dossierVersion = 0;
        QUuid station = {};
        qint64 seq = 0;
        qint64 ownSeq = 0;
    };
    /// Over a whole row, so that verifying needs no key.
    static QByteArray digestOf(qint64 cursor, const QByteArray& kind, const Keys& keys, const QByteArray& sealed);

private:
    base::Outcome knowSigners(const protocol::FeedItem& item);
    base::Result<Keys> refusedRecord(const QJsonObject& body) const;
    base::Result<protocol::Record> openRecord(qint64 cursor, const QByteArray& sealed) const;
    base::Result<QByteArray> open(qint64 cursor, const QString& kind, const QByteArray& sealed) const;
    base::Outcome wantBlobs(const std::vector<domain::BlobHash>& hashes, qint64 cursor);
    /// Of what the province publishes, the newest that is sound stays, and the newest of all: a later version of this program
    /// may be able to read it.
    base::Outcome dropReplaced(const protocol::FeedItem& item, bool sound, ReceivedSum& sum);
    base::Outcome noteUnread(const protocol::FeedItem& item);

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
    std::optional<KnownSigners> m_signers; ///< nothing: not read yet
};

}
