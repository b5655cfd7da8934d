#include "sync/http/Answers.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

#include "sync/protocol/RecordCodec.h"

using namespace motcua;
using namespace motcua::http;

/// What a platform, or someone in its place, may answer: the good is read, all else is "sync.bad-answer".
class tst_Answers : public QObject {
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void pushes_data();
    void pushes();
    void refused_data();
    void refused();
    void refusalsTellWhatMayBeTold_data();
    void refusalsTellWhatMayBeTold();
    void feeds_data();
    void feeds();
    void damagedItemsArePassedOver_data();
    void damagedItemsArePassedOver();
    void feedRecordsAreChecked();
    void enrolments_data();
    void enrolments();
};

namespace {

const QByteArray head(64, 'a');
const QByteArray goodMark = R"({"seq":7,"head":")" + head + R"(","signature":"c2ln"})";

template <class T>
QByteArray outcome(const base::Result<T>& result) {
    return result ? QByteArray("good") : result.error().code.toLatin1() + ' ' + result.error().detail.value("where").toLatin1();
}

}

void tst_Answers::marks_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& body, const char* expected) { QTest::newRow(name) << body << QByteArray(expected); };
    row("good", goodMark, "good");
    row("none yet", R"({"seq":0,"head":")" + QByteArray(64, '0') + R"(","signature":"c2ln"})", "good");
    row("empty", "", "sync.bad-answer json");
    row("noise", "\x01\x02\xff", "sync.bad-answer json");
    row("html", "<html>Welcome to the hotel</html>", "sync.bad-answer json");
    row("half", goodMark.left(40), "sync.bad-answer json");
    row("a list", "[]", "sync.bad-answer json");
    row("an empty object", "{}", "sync.bad-answer mark");
    row("negative", QByteArray(goodMark).replace("7", "-7"), "sync.bad-answer mark");
    row("a fraction", QByteArray(goodMark).replace("7", "7.5"), "sync.bad-answer mark");
    row("beyond exact numbers", QByteArray(goodMark).replace("7", "1e300"), "sync.bad-answer mark");
    row("text for a number", QByteArray(goodMark).replace("7", "\"7\""), "sync.bad-answer mark");
    row("short head", QByteArray(goodMark).replace(head, "aa"), "sync.bad-answer mark");
    row("upper-case head", QByteArray(goodMark).replace(head, QByteArray(64, 'A')), "sync.bad-answer mark");
    row("no signature", QByteArray(goodMark).replace("c2ln", ""), "sync.bad-answer mark");
}

void tst_Answers::marks() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome(answers::mark(body)), expected);
}

void tst_Answers::pushes_data() {
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& refusal, const char* expected) {
        QTest::newRow(name) << refusal << QByteArray(expected);
    };
    row("without", "", "good");
    row("null", "null", "good");
    row("the next record", R"({"seq":8,"code":"event.not-holder"})", "good");
    row("with blobs", R"({"seq":8,"code":"record.blob-missing","missingBlobs":[")" + head + "\"]}", "good");
    row("a fork lies anywhere", R"({"seq":3,"code":"record.fork"})", "good");
    row("a gap lies anywhere", R"({"seq":99,"code":"record.gap"})", "good");
    row("an accepted record", R"({"seq":7,"code":"event.not-holder"})", "sync.bad-answer refusal-place");
    row("a record never sent", R"({"seq":10,"code":"event.not-holder"})", "sync.bad-answer refusal-place");
    row("no code", R"({"seq":8})", "sync.bad-answer refusal");
    row("prose for a code", R"({"seq":8,"code":"Because I say so"})", "sync.bad-answer refusal");
    row("an endless code", R"({"seq":8,"code":"a.)" + QByteArray(500, 'b') + "\"}", "sync.bad-answer refusal");
    row("no number", R"({"code":"event.not-holder"})", "sync.bad-answer refusal");
    row("a blob that is no hash", R"({"seq":8,"code":"record.blob-missing","missingBlobs":["../../etc"]})", "sync.bad-answer refusal-blobs");
    row("not an object", "[1]", "sync.bad-answer refusal");
}

