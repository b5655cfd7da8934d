#include "app/journal/standing/Standing.h"

#include "app/journal/keys/KeyRing.h"
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
constexpr char numberName[] = "sealings";

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

std::vector<Standing::Doubt> doubtsIn(const QByteArray& value) {
    std::vector<Standing::Doubt> doubts;
    for (const QJsonValue& each : QJsonDocument::fromJson(value).array())
        doubts.push_back(doubtIn(each.toObject()));
    return doubts;
}

QByteArray bytesOf(const std::vector<Standing::Doubt>& doubts) {
    QJsonArray json;
    for (const Standing::Doubt& each : doubts)
        json.append(toJson(each));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void addTo(std::vector<Standing::Doubt>& doubts, const Standing::Doubt& doubt) {
    std::erase_if(doubts, [&](const Standing::Doubt& each) { return each.why.code == doubt.why.code; });
    doubts.push_back(doubt);
}

Standing::Doubt setBackDoubt() {
    return {{QString::fromLatin1(Standing::setBackCode)}};
}

qint64 numberIn(const Standing::Parts& parts) {
    const auto found = parts.find(numberName);
    return found == parts.end() ? 0 : found->second.toLongLong();
}

}

Standing::Standing(sqlite::Connection& connection, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)),
      m_rows(std::make_unique<RowsSeen>(connection, m_sealer.ring() ? m_sealer.ring()->committed() : std::make_shared<CommittedRow>())) {}

base::Result<const Standing::Parts*> Standing::known() const {
    auto statement = m_connection.prepare(rowQuery);
    const auto row = statement.bind(QString::fromLatin1(rowName)).next();
    if (!row)
        return base::fail(row.error());
    if (!*row && m_connection.isWriting() && m_rows->committed().isThere()) {
        m_known = Known{{}, m_sealer.epoch(), {}};
        return judged(true);
    }
    if (!*row)
        return nullptr;
    QByteArray sealed = statement.bytes(0);
    const int epoch = m_sealer.epoch();
    // Each sealing has a nonce of its own: the same bytes are the same row.
    if (m_known && sealed == m_known->sealed && epoch == m_known->epoch)
        return judged(false);
    const auto plain = m_sealer.openNewest(sealed, placeOf(m_station, rowName));
    if (!plain)
        return nullptr;
    m_known = Known{std::move(sealed), epoch, partsIn(*plain)};
    return judged(false);
}

/// Whoever does not write may read a moment of before, which is no doubt.
const Standing::Parts* Standing::judged(bool isGone) const {
    const CommittedRow::Row row{numberIn(m_known->parts), m_known->sealed};
    if (isGone || (m_connection.isWriting() && m_rows->committed().isNewerThan(row))) {
        std::vector<Doubt> doubts = doubtsIn(m_known->parts[doubtName]);
        addTo(doubts, setBackDoubt());
        m_known->parts[doubtName] = bytesOf(doubts);
        m_known->isSetBack = true;
    } else {
        m_rows->see(row);
    }
    return &m_known->parts;
}

base::Result<bool> Standing::isEndOf(const OwnLog::Head& last) const {
    return head().map([&](const std::optional<OwnLog::Head>& sealed) { return !sealed || (sealed->seq == last.seq && sealed->hash == last.hash); });
}

base::Result<bool> Standing::isSetBack(const OwnLog::Head* last) const {
    return known().and_then([&](const Parts* parts) -> base::Result<bool> {
        if (!parts || m_known->isSetBack)
            return parts != nullptr;
        return last && mayRecord() ? isEndOf(*last).map([](bool isEnd) { return !isEnd; }) : base::Result<bool>(false);
    });
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

base::Outcome Standing::begin(const Parts& given) {
    const int epoch = m_sealer.epoch();
    Parts parts = given;
    const qint64 number = std::max(numberIn(given), m_rows->committed().number()) + 1;
    parts[numberName] = QByteArray::number(number);
    auto sealed = m_sealer.seal(bytesOf(parts), placeOf(m_station, rowName));
    if (!sealed)
        return base::fail(sealed.error());
    return m_connection.prepare("INSERT OR REPLACE INTO standing VALUES(?1, ?2)")
        .bind(QString::fromLatin1(rowName), *sealed)
        .run()
        .map([&](base::Done) {
            m_rows->see({number, *sealed});
            m_known = Known{std::move(*sealed), epoch, std::move(parts)};
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
    const bool isSetBack = *before && m_known->isSetBack;
    change(parts);
    if (*before && !isSetBack && parts == **before)
        return base::done();
    return begin(parts).and_then([&](base::Done) { return isSetBack ? setFact(m_connection, QString::fromLatin1(setBackFact), "1") : base::done(); });
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
    return part(doubtName).map([](const std::optional<QByteArray>& value) { return doubtsIn(value.value_or(QByteArray())); });
}

base::Outcome Standing::writeDoubts(const std::vector<Doubt>& doubts) {
    const bool isSetBack = std::any_of(doubts.begin(), doubts.end(), [](const Doubt& each) { return each.why.code == QLatin1String(setBackCode); });
    const auto said = fact(m_connection, QString::fromLatin1(setBackFact));
    if (!said)
        return base::fail(said.error());
    return (doubts.empty() ? drop(doubtName) : put(doubtName, bytesOf(doubts))).and_then([&](base::Done) {
        return isSetBack != said->isEmpty() ? base::done() : setFact(m_connection, QString::fromLatin1(setBackFact), isSetBack ? "1" : "");
    });
}

base::Outcome Standing::doubt(const Doubt& doubt) {
    return doubts().and_then([&](std::vector<Doubt> all) {
        addTo(all, doubt);
        return writeDoubts(all);
    });
}

base::Outcome Standing::confirmed() {
    return doubts().and_then([&](std::vector<Doubt> all) {
        if (all.empty())
            return base::done();
        std::erase_if(
            all, [](const Doubt& each) { return each.blocks && each.why.code != attemptsReset() && each.why.code != QLatin1String(setBackCode); });
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

base::Outcome Standing::mayFollow(const OwnLog::Head& last) const {
    const auto may = mayRecord();
    const auto isEnd = may ? isEndOf(last) : base::fail(may.error());
    if (!isEnd)
        return base::fail(isEnd.error());
    return *isEnd ? base::done() : base::Outcome(base::fail(setBackDoubt().why));
}

}
