#include "sync/protocol/Address.h"
#include "sync/protocol/RecordCodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace motcua::protocol;

class tst_RecordCodec : public QObject {
    Q_OBJECT

private slots:
    void keepsEverything_data();
    void keepsEverything();
    void readsForeignJson();
    void boundsWhatIsUnknown();
    void refusesMalformed_data();
    void refusesMalformed();
    void refusesBatches_data();
    void refusesBatches();
    void fillsBatches();
    void agreesWithQtOnNoise();

private:
    static Record sample(const QByteArray& payload = "{\"a\":1}");
};

Record tst_RecordCodec::sample(const QByteArray& payload) {
    Record record;
    record.header = {QUuid::createUuid(), 7, "dossier-received", 1, QUuid::createUuid(), 3, {}, 0, QUuid::createUuid(), 1795363307918,
        QByteArray(32, '\x01'), {}, QByteArray(32, '\xfe')};
    record.salt = QByteArray(16, '\x80');
    record.payload = payload;
    record.header.payloadDigest = payloadDigestOf(record.salt, payload);
    return record;
}

void tst_RecordCodec::keepsEverything_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("Vietnamese") << QByteArray("{\"name\":\"Đỗ Thị Ước\",\"n\":\"\xf0\x9f\x98\x80\"}");
    QTest::newRow("escapes") << QByteArray("\\\"\n\r\t\b\f\x01\x1f/\x7f");
    QTest::newRow("large") << QByteArray(limit::payloadBytes, 'x');
}

void tst_RecordCodec::keepsEverything() {
    QFETCH(QByteArray, payload);
    Record record = sample(payload);
    QCOMPARE(recordFromJson(toJson(record)).value(), record);
    record.header.volume = QUuid::createUuid();
    record.header.number = 42;
    record.header.dossier = record.header.actor = {};
    BatchEncoder encoder;
    QVERIFY(encoder.add(record));
    QVERIFY(encoder.add(record));
    const auto read = decodeBatch(encoder.finish());
    QVERIFY(read);
    QCOMPARE(read->size(), 2U);
    QCOMPARE(read->at(1), record);
    QCOMPARE(hashOf(read->at(0).header), hashOf(record.header));
}

void tst_RecordCodec::readsForeignJson() {
    const Record record = sample("{\"t\":\"Hồ\"}");
    QJsonObject json = toJson(record);
    json.insert(QStringLiteral("later"), QJsonArray{1, QJsonObject{{QStringLiteral("x"), QJsonValue::Null}}, true, -1.5e-7});
    // Indented, and everything beyond ASCII escaped.
    QByteArray text;
    for (const QChar c : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented)))
        text += c.unicode() < 128 ? QByteArray(1, c.toLatin1()) : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    const auto read = decodeBatch("{\"v\":[[],{}] , \"records\" : [ " + text + " ] }");
    QVERIFY(read);
    QCOMPARE(read->at(0), record);
}

/// What a later program says besides is passed over, in the batch, the record and the header, up to a bound.
void tst_RecordCodec::boundsWhatIsUnknown() {
    const auto with = [](QJsonObject json, int unknown) {
        for (int i = 0; i < unknown; ++i)
            json.insert(QStringLiteral("later-%1").arg(i), QJsonArray{QJsonObject{{QStringLiteral("deep"), i}}});
        return json;
    };
    const Record record = sample();
    const QJsonObject json = toJson(record);
    const QJsonObject header = json.value(QLatin1String("header")).toObject();
    const auto of = [&](int inBatch, int inRecord, int inHeader) {
        QJsonObject one = json;
        one.insert(QStringLiteral("header"), with(header, inHeader));
        const QJsonObject batch{{QStringLiteral("records"), QJsonArray{with(one, inRecord)}}};
        return decodeBatch(QJsonDocument(with(batch, inBatch)).toJson());
    };
    const int inHeader = limit::members - static_cast<int>(header.size());
    const auto read = of(limit::members - 1, limit::members - 3, inHeader);
    QVERIFY(read);
    QCOMPARE(read->front(), record);
    QCOMPARE(of(limit::members, 0, 0).error().code, QStringLiteral("batch.malformed"));
    QCOMPARE(of(0, limit::members - 2, 0).error().code, QStringLiteral("record.malformed"));
    QCOMPARE(of(0, 0, inHeader + 1).error().code, QStringLiteral("record.malformed"));
}