void tst_Answers::refused_data() {
    QTest::addColumn<QByteArray>("refused");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& refused, const char* expected) {
        QTest::newRow(name) << refused << QByteArray(expected);
    };
    row("none", "[]", "good");
    row("one of them the last", R"([{"seq":3,"code":"event.wrong-state"},{"seq":7,"code":"event.version-conflict"}])", "good");
    row("past the mark", R"([{"seq":8,"code":"event.wrong-state"}])", "sync.bad-answer refused-place");
    row("no code", R"([{"seq":7}])", "sync.bad-answer refusal");
    row("no object", "[7]", "sync.bad-answer refusal");
    row("more than a batch holds", "[" + QByteArray(R"({"seq":7,"code":"event.wrong-state"},)").repeated(2000) + R"({"seq":7,"code":"a.b"}])",
        "sync.bad-answer refused");
}

void tst_Answers::refused() {
    QFETCH(QByteArray, refused);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome(answers::push("{\"mark\":" + goodMark + ",\"refused\":" + refused + "}")), expected);
}

void tst_Answers::pushes() {
    QFETCH(QByteArray, refusal);
    QFETCH(QByteArray, expected);
    const QByteArray body = "{\"mark\":" + goodMark + (refusal.isEmpty() ? QByteArray() : ",\"refusal\":" + refusal) + "}";
    const auto answer = answers::push(body);
    QCOMPARE(outcome(answer), expected);
    if (answer)
        QCOMPARE(answer->refusal.has_value(), refusal.startsWith('{'));
}

void tst_Answers::refusalsTellWhatMayBeTold_data() {
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char* name, const QByteArray& detail, const QByteArray& kept) { QTest::newRow(name) << detail << kept; };
    const QByteArray field = R"({"field":"applicant.name"})";
    row("a field", field, field);
    row("what nobody asked for", R"({"field":"applicant.name","name":"An"})", field);
    row("words of a person", R"({"field":"Nguyễn Văn An"})", "{}");
    row("an endless word", R"({"field":")" + QByteArray(101, 'a') + "\"}", "{}");
    row("not texts", R"({"field":{"a":1},"number":7})", "{}");
    row("not an object", "[1]", "{}");
}

void tst_Answers::refusalsTellWhatMayBeTold() {
    QFETCH(QByteArray, detail);
    QFETCH(QByteArray, kept);
    const QByteArray refusal = R"({"seq":8,"code":"event.malformed","detail":)" + detail + "}";
    const auto answer = answers::push("{\"mark\":" + goodMark + ",\"refusal\":" + refusal + "}");
    QVERIFY(answer && answer->refusal);
    QCOMPARE(QJsonDocument(answer->refusal->detail).toJson(QJsonDocument::Compact), kept);
}

void tst_Answers::feeds_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& body, const char* expected) { QTest::newRow(name) << body << QByteArray(expected); };
    row("empty page", R"({"items":[],"more":false})", "good");
    row("two items", R"({"items":[{"cursor":6,"kind":"notice","body":{}},{"cursor":9,"kind":"claim","body":{}}],"more":true})", "good");
    row("no items", R"({"more":false})", "sync.bad-answer feed");
    row("items are no list", R"({"items":{},"more":false})", "sync.bad-answer feed");
    row("more is no truth", R"({"items":[],"more":"no"})", "sync.bad-answer feed");
    row("a cursor already had", R"({"items":[{"cursor":5,"kind":"notice","body":{}}],"more":false})", "sync.bad-answer feed-order");
    row("out of order", R"({"items":[{"cursor":9,"kind":"notice","body":{}},{"cursor":6,"kind":"notice","body":{}}],"more":false})",
        "sync.bad-answer feed-order");
    row("twice", R"({"items":[{"cursor":9,"kind":"notice","body":{}},{"cursor":9,"kind":"notice","body":{}}],"more":false})",
        "sync.bad-answer feed-order");
    row("no kind", R"({"items":[{"cursor":9,"body":{}}],"more":false})", "sync.bad-answer feed-order");
    row("no body", R"({"items":[{"cursor":9,"kind":"notice"}],"more":false})", "sync.bad-answer feed-item");
    row("no cursor", R"({"items":[{"kind":"notice","body":{}}],"more":false})", "sync.bad-answer feed-item");
    row("not objects", R"({"items":[1,2],"more":false})", "sync.bad-answer feed-item");
    row("a record that is none", R"({"items":[{"cursor":9,"kind":"record","body":{"header":1}}],"more":false})", "sync.bad-answer feed-record");
    row("a damaged record", R"({"items":[{"cursor":9,"kind":"record","body":null}],"more":false})", "sync.bad-answer feed-record");
    QByteArray many = R"({"cursor":6,"kind":"notice","body":{}})";
    row("too many", "{\"items\":[" + (many + ',').repeated(1000) + many + "],\"more\":false}", "sync.bad-answer feed");
}

void tst_Answers::feeds() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome(answers::feed(body, 5)), expected);
}

