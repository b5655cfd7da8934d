// What certification costs (Thông tư 226/2016/TT-BTC; certification.md §4), what is charged apart, and who is exempt.

#include "BoatSale.h"
#include "app/domain/Fees.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_CertificationFees : public QObject {
    Q_OBJECT

private slots:
    void copies_data();
    void copies();
    void cases_data();
    void cases();
    void apart_data();
    void apart();
    void exemptions_data();
    void exemptions();
};

namespace {

qint64 sumOf(const std::vector<FeeLine>& lines) {
    for (const FeeLine& line : lines)
        if (!checkFeeLine(line))
            return -1;
    return totalOf(lines);
}

}

void tst_CertificationFees::copies_data() {
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("many");
    QTest::addColumn<qint64>("fee");
    const struct {
        int pages;
        int copies;
        qint64 fee;
    } rows[] = {
        {1, 1, 2000},
        {1, 3, 6000},
        {2, 1, 4000},
        {2, 3, 12000},
        {3, 1, 5000},
        {3, 3, 15000},
        {4, 1, 6000},
        {4, 3, 18000},
        {5, 1, 7000},
        {5, 3, 21000},
        {8, 1, 10000},
        {8, 3, 30000},
        {10, 1, 12000},
        {10, 3, 36000},
        {50, 1, 52000},
        {50, 3, 156000},
        {100, 1, 102000},
        {100, 3, 306000},
        {197, 1, 199000},
        {197, 3, 597000},
        {198, 1, 200000},
        {198, 3, 600000},
        {199, 1, 200000},
        {199, 3, 600000},
        {250, 1, 200000},
        {250, 3, 600000},
        {1000, 1, 200000},
        {1000, 3, 600000},
        {2000, 1, 200000},
        {2000, 3, 600000},
    };
    for (const auto& row : rows)
        QTest::addRow("%d pages, %d copies", row.pages, row.copies) << row.pages << row.copies << row.fee;
}

void tst_CertificationFees::copies() {
    QFETCH(int, pages);
    QFETCH(int, many);
    const JobKind& job = *builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23));
    QTEST(sumOf(feeLines(job, {}, {{QStringLiteral("pages"), pages}, {QStringLiteral("copies"), many}})), "fee");
}

/// One matter, whatever is in it.
void tst_CertificationFees::cases_data() {
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QJsonObject>("facts");
    const std::pair<const char*, qint64> matters[] = {{"signature", 10'000}, {"translator", 10'000}, {"transaction", 50'000}, {"will", 50'000},
        {"heritage", 50'000}, {"amendment", 30'000}, {"correction", 25'000}};
    for (const auto& [name, amount] : matters)
        for (const int originals : {1, 9}) {
            QJsonObject facts = saleFacts();
            facts.insert(QStringLiteral("originals"), originals);
            QTest::addRow("%s, %d originals", name, originals) << amount << facts;
        }
}

void tst_CertificationFees::cases() {
    QFETCH(qint64, amount);
    QFETCH(QJsonObject, facts);
    JobKind job = saleKind();
    job.fee.amount = amount;
    QCOMPARE(sumOf(feeLines(job, {}, facts)), amount);
}

void tst_CertificationFees::apart_data() {
    QTest::addColumn<QJsonValue>("price"); // of the kind
    QTest::addColumn<int>("setting");      // -1: the unit takes none
    QTest::addColumn<qint64>("most");
    QTest::addColumn<QJsonValue>("pages"); // undefined: not asked
    QTest::addColumn<qint64>("sum");
    const QJsonValue byUnit(QStringLiteral("setting:photocopyPrice"));
    const auto row = [](const char* name, const QJsonValue& price, int setting, qint64 most, const QJsonValue& pages, qint64 sum) {
        QTest::newRow(name) << price << setting << most << pages << sum;
    };
    row("the unit's own", byUnit, 500, 0, 4, 2'000);
    row("one page", byUnit, 500, 0, 1, 500);
    row("nothing photocopied", byUnit, 500, 0, 0, 0);
    row("not asked", byUnit, 500, 0, QJsonValue(QJsonValue::Undefined), 0);
    row("the unit takes none", byUnit, -1, 0, 4, 0);
    row("the unit takes 0", byUnit, 0, 0, 4, 0);
    row("at the ceiling", byUnit, 1'000, 1'000, 4, 4'000);
    row("above the ceiling", byUnit, 1'001, 1'000, 4, 4'000);
    row("below the ceiling", byUnit, 999, 1'000, 4, 3'996);
    row("the kind's own", 700, -1, 0, 3, 2'100);
    row("the kind's own, whatever the unit takes", 700, 500, 0, 3, 2'100);
    row("five hundred pages", byUnit, 500, 0, 500, 250'000);
}

void tst_CertificationFees::apart() {
    QFETCH(QJsonValue, price);
    QFETCH(int, setting);
    QFETCH(qint64, most);
    QFETCH(QJsonValue, pages);
    QFETCH(qint64, sum);
    JobKind job = saleKind();
    job.fee.more.front().price = price;
    job.fee.more.front().most = most;
    UnitSettings settings;
    if (setting >= 0)
        settings.photocopyPrice = setting;
    QJsonObject facts = saleFacts();
    facts.remove(QStringLiteral("photocopied"));
    if (!pages.isUndefined())
        facts.insert(QStringLiteral("photocopied"), pages);
    const std::vector<FeeLine> lines = feesApart(job, facts, settings);
    QCOMPARE(sumOf(lines), sum);
    QCOMPARE(lines.size(), size_t(sum > 0 ? 1 : 0));
    for (const FeeLine& line : lines)
        QVERIFY(isChargedApart(job, line));
    for (const FeeLine& line : feeLines(job, {}, facts))
        QVERIFY(!isChargedApart(job, line));
}

void tst_CertificationFees::exemptions_data() {
    QTest::addColumn<bool>("ofSale");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<bool>("frees");
    QTest::newRow("one of the kind's") << true << QStringLiteral("Vay vốn theo Nghị định số 55/2015/NĐ-CP") << true;
    QTest::newRow("its article alone") << true << QStringLiteral("Nghị định số 55/2015/NĐ-CP") << false;
    QTest::newRow("a friend") << true << QStringLiteral("Người quen") << false;
    QTest::newRow("nothing") << true << QString() << false;
    QTest::newRow("of a kind that names none") << false << QStringLiteral("Người có công") << true;
}

void tst_CertificationFees::exemptions() {
    QFETCH(bool, ofSale);
    QFETCH(QString, ground);
    const JobKind& copy = *builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23));
    QTEST(isExemption(ofSale ? saleKind() : copy, ground), "frees");
}

QTEST_APPLESS_MAIN(tst_CertificationFees)
#include "tst_CertificationFees.moc"
