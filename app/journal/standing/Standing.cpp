#include "app/journal/standing/Standing.h"

#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::journal {

namespace {

constexpr char headName[] = "head";
constexpr char markName[] = "mark";
constexpr char doubtName[] = "doubts";
constexpr char counterName[] = "counter";

QString attemptsReset() {
    return QStringLiteral("journal.attempts-reset");
}

QJsonObject toJson(const Standing::Doubt& doubt) {
    QJsonObject detail;
    for (auto each = doubt.why.detail.cbegin(); each != doubt.why.detail.cend(); ++each)
        detail.insert(each.key(), each.value());
    return {{QStringLiteral("code"), doubt.why.code}, {QStringLiteral("detail"), detail}, {QStringLiteral("blocks"), doubt.blocks}};
}

Standing::Doubt doubtIn(const QJsonObject& json) {
    Standing::Doubt doubt{{json.value(QLatin1String("code")).toString()}, json.value(QLatin1String("blocks")).toBool(true)};
    const QJsonObject detail = json.value(QLatin1String("detail")).toObject();
    for (auto each = detail.begin(); each != detail.end(); ++each)
        doubt.why.detail.insert(each.key(), each.value().toString());
    return doubt;
}

}

Standing::Standing(sqlite::Connection& connection, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)) {}

base::Outcome Standing::write(const char* name, QByteArrayView value) {
    const auto sealed = m_sealer.seal(value, {m_station, 0, QByteArray("standing:") + name});
    if (!sealed)
        return base::fail(sealed.error());
    return m_connection.prepare("INSERT OR REPLACE INTO standing VALUES(?1, ?2)").bind(QString::fromLatin1(name), *sealed).run();
}

base::Result<std::optional<QByteArray>> Standing::read(const char* name) const {
    auto statement = m_connection.prepare("SELECT sealed FROM standing WHERE name = ?1");
    return statement.bind(QString::fromLatin1(name)).next().map([&](bool found) -> std::optional<QByteArray> {
        const auto value = found ? m_sealer.open(statement.bytes(0), {m_station, 0, QByteArray("standing:") + name}) : base::Result<QByteArray>();
        return found && value ? std::optional(*value) : std::nullopt;
    });
}

base::Outcome Standing::writeHead(const OwnLog::Head& head) {
    return write(headName, QByteArray::number(head.seq) + '\n' + head.hash);
}

base::Result<std::optional<OwnLog::Head>> Standing::head() const {
    return read(headName).map([](const std::optional<QByteArray>& value) -> std::optional<OwnLog::Head> {
        if (!value)
            return std::nullopt;
        const qsizetype end = value->indexOf('\n');
        return OwnLog::Head{value->left(end).toLongLong(), value->mid(end + 1)};
    });
}

base::Result<Standing::Mark> Standing::statedMark(sqlite::Connection& connection) {
    const auto seq = factNumber(connection, QStringLiteral("acknowledged"));
    const auto head = seq ? fact(connection, QStringLiteral("acknowledged-head")) : base::fail(seq.error());
    const auto signature = head ? fact(connection, QStringLiteral("acknowledged-signature")) : base::fail(head.error());
    return signature ? base::Result<Mark>(Mark{*seq, *head, *signature}) : base::fail(signature.error());
}

base::Outcome Standing::writeMark(const Mark& mark) {
    return setFact(m_connection, QStringLiteral("acknowledged"), QByteArray::number(mark.seq))
        .and_then([&](base::Done) { return setFact(m_connection, QStringLiteral("acknowledged-head"), mark.head); })
        .and_then([&](base::Done) { return setFact(m_connection, QStringLiteral("acknowledged-signature"), mark.signature); })
        .and_then([&](base::Done) { return write(markName, QByteArray::number(mark.seq) + '\n' + mark.head + '\n' + mark.signature); });
}

base::Result<std::optional<Standing::Mark>> Standing::mark() const {
    return read(markName).map([](const std::optional<QByteArray>& value) -> std::optional<Mark> {
        if (!value)
            return std::nullopt;
        const QList<QByteArray> parts = value->split('\n');
        return Mark{parts.value(0).toLongLong(), parts.value(1), parts.value(2)};
    });
}

base::Outcome Standing::writeCounter(quint64 value) {
    return write(counterName, QByteArray::number(value));
}

base::Result<std::optional<quint64>> Standing::counter() const {
    return read(counterName).map([](const std::optional<QByteArray>& value) {
        return value ? std::optional<quint64>(value->toULongLong()) : std::nullopt;
    });
}

base::Result<std::vector<Standing::Doubt>> Standing::doubts() const {
    return read(doubtName).map([](const std::optional<QByteArray>& value) {
        std::vector<Doubt> doubts;
        for (const QJsonValue& each : QJsonDocument::fromJson(value.value_or(QByteArray())).array())
            doubts.push_back(doubtIn(each.toObject()));
        return doubts;
    });
}

base::Outcome Standing::writeDoubts(const std::vector<Doubt>& doubts) {
    if (doubts.empty())
        return m_connection.prepare("DELETE FROM standing WHERE name = ?1").bind(QString::fromLatin1(doubtName)).run();
    QJsonArray json;
    for (const Doubt& each : doubts)
        json.append(toJson(each));
    return write(doubtName, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

base::Outcome Standing::doubt(const Doubt& doubt) {
    return doubts().and_then([&](std::vector<Doubt> all) {
        std::erase_if(all, [&](const Doubt& each) { return each.why.code == doubt.why.code; });
        all.push_back(doubt);
        return writeDoubts(all);
    });
}

base::Outcome Standing::confirmed() {
    return doubts().and_then([&](std::vector<Doubt> all) {
        if (all.empty())
            return base::done();
        std::erase_if(all, [](const Doubt& each) { return each.blocks && each.why.code != attemptsReset(); });
        for (Doubt& each : all)
            each.blocks = false;
        return writeDoubts(all);
    });
}

base::Outcome Standing::sealAnew() {
    for (const char* name : {headName, markName, counterName, doubtName}) {
        const auto value = read(name);
        const auto done = !value ? base::Outcome(base::fail(value.error())) : *value ? write(name, **value) : base::done();
        if (!done)
            return done;
    }
    return base::done();
}

base::Outcome Standing::settle(const QString& code) {
    return doubts().and_then([&](std::vector<Doubt> all) {
        return std::erase_if(all, [&](const Doubt& each) { return each.why.code == code; }) > 0 ? writeDoubts(all) : base::done();
    });
}

base::Outcome Standing::mayRecord() const {
    const auto all = doubts();
    if (!all)
        return base::fail(all.error());
    const auto first = std::find_if(all->begin(), all->end(), [](const Doubt& each) { return each.blocks; });
    return first == all->end() ? base::done() : base::Outcome(base::fail(first->why));
}

}
