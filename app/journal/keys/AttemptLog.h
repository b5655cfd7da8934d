#pragma once

#include "app/base/Result.h"
#include "app/journal/standing/FailedTries.h"

#include <QByteArray>

#include <map>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

class Standing;

/// Each attempt at a slot, since the data key was known last, in a chain: its key goes on by one hash with each attempt, and the one it began with is
/// sealed in the standing. Whoever has the file alone can add to it, but can neither take out an attempt nor make the count of one smaller
/// without its showing at the next unlock. Owned by Attempts, on its connection; writing happens inside the caller's transaction.
class AttemptLog {
public:
    struct Count {
        qint64 failures = 0;
        qint64 until = 0; ///< UTC milliseconds
        qint64 seen = 0;  ///< the same
        bool operator==(const Count&) const = default;
    };

    static constexpr qint64 limit = 10;
    /// The count after one more failure: after the last it begins anew.
    static qint64 next(qint64 failures);

    explicit AttemptLog(sqlite::Connection& connection) : m_connection(connection) {}

    /// What the attempt made of the count. One at a login that nobody has is not written down.
    base::Outcome add(const QByteArray& id, const Count& count);

    enum class State { Whole, Changed, Missing };
    /// Whether the counts are what the attempts made of them.
    base::Result<State> check(const Standing& standing) const;
    /// Those that are in it.
    base::Result<failedtries::BySlot> tries() const;
    /// Begins anew from the counts as they stand. The tries go into the standing as failed ones, but the last at `opened`, whose password was right;
    /// empty: nobody's was.
    base::Outcome begin(Standing& standing, const QByteArray& opened = {});

private:
    using Counts = std::map<QByteArray, Count>;
    base::Result<Counts> counts() const;
    base::Result<failedtries::BySlot> triesBut(const QByteArray& opened) const;
    base::Result<bool> holds(const QByteArray& id) const;

    sqlite::Connection& m_connection;
};

}
