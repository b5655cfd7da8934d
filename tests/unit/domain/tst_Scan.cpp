// What a hand-held reader sent, by what it says alone: card, receipt, passport, lines of a card, or nothing of ours.

#include "app/domain/Scan.h"

#include <QTest>

using namespace motcua::domain;

class tst_Scan : public QObject {
    Q_OBJECT

private slots:
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void isBegun();
    void receiptNamesItsDossier_data();
    void receiptNamesItsDossier();
    void passportIsRead();
    void bornIn_data();
    void bornIn();
};

namespace {

const QString card = QStringLiteral("022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh|12052021");
const QString other = QStringLiteral("001190012345||Nguyễn Thị Ngọc Ánh|09091990|Nữ|Thôn Đông, Xã Đại Áng, Hà Nội|05062021");
const QString lines = QStringLiteral("IDVNM0900012345022090001234<<3\n9001158M3001156VNM<<<<<<<<<<<2\nNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<\n");
// The specimen of ICAO 9303 part 4.
const QString passport = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n");

QString kindOf(const Scan& scan) {
    const QStringList names{QStringLiteral("card"), QStringLiteral("receipt"), QStringLiteral("lines"), QStringLiteral("passport")};
    return names.at(static_cast<qsizetype>(scan.index()));
}

}

void tst_Scan::isRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::newRow("card") << card << "card";
    QTest::newRow("card, Enter") << card + QStringLiteral("\n") << "card";
    QTest::newRow("card, Tab and Enter twice") << card + QStringLiteral("\t\n\n") << "card";
    QTest::newRow("card twice") << card + QStringLiteral("\n") + card + QStringLiteral("\n") << "card";
    QTest::newRow("card by Caps Lock") << "022090001234||nGUYỄN vĂN|15011990|nAM|tỔ 3|12052021"
                                       << "card";
    QTest::newRow("receipt") << "H49.30-261123-0042\n"
                             << "receipt";
    QTest::newRow("receipt twice") << "H49.30-261123-0042\nH49.30-261123-0042\n"
                                   << "receipt";
    QTest::newRow("receipt by an input method that took a letter back") << "H49.30-261123-0042\b\n"
                                                                        << "receipt";
    QTest::newRow("lines of a card") << lines << "lines";
    QTest::newRow("lines of a card, by Caps Lock") << lines.toLower() << "lines";
    QTest::newRow("passport") << passport << "passport";
    QTest::newRow("passport, one line") << QString(passport).remove(QLatin1Char('\n')) << "passport";
}

void tst_Scan::isRead() {
    QFETCH(QString, text);
    QFETCH(QString, kind);
    const auto scan = readScan(text);
    QVERIFY2(scan, qPrintable(scan ? QString() : scan.error().code));
    QCOMPARE(kindOf(*scan), kind);
}

void tst_Scan::isRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << ""
                             << "scan.unknown";
    QTest::newRow("words") << QStringLiteral("Nguyễn Văn An") << "scan.unknown";
    QTest::newRow("goods") << "8934563138165\n"
                           << "scan.unknown";
    QTest::newRow("a personal number") << "022090001234\n"
                                       << "scan.unknown";
    QTest::newRow("a web address") << "https://dichvucong.gov.vn/p?code=1\n"
                                   << "scan.unknown";
    QTest::newRow("words taken back") << "Nguyen\b\b van"
                                      << "scan.unknown";
    QTest::newRow("a code of no day") << "H49.30-261323-0042\n"
                                      << "scan.unknown";
    QTest::newRow("two cards") << card + QLatin1Char('\n') + other << "scan.several";
    QTest::newRow("two receipts") << "H49.30-261123-0042\nH49.30-261123-0043\n"
                                  << "scan.several";
    QTest::newRow("a card and a receipt") << card + QStringLiteral("\nH49.30-261123-0042\n") << "scan.several";
    QTest::newRow("a cut card") << card.left(40) << "card.field-count";
    QTest::newRow("the end of a card") << card.mid(30) << "card.field-count";
    QTest::newRow("a card through an input method")
        << QString(card).replace(QStringLiteral("Nguyễn"), QStringLiteral("Ngu\by\bễn")) << "card.input-method";
    QTest::newRow("a card whose letters came back whole, but rewritten") << card + QStringLiteral("\b") << "card.input-method";
    QTest::newRow("a passport's check digit") << QString(passport).replace(QStringLiteral("C36U"), QStringLiteral("C37U")) << "passport.check-digit";
    QTest::newRow("one line of a passport") << passport.left(44) << "mrz.length";
}

