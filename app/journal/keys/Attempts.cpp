#include "app/journal/keys/Attempts.h"

#include "app/base/Clock.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

namespace {

constexpr qint64 second = 1000;

QMap<QString, QString> details(qint64 failures, qint64 waitMilliseconds) {
    return {{QStringLiteral("triesLeft"), QString::number(qMax<qint64>(0, Attempts::limit - failures))},
        {QStringLiteral("lockMinutes"), QString::number(Attempts::lockSeconds / 60)},
        {QStringLiteral("waitSeconds"), QString::number((waitMilliseconds + second - 1) / second)}};
}

qint64 waitAfter(qint64 failures) {
    return second * (failures >= Attempts::limit ? Attempts::lockSeconds : qint64(1) << (failures - 1));
}

}

Attempts::Attempts(sqlite::Connection& connection, const base::Clock& clock) : m_connection(connection), m_clock(clock), m_log(connection) {}

base::Result<qint64> Attempts::now() {
    const qint64 ticks = m_clock.monotonic();
    if (!m_latest) {
        const auto seen = m_connection.scalar("SELECT max(seen) FROM attempt");
        if (!seen)
            return base::fail(seen.error());
        m_latest = Moment{*seen, ticks};
    }
    const qint64 passed = m_latest->milliseconds + (ticks - m_latest->ticks);
    m_latest = Moment{qMax(m_clock.now().toMSecsSinceEpoch(), passed), ticks};
    return m_latest->milliseconds;
}

base::Result<Attempts::Count> Attempts::countOf(const QByteArray& id) const {
    auto statement = m_connection.prepare("SELECT failures, until FROM attempt WHERE id = ?1");
    const auto row = statement.bind(id).next();
    if (!row)
        return base::fail(row.error());
    return *row ? Count{statement.integer(0), statement.integer(1)} : Count{};
}

base::Outcome Attempts::begin(const QByteArray& id) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto moment = now();
    if (!moment)
        return base::fail(moment.error());
    auto count = countOf(id);
    if (!count)
        return base::fail(count.error());
    if (count->until > *moment)
        return base::fail(QStringLiteral("unlock.wait"), details(count->failures, count->until - *moment));
    const qint64 failures = AttemptLog::next(count->failures);
    const AttemptLog::Count after{failures, *moment + waitAfter(failures), *moment};
    const auto counted = m_connection
                             .prepare("INSERT INTO attempt VALUES(?1, ?2, ?3, ?4) ON CONFLICT(id) DO UPDATE SET failures = excluded.failures, "
                                      "until = excluded.until, seen = excluded.seen")
                             .bind(id, after.failures, after.until, after.seen)
                             .run();
    return counted.and_then([&](base::Done) { return m_log.add(id, after); })
        .and_then([&](base::Done) { return forgetOldest(); })
        .and_then([&](base::Done) { return transaction->commit(); });
}

base::Outcome Attempts::succeeded(const QByteArray& id) {
    return m_connection.prepare("UPDATE attempt SET failures = 0, until = 0 WHERE id = ?1").bind(id).run();
}

base::Result<base::Error> Attempts::wrongPassword(const QByteArray& id) {
    const auto count = countOf(id);
    const auto moment = now();
    if (!count)
        return base::fail(count.error());
    if (!moment)
        return base::fail(moment.error());
    return base::Error{QStringLiteral("unlock.wrong-password"), details(count->failures, qMax<qint64>(0, count->until - *moment))};
}

/// Names that nobody has may be typed without end; their counts may not fill the disk.
base::Outcome Attempts::forgetOldest() {
    return m_connection
        .prepare("DELETE FROM attempt WHERE id NOT IN (SELECT id FROM slot) AND id NOT IN (SELECT id FROM attempt ORDER BY seen DESC LIMIT 500)")
        .run();
}

}