void tst_RecordCodec::refusesMalformed_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* field, const QJsonValue& value) { QTest::newRow(name) << QString::fromLatin1(field) << value; };
    row("negative number", "seq", -1);
    row("zero", "seq", 0);
    row("fraction", "seq", 1.5);
    row("past 2^53", "at", 1e17);
    row("number as text", "at", QStringLiteral("5"));
    row("past int", "version", 3000000000.0);
    row("a version that nobody will ever write", "version", 1001);
    row("short hash", "previous", QString(62, u'0'));
    row("upper case hash", "payloadDigest", QString(64, u'A'));
    row("no hash", "sealedDigest", QJsonValue::Null);
    row("no UUID", "station", QStringLiteral("station"));
    row("null UUID", "dossier", QStringLiteral("00000000-0000-0000-0000-000000000000"));
    row("kind with spaces", "kind", QStringLiteral("dossier received"));
    row("no kind", "kind", QString());
    row("long kind", "kind", QString(65, u'a'));
    row("nothing", "previous", QJsonValue::Undefined);
}

void tst_RecordCodec::refusesMalformed() {
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(sample());
    QJsonObject header = json.value(QLatin1String("header")).toObject();
    if (value.isUndefined())
        header.remove(field);
    else
        header.insert(field, value);
    json.insert(QStringLiteral("header"), header);
    const auto read = recordFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("record.malformed"));
}

void tst_RecordCodec::refusesBatches_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QByteArray one;
    appendJson(one, sample());
    const QString malformed = QStringLiteral("batch.malformed");
    QTest::newRow("empty") << QByteArray() << malformed;
    QTest::newRow("list") << QByteArray("[]") << malformed;
    QTest::newRow("no records") << QByteArray("{}") << malformed;
    QTest::newRow("two of them") << QByteArray("{\"records\":[],\"records\":[]}") << malformed;
    QTest::newRow("tail") << QByteArray("{\"records\":[]} x") << malformed;
    QTest::newRow("open") << QByteArray("{\"records\":[") << QStringLiteral("record.malformed");
    QTest::newRow("cut") << "{\"records\":[" + one.left(one.size() / 2) << QStringLiteral("record.malformed");
    QTest::newRow("not UTF-8") << "{\"records\":[" + QByteArray(one).replace("{\\\"a\\\":1}", "\xff\xfe") + "]}"
                               << QStringLiteral("record.malformed");
    QTest::newRow("lone surrogate") << "{\"records\":[" + QByteArray(one).replace("{\\\"a\\\":1}", "\\ud800") + "]}"
                                    << QStringLiteral("record.malformed");
    QTest::newRow("deep") << "{\"x\":" + QByteArray(100000, '[') << malformed;
    QTest::newRow("too many") << "{\"records\":[" + (one + ',').repeated(2000) + one + "]}" << QStringLiteral("batch.too-large");
    QTest::newRow("too large") << QByteArray(limit::batchBytes + 1, ' ') << QStringLiteral("batch.too-large");
}

void tst_RecordCodec::refusesBatches() {
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto read = decodeBatch(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
}

void tst_RecordCodec::fillsBatches() {
    BatchEncoder small;
    int added = 0;
    while (small.add(sample()))
        ++added;
    QCOMPARE(added, limit::recordsPerBatch);
    BatchEncoder large;
    const Record heavy = sample(QByteArray(limit::payloadBytes, '"'));
    QVERIFY(large.add(heavy));
    while (large.add(heavy)) {
    }
    const QByteArray body = large.finish();
    QVERIFY(body.size() <= limit::batchBytes);
    QVERIFY(decodeBatch(body));
}

void tst_RecordCodec::agreesWithQtOnNoise() {
    QRandomGenerator random(7);
    QByteArray one;
    appendJson(one, sample("{\"name\":\"Đỗ\"}"));
    int accepted = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray text = one;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            if (random.bounded(2) == 0)
                text[at] = static_cast<char>(random.bounded(256));
            else
                text.remove(at, random.bounded(1, 9));
        }
        const auto read = decodeBatch("{\"records\":[" + text + "]}");
        if (!read)
            continue;
        // What we take, Qt takes too, and reads the same from it.
        ++accepted;
        const QJsonDocument document = QJsonDocument::fromJson(text);
        QVERIFY2(document.isObject(), text.constData());
        QCOMPARE(read->at(0).payload, document.object().value(QLatin1String("payload")).toString().toUtf8());
        QCOMPARE(read->at(0).header.seq, document.object().value(QLatin1String("header"))[QLatin1String("seq")].toInteger());
    }
    QVERIFY(accepted > 0);
}

QTEST_GUILESS_MAIN(tst_RecordCodec)
#include "tst_RecordCodec.moc"
