#include "sync/http/Answers.h"

#include "app/base/Logging.h"
#include "sync/http/TornPage.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/RefusalDetail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace motcua::http::answers {

namespace {

base::Result<QJsonObject> object(const QByteArray& body) {
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return base::fail(bad("json"));
    return document.object();
}

bool isHash(const QString& text) {
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(text).hasMatch();
}

bool isCode(const QString& text) {
    static const QRegularExpression form(QStringLiteral(R"(\A[a-z]+(\.[a-z-]+)+\z)"));
    return text.size() <= 64 && form.match(text).hasMatch();
}

bool isPlatformUrl(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty();
}

/// A whole number from 0 up to what a double holds exactly.
bool isCount(const QJsonValue& value) {
    return value.isDouble() && value.toInteger(-1) >= 0 && static_cast<double>(value.toInteger(-1)) == value.toDouble() &&
           value.toInteger() < (qint64(1) << 53);
}

base::Result<protocol::Mark> markOf(const QJsonValue& value) {
    const QJsonObject json = value.toObject();
    if (!isCount(json.value(QLatin1String("seq"))) || !isHash(json.value(QLatin1String("head")).toString()) ||
        json.value(QLatin1String("signature")).toString().isEmpty())
        return base::fail(bad("mark"));
    return base::fromJson<protocol::Mark>(json);
}

base::Result<protocol::Refusal> refusalOf(const QJsonValue& value) {
    auto refusal = base::fromJson<protocol::Refusal>(value.toObject());
    refusal.detail = protocol::refusalDetail(protocol::refusalDetail(refusal.detail));
    if (refusal.seq <= 0 || !isCode(refusal.code))
        return base::fail(bad("refusal"));
    for (const QString& hash : refusal.missingBlobs)
        if (!isHash(hash))
            return base::fail(bad("refusal-blobs"));
    return refusal;
}

/// Where the chain stands still. Everything before it is held: a refusal elsewhere contradicts the signed mark, unless the chains differ.
base::Result<protocol::Refusal> stopOf(const QJsonValue& value, qint64 mark) {
    auto refusal = refusalOf(value);
    if (!refusal)
        return refusal;
    const bool chainsDiffer = refusal->code == QLatin1String("record.fork") || refusal->code == QLatin1String("record.gap");
    return refusal->seq == mark + 1 || chainsDiffer ? refusal : base::fail(bad("refusal-place"));
}

/// Those that are held and do not stand.
base::Result<std::vector<protocol::Refusal>> refusedOf(const QJsonValue& value, qint64 mark) {
    std::vector<protocol::Refusal> refused;
    const QJsonArray all = value.toArray();
    if (all.size() > protocol::limit::recordsPerBatch)
        return base::fail(bad("refused"));
    for (const QJsonValue& each : all) {
        auto refusal = refusalOf(each);
        if (!refusal || refusal->seq > mark)
            return base::fail(refusal ? bad("refused-place") : refusal.error());
        refused.push_back(*std::move(refusal));
    }
    return refused;
}

/// A platform of the first record version says nothing.
base::Result<protocol::ReadVersions> readsOf(const QJsonValue& value) {
    if (value.isUndefined())
        return protocol::ReadVersions();
    constexpr int most = 1000;
    constexpr int longestName = 200;
    const QJsonObject json = value.toObject();
    for (const char* name : {"platform", "oldestDesk"})
        if (const QJsonValue version = json.value(QLatin1String(name)); !isCount(version) || version.toInt() < 1 || version.toInt() > most)
            return base::fail(bad("feed-reads"));
    if (json.value(QLatin1String("oldestDeskName")).toString().size() > longestName)
        return base::fail(bad("feed-reads"));
    return base::fromJson<protocol::ReadVersions>(json);
}

bool isSoundRecord(const QJsonObject& json) {
    const auto record = protocol::recordFromJson(json);
    return record && protocol::payloadDigestOf(record->salt, record->payload) == record->header.payloadDigest;
}

}

