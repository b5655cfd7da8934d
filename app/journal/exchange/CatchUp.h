#pragma once

#include "app/journal/log/OwnLog.h"
#include "app/journal/standing/Standing.h"
#include "sync/protocol/Messages.h"

namespace motcua::journal {

/// The way on for a desk whose file is an older copy of its own, or lacks rows: the province has its records, and gives them back. What was recorded
/// on top of the older copy cannot be in the chain any more: it is set aside and shown, for people to do it anew. Owned by SyncStore, on its
/// connection; each call runs within the caller's transaction.
class CatchUp {
public:
    CatchUp(sqlite::Connection& connection, const QUuid& station, OwnLog& own, Standing& standing)
        : m_connection(connection), m_station(station), m_own(own), m_standing(standing) {}

    /// The platform's mark is of another or a longer chain: nothing is recorded from now on ("journal.older-copy" {here, there}). After which record
    /// the platform is to be asked.
    base::Result<qint64> begin(const protocol::Mark& mark);
    /// Records as the platform gave them, in order. After which one to ask on: the mark's when all is there, 0 where the chains part before the first
    /// of these. Errors: "sync.bad-answer", "sync.mark-forged" (they do not lead to the mark).
    base::Result<qint64> takeBack(const std::vector<protocol::Record>& records, const protocol::Mark& mark);
    /// The mark is of this chain: what was doubted stands no longer in the way. What was made here after it and is gone is told: "journal.lost"
    /// {missing}.
    base::Outcome confirm();

private:
    base::Outcome add(const protocol::Record& record, const QByteArray& hash);
    base::Outcome setAside(qint64 fromSeq);
    base::Outcome needBlobs(const protocol::Record& record);
    base::Result<qint64> end(const protocol::Mark& mark);

    sqlite::Connection& m_connection;
    QUuid m_station;
    OwnLog& m_own;
    Standing& m_standing;
};

}
