#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/Sealer.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

class Standing;

/// The rows of the security log: each sealed under the data key and chained by hash to the one before, and their end in the standing, so that a
/// row that is changed or taken away shows, also the last ones. The oldest go when there are too many; that shows in no way. Each user has its own,
/// on its own connection; writing happens inside the caller's transaction.
class SecurityChain {
public:
    static constexpr qint64 mostRows = 100'000;
    static constexpr int sinceSchema = 6; ///< files of before have none

    SecurityChain(sqlite::Connection& connection, const QUuid& station, Sealer sealer, Standing& standing, qint64 most = mostRows);

    /// Whether the next row is the first that is known: nothing was ever written, or the sealed end is gone.
    base::Result<bool> begins() const;
    base::Outcome append(QByteArrayView plain);
    enum class Order { NewestFirst, OldestFirst };
    /// Until `visit` returns false. Rows that do not open are left out.
    base::Outcome walk(Order order, const std::function<bool(qint64 seq, const QByteArray& plain)>& visit) const;
    /// Drops rows up to and with `seq`, as their time is over.
    base::Outcome dropUpTo(qint64 seq);
    /// Whether the last row is the last that was written: rows that were set back are not.
    base::Result<bool> endFits() const;
    /// Where rows are missing, changed or not theirs: "security row 17". Empty: the log is whole.
    base::Result<QStringList> faults() const;

    /// What can be seen of that without a key: rows between others that are missing or changed.
    static base::Result<QStringList> faultsWithoutKey(sqlite::Connection& connection);

private:
    struct End {
        qint64 first = 1;    ///< the oldest row that is kept
        qint64 last = 0;     ///< the newest
        QByteArray before;   ///< hash of the row before the oldest
        QByteArray hash;     ///< of the newest
        bool isSound = true; ///< false: the sealed end is missing although there are rows
    };
    base::Result<End> end() const;
    base::Outcome write(const End& end);
    base::Outcome dropOldest(End& end, qint64 upTo);
    SealPlace rowPlace(qint64 seq) const { return {m_station, seq, "security"}; }

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
    Standing& m_standing;
    qint64 m_most;
};

}
