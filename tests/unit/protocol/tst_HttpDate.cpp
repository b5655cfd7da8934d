#include "sync/protocol/HttpDate.h"

#include <QTest>

using namespace motcua::protocol;

class tst_HttpDate : public QObject {
    Q_OBJECT

private slots:
    void asTheStandardHasIt();
    void whatIsNoDate_data();
    void whatIsNoDate();
};

/// RFC 9110 §5.6.7's own example.
void tst_HttpDate::asTheStandardHasIt() {
    const QDateTime moment(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    const QByteArray text = "Sun, 06 Nov 1994 08:49:37 GMT";
    QCOMPARE(httpDate(moment), text);
    QCOMPARE(httpDate(moment.toOffsetFromUtc(7 * 3600)), text);
    QCOMPARE(httpDateIn(text), moment);
}

void tst_HttpDate::whatIsNoDate_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_HttpDate::whatIsNoDate() {
    QFETCH(QByteArray, text);
    QVERIFY(!httpDateIn(text).isValid());
}

QTEST_APPLESS_MAIN(tst_HttpDate)
#include "tst_HttpDate.moc"
