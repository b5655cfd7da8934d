#include "sync/protocol/EnrolmentCode.h"

#include <QTest>

using motcua::protocol::EnrolmentCode;

class tst_EnrolmentCode : public QObject {
    Q_OBJECT

private slots:
    void namesItsAuthority();
    void reads_data();
    void reads();
};

void tst_EnrolmentCode::namesItsAuthority() {
    const auto code = EnrolmentCode::make(QByteArray(8, '\x5a'), "the CA");
    QCOMPARE(code.toText().size(), 41);
    const auto read = EnrolmentCode::fromText(code.toText());
    QVERIFY(read);
    QCOMPARE(read->secret, code.secret);
    QVERIFY(read->names("the CA"));
    QVERIFY(!read->names("another CA"));
}

void tst_EnrolmentCode::reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const QString tail(26, u'7');
    QTest::newRow("plain") << "ABCDEFGHJK" + tail << "ABCDEFGHJK";
    QTest::newRow("lower case, spaces") << "abcde fghjk " + tail << "ABCDEFGHJK";
    QTest::newRow("look-alikes") << "oOiIlL0123" + tail << "0011110123";
    QTest::newRow("too short") << "ABCDEFGHJK" + tail.left(25) << QString();
    QTest::newRow("too long") << "ABCDEFGHJKK" + tail << QString();
    QTest::newRow("U") << "UBCDEFGHJK" + tail << QString();
    QTest::newRow("đ") << QString::fromUtf8("đBCDEFGHJK") + tail << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_EnrolmentCode::reads() {
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const auto read = EnrolmentCode::fromText(text);
    QCOMPARE(read.has_value(), !secret.isEmpty());
    if (read)
        QCOMPARE(read->secret, secret);
    else
        QCOMPARE(read.error().code, QStringLiteral("enrolment.code-malformed"));
}

QTEST_APPLESS_MAIN(tst_EnrolmentCode)
#include "tst_EnrolmentCode.moc"
