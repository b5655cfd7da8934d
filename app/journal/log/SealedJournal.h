#pragma once

#include "app/domain/ports/Journal.h"
#include "app/journal/StationData.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/PersonSlots.h"
#include "app/journal/log/History.h"
#include "app/journal/log/SecurityLog.h"
#include "app/journal/standing/Freshness.h"
#include "app/journal/standing/Standing.h"

#include <functional>

namespace motcua::sqlite {
class Transaction;
}

namespace motcua::journal {

/// The journal as use cases see it. Owned by Unlocked, used in the GUI thread on its connection.
class SealedJournal final : public domain::ports::Journal {
public:
    SealedJournal(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key, UnlockMode mode);

    /// Errors besides the port's: "journal.wrong-station" (an event of another station), "journal.read-only" (rescue mode), and those of
    /// Standing::mayFollow().
    base::Result<qint64> append(const std::vector<domain::Event>& events) override;
    base::Result<qint64> appendAndDropDraft(const std::vector<domain::Event>& events, domain::DraftId draft) override;
    base::Result<std::vector<domain::Event>> history(domain::DossierId dossier) const override;
    base::Result<QDateTime> lastMoment() const override;
    base::Result<std::vector<domain::Event>> latest(int count) const override;

    /// The cursor that what is appended was decided by; 0: nothing to say. Where it is another than was said last, the chain says so before the next
    /// act that somebody does (FeedHeard).
    void setHeard(std::function<base::Result<qint64>()> heard) { m_heard = std::move(heard); }
    /// Told of each transaction; borrowed.
    void setFreshness(Freshness* freshness) { m_freshness = freshness; }
    /// Where it stands that the file was set back; borrowed.
    void setSecurityLog(SecurityLog* log) { m_security = log; }
    bool signsFor(domain::UserId user) const override { return m_signer && m_seated == user; }

    /// From now on what `user` does is signed with this key, which the province has bound to that person. Null: nobody's is.
    void seat(domain::UserId user, PersonKeyPointer signer) {
        m_seated = user;
        m_signer = std::move(signer);
    }
    base::Result<OwnLog::Head> head() const { return m_log.head(); }
    base::Outcome erasePayload(qint64 seq);

private:
    base::Outcome sayHeard(const std::vector<domain::Event>& events);
    base::Outcome mayFollow(sqlite::Transaction& transaction);
    base::Result<qint64> addAll(const std::vector<domain::Event>& events, domain::DraftId draft);
    /// All of them, within the caller's transaction. Returns the last one's number.
    base::Result<qint64> addSigned(const std::vector<domain::Event>& events);

    sqlite::Connection& m_connection;
    OwnLog m_log;
    History m_history;
    Standing m_standing;
    Freshness* m_freshness = nullptr;
    SecurityLog* m_security = nullptr;
    UnlockMode m_mode;
    std::function<base::Result<qint64>()> m_heard;
    domain::UserId m_seated;
    PersonKeyPointer m_signer;
};

}
