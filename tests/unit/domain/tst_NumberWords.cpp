// Numbers, amounts and dates in words (language.md §5, §7; every row of its table is in amounts.csv).

#include "app/domain/Csv.h"
#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
#include "app/domain/NumberWords.h"

#include <QFile>
#include <QTest>

using namespace motcua::domain;

class tst_NumberWords : public QObject {
    Q_OBJECT

private slots:
    void amounts_data();
    void amounts();
    void settings();
    void dates_data();
    void dates();
    void legalDates_data();
    void legalDates();
    void money_data();
    void money();
    void moneyRefused_data();
    void moneyRefused();
};

void tst_NumberWords::amounts_data() {
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("words");
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/domain/amounts.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = parseCsv(file.readAll());
    QVERIFY(table && table->size() > 26);
    for (size_t i = 1; i < table->size(); ++i)
        QTest::newRow(qPrintable(table->at(i).at(0))) << table->at(i).at(0).toLongLong() << table->at(i).at(1);
}

void tst_NumberWords::amounts() {
    QFETCH(qint64, amount);
    QFETCH(QString, words);
    QCOMPARE(amountInWords(amount), words);
}

void tst_NumberWords::settings() {
    UnitSettings southern;
    southern.amountWordsNorthern = false;
    southern.amountWordsExact = false;
    QCOMPARE(amountInWords(1005, southern), QStringLiteral("Một ngàn không trăm lẻ năm đồng"));
    QCOMPARE(amountInWords(7000, southern), QStringLiteral("Bảy ngàn đồng"));
    QCOMPARE(amountInWords(-1), QString());
}

void tst_NumberWords::dates_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("words");
    QTest::newRow("example") << 1990 << 1 << 15 << "Ngày mười lăm, tháng một, năm một nghìn chín trăm chín mươi";
    QTest::newRow("April") << 2026 << 4 << 2 << "Ngày hai, tháng tư, năm hai nghìn không trăm hai mươi sáu";
    QTest::newRow("December") << 2005 << 12 << 31 << "Ngày ba mươi mốt, tháng mười hai, năm hai nghìn không trăm linh năm";
    QTest::newRow("November") << 2026 << 11 << 24 << "Ngày hai mươi tư, tháng mười một, năm hai nghìn không trăm hai mươi sáu";
    QTest::newRow("month only") << 1955 << 3 << 0 << "Tháng ba, năm một nghìn chín trăm năm mươi lăm";
    QTest::newRow("year only") << 1930 << 0 << 0 << "Năm một nghìn chín trăm ba mươi";
    QTest::newRow("30 February") << 2026 << 2 << 30 << "";
    QTest::newRow("day without month") << 2026 << 0 << 3 << "";
    QTest::newRow("no year") << 0 << 1 << 1 << "";
}

void tst_NumberWords::dates() {
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(QString, words);
    QCOMPARE(dateInWords(year, month, day), words);
}

void tst_NumberWords::legalDates_data() {
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("weekday");
    QTest::addColumn<QString>("quarter");
    QTest::newRow("example") << QDate(2026, 2, 5) << "ngày 05 tháng 02 năm 2026"
                             << "Thứ Năm"
                             << "Quý I/2026";
    QTest::newRow("March") << QDate(2026, 3, 10) << "ngày 10 tháng 3 năm 2026"
                           << "Thứ Ba"
                           << "Quý I/2026";
    QTest::newRow("September") << QDate(2026, 9, 2) << "ngày 02 tháng 9 năm 2026"
                               << "Thứ Tư"
                               << "Quý III/2026";
    QTest::newRow("November") << QDate(2026, 11, 22) << "ngày 22 tháng 11 năm 2026"
                              << "Chủ nhật"
                              << "Quý IV/2026";
    QTest::newRow("none") << QDate() << ""
                          << ""
                          << "";
}

void tst_NumberWords::legalDates() {
    QFETCH(QDate, date);
    QFETCH(QString, text);
    QFETCH(QString, weekday);
    QFETCH(QString, quarter);
    QCOMPARE(legalDate(date), text);
    QCOMPARE(weekdayName(date), weekday);
    QCOMPARE(quarterLabel(date), quarter);
    QCOMPARE(legalTime(QTime(15, 0)), QStringLiteral("15 giờ 00 phút"));
    QCOMPARE(legalTime(QTime(7, 5)), QStringLiteral("07 giờ 05 phút"));
    QCOMPARE(legalTime(QTime()), QString());
}

void tst_NumberWords::money_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("shown");
    QTest::newRow("dots") << "1.234.567" << qint64(1'234'567) << QStringLiteral("1.234.567\u00A0đ");
    QTest::newRow("plain") << "1234567" << qint64(1'234'567) << QStringLiteral("1.234.567\u00A0đ");
    QTest::newRow("đ") << QStringLiteral("14.000 đ") << qint64(14'000) << QStringLiteral("14.000\u00A0đ");
    QTest::newRow("đồng") << QStringLiteral("14.000 đồng") << qint64(14'000) << QStringLiteral("14.000\u00A0đ");
    QTest::newRow("decomposed đồng") << QStringLiteral("14.000 đồng").normalized(QString::NormalizationForm_D) << qint64(14'000)
                                     << QStringLiteral("14.000\u00A0đ");
    QTest::newRow("VND") << "200000VND" << qint64(200'000) << QStringLiteral("200.000\u00A0đ");
    QTest::newRow("no-break space") << QStringLiteral("999\u00A0đ") << qint64(999) << QStringLiteral("999\u00A0đ");
    QTest::newRow("nothing due") << "0" << qint64(0) << QStringLiteral("0\u00A0đ");
}

void tst_NumberWords::money() {
    QFETCH(QString, typed);
    QFETCH(qint64, amount);
    QFETCH(QString, shown);
    const auto parsed = parseMoney(typed);
    QVERIFY(parsed);
    QCOMPARE(*parsed, amount);
    QCOMPARE(displayedMoney(amount), shown);
    QCOMPARE(*parseMoney(shown), amount);
}

void tst_NumberWords::moneyRefused_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("error");
    QTest::newRow("comma") << "1,234"
                           << "money.ambiguous";
    QTest::newRow("decimals") << "1.234,5"
                              << "money.ambiguous";
    QTest::newRow("dot") << "1.5"
                         << "money.ambiguous";
    QTest::newRow("wrong groups") << "12.34.567"
                                  << "money.ambiguous";
    QTest::newRow("leading zero") << "0.123"
                                  << "money.ambiguous";
    QTest::newRow("empty") << ""
                           << "money.malformed";
    QTest::newRow("minus") << "-5"
                           << "money.malformed";
    QTest::newRow("words") << QStringLiteral("năm nghìn") << "money.malformed";
    QTest::newRow("only đ") << QStringLiteral("đ") << "money.malformed";
    QTest::newRow("huge") << "1000000000000000"
                          << "money.too-large";
    QTest::newRow("foreign digits") << QStringLiteral("١٢٣") << "money.malformed";
}

void tst_NumberWords::moneyRefused() {
    QFETCH(QString, typed);
    QFETCH(QString, error);
    const auto parsed = parseMoney(typed);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, error);
}

QTEST_GUILESS_MAIN(tst_NumberWords)
#include "tst_NumberWords.moc"
