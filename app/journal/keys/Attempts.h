#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/AttemptLog.h"

#include <QByteArray>

#include <optional>

namespace motcua::base {
class Clock;
}
namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Slows down whoever guesses passwords: after the n-th wrong one 2^(n-1) seconds pass before the next is looked at, after the
/// tenth 15 minutes; then the count starts anew. Kept on disk by slot id, also for logins that do not exist. An attempt counts
/// as wrong from its start until succeeded(), so killing the program wins nothing. Moving the wall clock back wins nothing
/// either: time is the latest ever seen, and runs on from there with the program. Each attempt is in the log as well, so that a count that somebody
/// makes smaller in the file shows. Owned by KeySlots.
class Attempts {
public:
    static constexpr int limit = AttemptLog::limit;
    static constexpr qint64 lockSeconds = 15 * 60;

    Attempts(sqlite::Connection& connection, const base::Clock& clock);

    /// Counts an attempt. Errors: "unlock.wait" {waitSeconds, triesLeft, lockMinutes}.
    base::Outcome begin(const QByteArray& id);
    /// Within the caller's transaction; the log is to begin anew then.
    base::Outcome succeeded(const QByteArray& id);
    AttemptLog& log() { return m_log; }
    /// What to tell after a wrong password: "unlock.wrong-password" {triesLeft, waitSeconds, lockMinutes}.
    base::Result<base::Error> wrongPassword(const QByteArray& id);

private:
    struct Count {
        qint64 failures = 0;
        qint64 until = 0; ///< UTC milliseconds
    };
    base::Result<Count> countOf(const QByteArray& id) const;
    struct Moment {
        qint64 milliseconds = 0; ///< UTC
        qint64 ticks = 0;        ///< of the monotonic clock
    };
    base::Result<qint64> now();
    base::Outcome forgetOldest();

    sqlite::Connection& m_connection;
    const base::Clock& m_clock;
    std::optional<Moment> m_latest;
    AttemptLog m_log;
};

}
