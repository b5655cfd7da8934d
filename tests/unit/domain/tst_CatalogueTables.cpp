// The tables that a province writes its catalogue in: rows mended and added, fees with their ground, what is refused.

#include "app/domain/Catalogue.h"
#include "app/domain/Fees.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;
using namespace motcua::domain;

class tst_CatalogueTables : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_catalogue = test::shippedCatalogue(); }
    void mended_data();
    void mended();
    void mendingKeepsTheRest();
    void mendingTwiceIsMendingOnce();
    void feesAreMended();
    void damagedIsRefused_data();
    void damagedIsRefused();
    void damagedFeesAreRefused_data();
    void damagedFeesAreRefused();

private:
    static CatalogueTables table(const QByteArray& procedures) { return {{{QStringLiteral("rows.csv"), procedures}}, {}}; }

    Catalogue m_catalogue;
};

void tst_CatalogueTables::mended_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("is");
    const auto row = [](const char* name, const char* csv, const char* code, const char* is) {
        QTest::newRow(name) << QByteArray(csv) << QString::fromLatin1(code) << QString::fromUtf8(is);
    };
    // Time, unit, its note; fee rule, its words; number of papers; in force.
    row("untouched", "code,name\n", "2.000535", "0 3 chưa kiểm chứng|5 chưa kiểm chứng|0|1");
    row("a time", "code,time_value,time_unit\n2.000535,15,working_day\n", "2.000535", "15 1 |5 chưa kiểm chứng|0|1");
    row("a time with its note", "code,time_value,time_unit,time_note\n2.000535,15,day,15 ngày\n", "2.000535", "15 2 15 ngày|5 chưa kiểm chứng|0|1");
    row("no fee", "code,fee\n2.000535,0 đ\n", "2.000535", "0 3 chưa kiểm chứng|1 0 đ|0|1");
    row("a fee", "code,fee\n2.000535,70.000 đ\n", "2.000535", "0 3 chưa kiểm chứng|5 70.000 đ|0|1");
    row("papers", "code,required_documents\n2.000535,đơn; bản sao (a; b)\n", "2.000535", "0 3 chưa kiểm chứng|5 chưa kiểm chứng|2|1");
    row("an empty cell changes nothing", "code,time_value,time_unit,fee,required_documents,status\n1.004194,,,,,\n", "1.004194",
        "3 1 03 ngày làm việc|5 15.000 đ trực tiếp; 7.000 đ trực tuyến (cá nhân/hộ) - chưa kiểm chứng|2|1");
    row("what is wrong goes", "code,time_value,fee,required_documents\n1.004222,chưa kiểm chứng,chưa kiểm chứng,chưa kiểm chứng\n", "1.004222",
        "0 3 |5 chưa kiểm chứng|0|1");
    row("the same words keep an amount", "code,fee\n2.001019,50.000 đ/di chúc\n", "2.001019",
        "2 1 Không quá 02 ngày làm việc|3 50.000 đ/di chúc|3|1");
    row("other words do not", "code,fee\n2.001019,60.000 đ/di chúc\n", "2.001019", "2 1 Không quá 02 ngày làm việc|5 60.000 đ/di chúc|3|1");
    row("repealed", "code,status\n2.000535,repealed_2027\n", "2.000535", "0 3 chưa kiểm chứng|5 chưa kiểm chứng|0|0");
    row("with a suffix", "code,time_value,time_unit\n2.000535.000.00.00.H49,2,month\n", "2.000535", "2 5 |5 chưa kiểm chứng|0|1");
    row("a new one", "code,name,field,time_value,time_unit,fee\n9.000001,Thủ tục mới,Hộ tịch,4,hour,Không\n", "9.000001", "4 4 |1 Không|0|1");
}

