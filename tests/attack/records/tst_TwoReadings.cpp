// What two programs would read differently in one record (issue 9, A5): names that stand twice, numbers that do not fit, days that are none. The
// desks would show one thing where a foreign program reads another. A real gateway refuses each; what a later version may add is passed, within
// bounds.

#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/RecordTest.h"

#include <QTest>

using namespace motcua;
using test::CopyJob;

class tst_TwoReadings : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void initTestCase();

    void saysOneThing_data();
    void saysOneThing();
};

void tst_TwoReadings::initTestCase() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

namespace {

using Change = std::pair<QByteArray, QByteArray>;

QByteArray nested(int levels) {
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

/// Of a field that this program does not know, at the end.
Change added(const QByteArray& json) {
    return {"}$", ",\"ofTomorrow\":" + json + "}"};
}

}

void tst_TwoReadings::saysOneThing_data() {
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("as");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, const Change& change) {
        QTest::newRow(name) << change.first << change.second << QString::fromLatin1(field);
    };
    row("as it is", "", {"{", "{"});
    row("another applicant behind", "applicant", {"}$", ",\"applicant\":{\"name\":\"Kẻ Khác\",\"kind\":0}}"});
    row("another applicant behind, spelt with escapes", "applicant", {"}$", ",\"\\u0061pplicant\":{\"name\":\"Kẻ Khác\",\"kind\":0}}"});
    row("a code before", "code", {"{", "{\"code\":\"H49.30-250101-0001\","});
    row("a name twice, deep inside", "applicant.name", {"\"applicant\":{", "\"applicant\":{\"name\":\"Kẻ Khác\","});
    row("a number that wraps", "papers[0].quantity", {"\"quantity\":1", "\"quantity\":4294967297"});
    row("a number as a text", "papers[0].quantity", {"\"quantity\":1", "\"quantity\":\"1\""});
    row("half a paper", "papers[0].quantity", {"\"quantity\":1", "\"quantity\":1.5"});
    row("a mark of the order of bytes before it", "start", {"{", "\xef\xbb\xbf{"});
    row("a number by its power of ten", "", {"\"quantity\":1", "\"quantity\":1e0"});
    row("31 February", "applicant.birthDate", {"\"applicant\":{", "\"applicant\":{\"birthDate\":\"1985-02-31\","});
    row("a day in other words", "applicant.birthDate", {"\"applicant\":{", "\"applicant\":{\"birthDate\":\"1985-2-3\","});
    row("a text that is none", "note", {"{", "{\"note\":5,"});
    row("a list that is none", "papers", {"\"papers\":[", "\"papers\":\"\",\"unlisted\":["});
    row("a moment that is none", "due", {"{", "{\"due\":\"2026-12-01\","});
    row("what a later version adds", "", added("{\"x\":[1,{\"y\":\"z\"}]}"));
    row("a thousand levels of it", "depth", added(nested(1000)));
    row("17 levels", "depth", added(nested(17)));
    row("200 kB of it", "size", added('"' + QByteArray(200'000, 'x') + '"'));
    row("15 kB of it", "", added('"' + QByteArray(15'000, 'x') + '"'));
}

void tst_TwoReadings::saysOneThing() {
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, as);
    QFETCH(QString, field);
    QVERIFY(enrolDesk());
    test::RecordChain chain(m_station->id());
    protocol::Record record = chain.add(CopyJob(*m_gateway).received(nextCode()));
    QByteArray& payload = record.payload;
    const bool isEnd = in == "}$";
    const qsizetype at = isEnd ? payload.size() - 1 : payload.indexOf(in);
    QVERIFY2(at >= 0, payload.constData());
    payload.replace(at, isEnd ? 1 : in.size(), as);
    record.header.payloadDigest = protocol::payloadDigestOf(record.salt, payload);
    const auto answer = test::push(*m_client, {record}, test::refusedStand());
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->mark.seq, 1);
    QCOMPARE(answer->refused.empty(), field.isEmpty());
    if (field.isEmpty())
        return;
    QCOMPARE(answer->refused[0].code, QStringLiteral("event.malformed"));
    // Signs such as brackets do not travel.
    if (!field.contains(u'['))
        QCOMPARE(answer->refused[0].detail.value(QLatin1String("field")).toString(), field);
}

QTEST_GUILESS_MAIN(tst_TwoReadings)
#include "tst_TwoReadings.moc"
