#include "app/journal/keys/AttemptLog.h"

#include "app/journal/keys/Random.h"
#include "app/journal/log/Schema.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::journal {

namespace {

constexpr int keySize = 32;

QString keyFact() {
    return QStringLiteral("attempt-key");
}

QByteArray after(const QByteArray& key, const QByteArray& id, const AttemptLog::Count& count) {
    QByteArray text = key + id;
    for (const qint64 number : {count.failures, count.until, count.seen})
        text.append('\n').append(QByteArray::number(number));
    return protocol::Digest::of(text);
}

}

qint64 AttemptLog::next(qint64 failures) {
    return failures >= limit ? 1 : failures + 1;
}

base::Result<bool> AttemptLog::holds(const QByteArray& id) const {
    auto statement = m_connection.prepare("SELECT 1 FROM slot WHERE id = ?1");
    return statement.bind(id).next();
}

base::Result<AttemptLog::Counts> AttemptLog::counts() const {
    Counts counts;
    auto statement = m_connection.prepare("SELECT id, failures, until, seen FROM attempt WHERE id IN (SELECT id FROM slot)");
    return statement.each([&] {
                        counts[statement.bytes(0)] = {statement.integer(1), statement.integer(2), statement.integer(3)};
                    })
        .map([&](base::Done) { return std::move(counts); });
}

base::Outcome AttemptLog::add(const QByteArray& id, const Count& count) {
    const auto known = holds(id);
    if (!known || !*known)
        return known ? base::done() : base::fail(known.error());
    const auto key = fact(m_connection, keyFact());
    // Before the first unlock by a program that keeps it.
    if (!key || key->isEmpty())
        return key ? base::done() : base::fail(key.error());
    return m_connection.prepare("INSERT INTO tried(id, failures, until, seen) VALUES(?1, ?2, ?3, ?4)")
        .bind(id, count.failures, count.until, count.seen)
        .run()
        .and_then([&](base::Done) { return setFact(m_connection, keyFact(), after(*key, id, count)); });
}

base::Result<AttemptLog::State> AttemptLog::check(const Standing& standing) const {
    const auto plain = standing.part(Standing::attemptsPart);
    if (!plain)
        return base::fail(plain.error());
    const auto end = fact(m_connection, keyFact());
    const auto now = counts();
    if (!end || !now)
        return base::fail(end ? now.error() : end.error());
    if (!*plain)
        return State::Missing;
    const QJsonObject began = QJsonDocument::fromJson(**plain).object();
    QByteArray key = QByteArray::fromHex(began.value(QLatin1String("key")).toString().toLatin1());
    Counts expected;
    for (const QJsonValue& each : began.value(QLatin1String("counts")).toArray()) {
        const QJsonArray row = each.toArray();
        expected[QByteArray::fromHex(row[0].toString().toLatin1())] = {row[1].toInteger(), row[2].toInteger(), row[3].toInteger()};
    }
    bool whole = true;
    auto tried = m_connection.prepare("SELECT id, failures, until, seen FROM tried ORDER BY n");
    const auto read = tried.each([&] {
        const Count count{tried.integer(1), tried.integer(2), tried.integer(3)};
        Count& before = expected[tried.bytes(0)];
        key = after(key, tried.bytes(0), count);
        // An attempt counts on from where the one before it left off.
        whole = whole && count.failures == next(before.failures);
        before = count;
    });
    if (!read)
        return base::fail(read.error());
    whole = whole && key == *end;
    for (const auto& [id, count] : expected) {
        const auto known = holds(id);
        if (!known)
            return base::fail(known.error());
        const auto row = now->find(id);
        whole = whole && (!*known || (row != now->end() && row->second == count));
    }
    for (const auto& [id, count] : *now)
        whole = whole && expected.contains(id);
    return whole ? State::Whole : State::Changed;
}

base::Result<failedtries::BySlot> AttemptLog::tries() const {
    return triesBut({});
}

base::Result<failedtries::BySlot> AttemptLog::triesBut(const QByteArray& opened) const {
    failedtries::BySlot tries;
    bool isRight = !opened.isEmpty();
    auto tried = m_connection.prepare("SELECT id, seen FROM tried ORDER BY n DESC");
    return tried
        .each([&] {
            const QByteArray id = tried.bytes(0);
            if (isRight && id == opened) {
                isRight = false;
                return;
            }
            failedtries::Tries& each = tries[id];
            each.last = each.count++ == 0 ? tried.integer(1) : each.last;
        })
        .map([&](base::Done) { return std::move(tries); });
}

base::Outcome AttemptLog::begin(Standing& standing, const QByteArray& opened) {
    const auto now = counts();
    const auto failed = now ? triesBut(opened) : base::fail(now.error());
    if (!failed)
        return base::fail(failed.error());
    const QByteArray key = randomBytes(keySize);
    QJsonArray rows;
    for (const auto& [id, count] : *now)
        rows.append(QJsonArray{QString::fromLatin1(id.toHex()), count.failures, count.until, count.seen});
    const QJsonObject began{{QStringLiteral("key"), QString::fromLatin1(key.toHex())}, {QStringLiteral("counts"), rows}};
    return m_connection.execute("DELETE FROM tried")
        .and_then([&](base::Done) { return setFact(m_connection, keyFact(), key); })
        .and_then([&](base::Done) { return failed->empty() ? base::done() : failedtries::add(standing, *failed); })
        .and_then([&](base::Done) { return standing.put(Standing::attemptsPart, QJsonDocument(began).toJson(QJsonDocument::Compact)); });
}

}