void tst_Scan::isRefused() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto scan = readScan(text);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, error);
    QVERIFY(scan.error().detail.isEmpty());
}

/// At every key of a code but the last ones.
void tst_Scan::isBegun() {
    for (qsizetype length = 13; length < card.size(); ++length)
        QVERIFY2(isScanBegun(card.left(length)), qPrintable(card.left(length)));
    for (const QString& whole : {card, card + QStringLiteral("\n"), card + QStringLiteral("||Nguyễn Văn Cha|Trần Thị Mẹ|")})
        QVERIFY2(!isScanBegun(whole), qPrintable(whole));
    const QString receipt = QStringLiteral("H49.30-261123-0042");
    for (qsizetype length = 4; length < receipt.size(); ++length)
        QVERIFY2(receipt[length - 1] == QLatin1Char('.') || isScanBegun(receipt.left(length)), qPrintable(receipt.left(length)));
    for (const QString& whole : {receipt, receipt + QStringLiteral("\n"), QStringLiteral("Nguyen Van"), QStringLiteral("8934563138165"), QString()})
        QVERIFY2(!isScanBegun(whole), qPrintable(whole));
}

void tst_Scan::receiptNamesItsDossier_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const QString code = QStringLiteral("H49.30-261123-0042");
    QTest::newRow("as printed") << code << code;
    QTest::newRow("with a symbology's sign") << QStringLiteral("]Q1") + code << code;
    QTest::newRow("Enter") << code + QStringLiteral("\r\n") << code;
    QTest::newRow("Caps Lock") << code.toLower() << code;
    QTest::newRow("Shift held") << "H$(.#)-@^!!@#-))$@" << code;
    QTest::newRow("Vietnamese layout") << QStringLiteral("Hô\u0323.êđ-â\u0309ăăâê-đđôâ") << code;
    QTest::newRow("French layout") << QStringLiteral("H'ç:\"à)é-&&é\")àà'é") << code;
    QTest::newRow("German layout") << QStringLiteral("H49.30ß261123ß0042") << code;
    QTest::newRow("before 2020") << "000.00.19.H15-210105-0001"
                                 << "000.00.19.H15-210105-0001";
    QTest::newRow("no unit") << "49.30-261123-0042"
                             << "";
    QTest::newRow("a phone number") << "0912345678"
                                    << "";
}

void tst_Scan::receiptNamesItsDossier() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto receipt = ReceiptScan::parse(text);
    QCOMPARE(receipt ? std::get<DossierCode>(receipt->dossier).toString() : QString(), code);
}

void tst_Scan::passportIsRead() {
    const auto read = Passport::parse(passport);
    QVERIFY(read);
    QCOMPARE(read->issuer, QStringLiteral("UTO"));
    QCOMPARE(read->number, QStringLiteral("L898902C3"));
    QCOMPARE(read->surname, QStringLiteral("ERIKSSON"));
    QCOMPARE(read->givenNames, QStringLiteral("ANNA MARIA"));
}

void tst_Scan::bornIn_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("born");
    QTest::addColumn<QString>("written");
    QTest::newRow("year") << "1948"
                          << "1948"
                          << "1948";
    QTest::newRow("blanks") << " 1948 "
                            << "1948"
                            << "1948";
    QTest::newRow("month") << "5/1948"
                           << "1948-05"
                           << "05/1948";
    QTest::newRow("month of two digits") << "12.1948"
                                         << "1948-12"
                                         << "12/1948";
    QTest::newRow("no such month") << "13/1948"
                                   << ""
                                   << "";
    QTest::newRow("month nought") << "0/1948"
                                  << ""
                                  << "";
    QTest::newRow("two digits") << "48"
                                << ""
                                << "";
    QTest::newRow("before anybody") << "1848"
                                    << ""
                                    << "";
    QTest::newRow("day") << "1/5/1948"
                         << ""
                         << "";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}

void tst_Scan::bornIn() {
    QFETCH(QString, typed);
    QFETCH(QString, born);
    QFETCH(QString, written);
    QCOMPARE(bornInOf(typed).toString(), born);
    QCOMPARE(shown(bornInOf(typed)), written);
    QCOMPARE(yearOf(bornInOf(typed)), born.left(4).toInt());
}

QTEST_GUILESS_MAIN(tst_Scan)
#include "tst_Scan.moc"