void tst_CatalogueTables::mended() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, code);
    QFETCH(QString, is);
    const auto catalogue = m_catalogue.completed(table(csv), QStringLiteral("2027-01-01"));
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().toLogLine()));
    const Procedure* found = catalogue->find(code);
    QVERIFY(found);
    QCOMPARE(found->version.code, code);
    QCOMPARE(QStringLiteral("%1 %2 %3|%4 %5|%6|%7")
                 .arg(found->version.timeValue)
                 .arg(static_cast<int>(found->version.timeUnit))
                 .arg(found->timeNote)
                 .arg(static_cast<int>(found->feeRule))
                 .arg(found->feeNote)
                 .arg(found->papers.size())
                 .arg(found->active),
        is);
}

void tst_CatalogueTables::mendingKeepsTheRest() {
    const auto mended = m_catalogue.completed(table("code,time_value,time_unit\n2.000535,15,working_day\n"), QStringLiteral("2027-01-01"));
    QVERIFY(mended);
    QCOMPARE(mended->version(), QStringLiteral("2027-01-01"));
    QCOMPARE(mended->procedures().size(), m_catalogue.procedures().size());
    for (size_t i = 0; i < mended->procedures().size(); ++i) {
        Procedure now = mended->procedures()[i];
        QCOMPARE(now.version.catalogue, QStringLiteral("2027-01-01"));
        now.version.catalogue = QStringLiteral("2026-11-01");
        if (now.version.code != QStringLiteral("2.000535"))
            QCOMPARE(base::toJson(now), base::toJson(m_catalogue.procedures()[i]));
    }
}

void tst_CatalogueTables::mendingTwiceIsMendingOnce() {
    const CatalogueTables tables{
        table("code,time_value,time_unit,fee,required_documents\n2.000535,15,working_day,0 đ,Đơn; …\n2.001019,3,day,60.000 đ,\n").procedures,
        CsvTable{QStringLiteral("fees.csv"), "procedure,rule,amount,basis\n2.001019,per_case,60000,Nghị quyết\n"}};
    const auto once = m_catalogue.completed(tables, QStringLiteral("2027-01-01"));
    QVERIFY(once);
    const auto twice = once->completed(tables, QStringLiteral("2027-01-01"));
    QVERIFY(twice);
    QCOMPARE(twice->toJson(), once->toJson());
    QVERIFY(once->find(QStringLiteral("2.000535"))->papersIncomplete);
}