void tst_Answers::damagedItemsArePassedOver_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<qint64>>("cursors");
    QTest::addColumn<bool>("more");
    const auto row = [](const char* name, const QByteArray& body, const QList<qint64>& cursors, bool more) {
        QTest::newRow(name) << body << cursors << more;
    };
    const QByteArray before = R"({"items":[{"cursor":6,"kind":"notice","body":{"a":"],\"more\":"}},)";
    const QByteArray after = R"(,{"cursor":9,"kind":"notice","body":{}}],"more":false,"reads":{"platform":2,"oldestDesk":2}})";
    row("no object", before + R"({"cursor":8,"kind":"job","body":[]})" + after, {6, 8, 9}, false);
    row("nothing", before + R"({"cursor":8,"kind":"job","body":null})" + after, {6, 8, 9}, false);
    row("cut off", before + R"({"cursor":8,"kind":"job","body":{"kind":"bo})" + after, {6, 8}, true);
    row("empty", before + R"({"cursor":8,"kind":"job","body":})" + after, {6, 8}, true);
    row("noise", before + R"({"cursor":8,"kind":"job","body":\x01\x02})" + after, {6, 8}, true);
    row("the first", R"({"items":[{"cursor":8,"kind":"job","body":{"kind":"bo}],"more":false})", {8}, true);
    row("a record cut off", before + R"({"cursor":8,"kind":"record","body":{"header":})" + after, {}, false);
    row("a page cut short", before + R"({"cursor":8,"kind":"job","body":{"kind":"bo)", {}, false);
    row("a kind of no name", before + R"({"cursor":8,"kind":"j\u006fb","body":{"kind":"bo})" + after, {}, false);
    row("a cursor already had", R"({"items":[{"cursor":5,"kind":"job","body":{"kind":"bo}],"more":false})", {}, false);
}

void tst_Answers::damagedItemsArePassedOver() {
    QFETCH(QByteArray, body);
    QFETCH(QList<qint64>, cursors);
    QFETCH(bool, more);
    const auto page = answers::feed(body, 5);
    QCOMPARE(page.has_value(), !cursors.isEmpty());
    if (!page)
        return;
    QList<qint64> read;
    for (const protocol::FeedItem& item : page->items) {
        read << item.cursor;
        QCOMPARE(item.body.isEmpty(), item.cursor != 6);
    }
    QCOMPARE(read, cursors);
    QCOMPARE(page->more, more);
}

void tst_Answers::feedRecordsAreChecked() {
    protocol::Record record;
    record.header.station = record.header.actor = QUuid::createUuid();
    record.header.seq = 3;
    record.header.kind = "note-added";
    record.header.at = 1'767'225'600'000;
    record.header.previous = record.header.sealedDigest = QByteArray(32, 'p');
    record.salt = QByteArray(16, 's');
    record.payload = R"({"text":"x"})";
    record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    const auto page = [](const protocol::Record& sent) {
        const QJsonObject item{{"cursor", 9}, {"kind", "record"}, {"body", protocol::toJson(sent)}};
        return QJsonDocument(QJsonObject{{"items", QJsonArray{item}}, {"more", false}}).toJson();
    };
    QCOMPARE(outcome(answers::feed(page(record), 5)), QByteArray("good"));
    record.payload = R"({"text":"y"})";
    QCOMPARE(outcome(answers::feed(page(record), 5)), QByteArray("sync.bad-answer feed-record"));
}

void tst_Answers::enrolments_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(expected);
    };
    row("good", "", "", "good");
    row("no station", "5b0c6e2e-3f6a-7b9e-8d33-0a1b2c3d4e5f", "x", "sync.bad-answer enrolment");
    row("no unit", "H49.30", "", "sync.bad-answer enrolment");
    row("not https", "https://", "http://", "sync.bad-answer enrolment-url");
    row("no host", "https://127.0.0.1:8443", "https://", "sync.bad-answer enrolment-url");
}

void tst_Answers::enrolments() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, expected);
    QByteArray body = R"({"station":"5b0c6e2e-3f6a-7b9e-8d33-0a1b2c3d4e5f","certificate":"c","authority":"a","recoveryKey":"r",
        "platformKey":"p","unit":"H49.30","url":"https://127.0.0.1:8443"})";
    if (!from.isEmpty())
        body.replace(from, to);
    QCOMPARE(outcome(answers::enrolment(body)), expected);
}

QTEST_GUILESS_MAIN(tst_Answers)
#include "tst_Answers.moc"