base::Error bad(const char* where) {
    return {QStringLiteral("sync.bad-answer"), {{QStringLiteral("where"), QString::fromLatin1(where)}}, nullptr, true};
}

base::Result<protocol::Mark> mark(const QByteArray& body) {
    const auto json = object(body);
    if (!json)
        return base::fail(json.error());
    return markOf(*json);
}

base::Result<protocol::PushAnswer> push(const QByteArray& body) {
    const auto json = object(body);
    if (!json)
        return base::fail(json.error());
    auto mark = markOf(json->value(QLatin1String("mark")));
    if (!mark)
        return base::fail(mark.error());
    auto refused = refusedOf(json->value(QLatin1String("refused")), mark->seq);
    if (!refused)
        return base::fail(refused.error());
    protocol::PushAnswer answer{*std::move(mark), std::nullopt, *std::move(refused)};
    const QJsonValue refusal = json->value(QLatin1String("refusal"));
    if (refusal.isUndefined() || refusal.isNull())
        return answer;
    auto why = stopOf(refusal, answer.mark.seq);
    if (!why)
        return base::fail(why.error());
    answer.refusal = *std::move(why);
    return answer;
}

base::Result<protocol::FeedPage> feed(const QByteArray& body, qint64 after) {
    const auto whole = object(body);
    const auto json = whole ? std::optional(*whole) : tornPage(body);
    if (!json)
        return base::fail(whole.error());
    const QJsonValue items = json->value(QLatin1String("items"));
    const QJsonValue more = json->value(QLatin1String("more"));
    if (!items.isArray() || !more.isBool() || items.toArray().size() > protocol::limit::feedItems)
        return base::fail(bad("feed"));
    const auto reads = readsOf(json->value(QLatin1String("reads")));
    if (!reads)
        return base::fail(reads.error());
    protocol::FeedPage page;
    page.more = more.toBool();
    page.reads = *reads;
    qint64 last = after;
    const QJsonArray array = items.toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject item = value.toObject();
        const QJsonValue content = item.value(QLatin1String("body"));
        if (!isCount(item.value(QLatin1String("cursor"))) || content.isUndefined())
            return base::fail(bad("feed-item"));
        // What the platform publishes may be damaged there; the rest of the feed must not wait for that.
        if (!content.isObject())
            qCWarning(base::lcSync) << "item" << item.value(QLatin1String("cursor")).toInteger() << "of the feed is damaged and passed over";
        page.items.push_back(base::fromJson<protocol::FeedItem>(item));
        const protocol::FeedItem& taken = page.items.back();
        if (taken.cursor <= last || taken.kind.isEmpty() || taken.kind.size() > 64)
            return base::fail(bad("feed-order"));
        if (taken.kind == QLatin1String("record") && !isSoundRecord(taken.body))
            return base::fail(bad("feed-record"));
        last = taken.cursor;
    }
    return page;
}

base::Result<protocol::EnrolmentOutlook> outlook(const QByteArray& body) {
    const auto json = object(body);
    if (!json)
        return base::fail(json.error());
    const auto outlook = base::fromJson<protocol::EnrolmentOutlook>(*json);
    if (!isPlatformUrl(outlook.url))
        return base::fail(bad("outlook-url"));
    return outlook;
}

base::Result<protocol::EnrolmentAnswer> enrolment(const QByteArray& body) {
    const auto json = object(body);
    if (!json)
        return base::fail(json.error());
    const auto answer = base::fromJson<protocol::EnrolmentAnswer>(*json);
    if (QUuid::fromString(answer.station).isNull() || answer.unit.isEmpty() || answer.recoveryKey.isEmpty())
        return base::fail(bad("enrolment"));
    constexpr int longestStationName = 200;
    if (answer.stationName.size() > longestStationName)
        return base::fail(bad("enrolment-name"));
    if (!isPlatformUrl(answer.url))
        return base::fail(bad("enrolment-url"));
    return answer;
}

}
