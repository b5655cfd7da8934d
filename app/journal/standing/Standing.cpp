#include "app/journal/standing/Standing.h"

#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::journal {

namespace {

constexpr char rowName[] = "desk";
constexpr char rowQuery[] = "SELECT sealed FROM standing WHERE name = ?1";
constexpr char headName[] = "head";
constexpr char markName[] = "mark";
constexpr char doubtName[] = "doubts";
constexpr char counterName[] = "counter";

SealPlace placeOf(const QUuid& station, const QByteArray& row) {
    return {station, 0, "standing:" + row};
}

QByteArray bytesOf(const Standing::Parts& parts) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const auto& [name, value] : parts)
        stream << name << value;
    return bytes;
}

Standing::Parts partsIn(const QByteArray& bytes) {
    Standing::Parts parts;
    QDataStream stream(bytes);
    while (!stream.atEnd() && stream.status() == QDataStream::Ok) {
        QByteArray name;
        QByteArray value;
        stream >> name >> value;
        parts[name] = value;
    }
    return parts;
}

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

base::Result<const Standing::Parts*> Standing::known() const {
    auto statement = m_connection.prepare(rowQuery);
    const auto row = statement.bind(QString::fromLatin1(rowName)).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return nullptr;
    QByteArray sealed = statement.bytes(0);
    const int epoch = m_sealer.epoch();
    // Each sealing has a nonce of its own: the same bytes are the same row.
    if (m_known && sealed == m_known->sealed && epoch == m_known->epoch)
        return &m_known->parts;
    const auto plain = m_sealer.openNewest(sealed, placeOf(m_station, rowName));
    if (!plain)
        return nullptr;
    m_known = Known{std::move(sealed), epoch, partsIn(*plain)};
    return &m_known->parts;
}

base::Result<std::optional<Standing::Parts>> Standing::parts() const {
    return known().map([](const Parts* parts) { return parts ? std::optional(*parts) : std::nullopt; });
}

base::Result<std::optional<QByteArray>> Standing::part(const char* name) const {
    return known().map([&](const Parts* parts) -> std::optional<QByteArray> {
        const auto found = parts ? parts->find(name) : Parts::const_iterator();
        return parts && found != parts->end() ? std::optional(found->second) : std::nullopt;
    });
}

base::Outcome Standing::begin(const Parts& parts) {
    const int epoch = m_sealer.epoch();
    auto sealed = m_sealer.seal(bytesOf(parts), placeOf(m_station, rowName));
    if (!sealed)
        return base::fail(sealed.error());
    return m_connection.prepare("INSERT OR REPLACE INTO standing VALUES(?1, ?2)")
        .bind(QString::fromLatin1(rowName), *sealed)
        .run()
        .map([&](base::Done) {
            m_known = Known{std::move(*sealed), epoch, parts};
            return base::Done();
        });
}

/// Another connection may change another part.
base::Outcome Standing::change(const std::function<void(Parts& parts)>& change) {
    if (m_connection.isInTransaction())
        return changeRow(change);
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    return changeRow(change).and_then([&](base::Done) { return transaction->commit(); });
}

base::Outcome Standing::changeRow(const std::function<void(Parts& parts)>& change) {
    const auto before = known();
    if (!before)
        return base::fail(before.error());
    // What does not open is told at the next unlock; it is not written over before.
    if (!*before) {
        const auto row = m_connection.prepare(rowQuery).bind(QString::fromLatin1(rowName)).next();
        if (!row || *row)
            return base::fail(row ? base::Error{QStringLiteral("seal.broken")} : row.error());
    }
    Parts parts = *before ? **before : Parts();
    change(parts);
    return *before && parts == **before ? base::done() : begin(parts);
}

base::Outcome Standing::put(const char* name, QByteArrayView value) {
    return change([&](Parts& parts) { parts[name] = value.toByteArray(); });
}

base::Outcome Standing::drop(const char* name) {
    return change([&](Parts& parts) { parts.erase(name); });
}

base::Result<bool> Standing::takeOver() {
    Parts parts;
    bool isThere = false;
    auto statement = m_connection.prepare("SELECT name, sealed FROM standing WHERE name <> ?1");
    const auto read = statement.bind(QString::fromLatin1(rowName)).each([&] {
        const QByteArray name = statement.text(0).toLatin1();
        // The end of the security log was a fact among others, which no epoch sealed anew, and takes over nothing alone.
        const bool isEnd = name == securityPart;
        const auto plain =
            isEnd ? m_sealer.open(statement.bytes(1), {m_station, 0, name}) : m_sealer.openNewest(statement.bytes(1), placeOf(m_station, name));
        if (plain)
            parts[name] = *plain;
        isThere = isThere || (plain && !isEnd);
    });
    if (!read || !isThere)
        return read ? base::Result<bool>(false) : base::fail(read.error());
    return m_connection.execute("DELETE FROM standing").and_then([&](base::Done) { return begin(parts); }).map([](base::Done) { return true; });
}

base::Outcome Standing::writeHead(const OwnLog::Head& head) {
    return put(headName, QByteArray::number(head.seq) + '\n' + head.hash);
}

base::Result<std::optional<OwnLog::Head>> Standing::head() const {
    return part(headName).map([](const std::optional<QByteArray>& value) -> std::optional<OwnLog::Head> {
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
        .and_then([&](base::Done) { return put(markName, QByteArray::number(mark.seq) + '\n' + mark.head + '\n' + mark.signature); });
}

base::Result<std::optional<Standing::Mark>> Standing::mark() const {
    return part(markName).map([](const std::optional<QByteArray>& value) -> std::optional<Mark> {
        if (!value)
            return std::nullopt;
        const QList<QByteArray> parts = value->split('\n');
        return Mark{parts.value(0).toLongLong(), parts.value(1), parts.value(2)};
    });
}

base::Outcome Standing::writeCounter(quint64 value) {
    return put(counterName, QByteArray::number(value));
}

base::Result<std::optional<quint64>> Standing::counter() const {
    return part(counterName).map([](const std::optional<QByteArray>& value) {
        return value ? std::optional<quint64>(value->toULongLong()) : std::nullopt;
    });
}

base::Result<std::vector<Standing::Doubt>> Standing::doubts() const {
    return part(doubtName).map([](const std::optional<QByteArray>& value) {
        std::vector<Doubt> doubts;
        for (const QJsonValue& each : QJsonDocument::fromJson(value.value_or(QByteArray())).array())
            doubts.push_back(doubtIn(each.toObject()));
        return doubts;
    });
}

base::Outcome Standing::writeDoubts(const std::vector<Doubt>& doubts) {
    if (doubts.empty())
        return drop(doubtName);
    QJsonArray json;
    for (const Doubt& each : doubts)
        json.append(toJson(each));
    return put(doubtName, QJsonDocument(json).toJson(QJsonDocument::Compact));
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