void tst_CatalogueTables::feesAreMended() {
    const CatalogueTables tables{
        {}, CsvTable{QStringLiteral("fees.csv"), "procedure,rule,amount,basis\n1.004194,per_case,15000,Thông tư 75/2022/TT-BTC\n"
                                                 "2.000635,free,,Thông tư 117/2026/TT-BTC\n2.000884,set_by_province,,Nghị quyết\n"}};
    const auto mended = m_catalogue.completed(tables, QStringLiteral("2027-01-01"));
    QVERIFY(mended);
    const Procedure* residence = mended->find(QStringLiteral("1.004194"));
    QCOMPARE(residence->feeRule, FeeRule::PerCase);
    QCOMPARE(residence->feeAmount, 15'000);
    QCOMPARE(residence->feeBasis, QStringLiteral("Thông tư 75/2022/TT-BTC"));
    QCOMPARE(feeLines(*builtInJobs().inForce(QLatin1String(generalKind), QDate(2026, 11, 23)), *residence, {}).at(0).amount, 15'000);
    QCOMPARE(mended->find(QStringLiteral("2.000635"))->feeRule, FeeRule::Free);
    QCOMPARE(mended->find(QStringLiteral("2.000635"))->feeAmount, 0);
    QCOMPARE(mended->find(QStringLiteral("2.000884"))->feeRule, FeeRule::SetByProvince);
    QCOMPARE(mended->find(QStringLiteral("2.000815"))->feeRule, FeeRule::CertifiedCopy);
}

void tst_CatalogueTables::damagedIsRefused_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("line");
    const QByteArray shipped = test::shippedTables().procedures.front().content;
    const QByteArray good = shipped.left(shipped.indexOf('\n', shipped.indexOf('\n') + 1) + 1);
    QTest::newRow("empty") << QByteArray() << "1";
    QTest::newRow("no header") << QByteArray("a,b\n1,2\n") << "1";
    QTest::newRow("open quote") << QByteArray("code,name\n\"1.0\n") << "3";
    QTest::newRow("short row") << good + "1.0,abc\n"
                               << "3";
    QTest::newRow("twice") << good + good.mid(good.indexOf('\n') + 1) << "3";
    QTest::newRow("twice, once with a suffix") << good + good.mid(good.indexOf('\n') + 1).replace("2.000815,", "2.000815.000.00.00.H49,") << "3";
    QTest::newRow("unknown unit") << QByteArray(good).replace("same_day_15h", "moon") << "2";
    QTest::newRow("no unit") << QByteArray(good).replace("same_day_15h", "") << "2";
    QTest::newRow("negative time") << QByteArray(good).replace(",0,same_day_15h", ",-1,same_day_15h") << "2";
    QTest::newRow("words for time") << QByteArray(good).replace(",0,same_day_15h", ",soon,same_day_15h") << "2";
    QTest::newRow("a time without its unit") << QByteArray(good).replace(",0,same_day_15h", ",5,other") << "2";
    QTest::newRow("longer than any time") << QByteArray(good).replace(",0,same_day_15h", ",10001,day") << "2";
    QTest::newRow("neither in force nor repealed") << QByteArray(good).replace(",active,", ",actve,") << "2";
    QTest::newRow("no code") << QByteArray(good).replace("2.000815,", ",") << "2";
    QTest::newRow("a mended row that nobody knows") << QByteArray("code,fee\n2.000553,0 đ\n") << "2";
}

void tst_CatalogueTables::damagedIsRefused() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, line);
    const auto catalogue = Catalogue::fromCsv(table(csv), QStringLiteral("x"));
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, QStringLiteral("catalogue.malformed"));
    QCOMPARE(catalogue.error().detail.value(QStringLiteral("file")), QStringLiteral("rows.csv"));
    QCOMPARE(catalogue.error().detail.value(QStringLiteral("line")), line);
    // One procedure in two files is as wrong as twice in one.
    CatalogueTables twice = test::shippedTables();
    twice.procedures.push_back(twice.procedures.front());
    twice.procedures.back().file = QStringLiteral("again.csv");
    QCOMPARE(Catalogue::fromCsv(twice, QStringLiteral("x")).error().detail.value(QStringLiteral("file")), QStringLiteral("again.csv"));
}

void tst_CatalogueTables::damagedFeesAreRefused_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("unknown procedure") << QByteArray("2.000553,per_case,10000,TT");
    QTest::newRow("unknown rule") << QByteArray("2.000884,per_moon,10000,TT");
    QTest::newRow("no amount") << QByteArray("2.000884,per_case,,TT");
    QTest::newRow("nothing as an amount") << QByteArray("2.000884,per_copy,0,TT");
    QTest::newRow("an amount for nothing") << QByteArray("2.000884,free,10000,TT");
    QTest::newRow("below nothing") << QByteArray("2.000884,per_case,-1,TT");
    QTest::newRow("words") << QByteArray("2.000884,per_case,much,TT");
    QTest::newRow("no ground") << QByteArray("2.000884,per_case,10000,");
}

void tst_CatalogueTables::damagedFeesAreRefused() {
    QFETCH(QByteArray, row);
    CatalogueTables tables = test::shippedTables();
    tables.fees->content = "procedure,rule,amount,basis\n" + row + '\n';
    const auto catalogue = Catalogue::fromCsv(tables, QStringLiteral("x"));
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, QStringLiteral("catalogue.malformed"));
    QCOMPARE(catalogue.error().detail.value(QStringLiteral("file")), QStringLiteral("fees.csv"));
    QCOMPARE(catalogue.error().detail.value(QStringLiteral("line")), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(tst_CatalogueTables)
#include "tst_CatalogueTables.moc"
