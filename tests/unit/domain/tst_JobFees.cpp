#include "app/domain/Fees.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"

#include <QTest>

using namespace motcua::domain;

Q_DECLARE_METATYPE(motcua::domain::JobFee)
Q_DECLARE_METATYPE(motcua::domain::Procedure)

class tst_JobFees : public QObject {
    Q_OBJECT

private slots:
    void typedFeesAreNamed_data();
    void typedFeesAreNamed();
    void certifiedCopies_data();
    void certifiedCopies();
    void rules_data();
    void rules();
    void whoTypesTheFee();
};

namespace {

const JobKind& builtIn(const char* kind) {
    return *builtInJobs().inForce(QLatin1String(kind), QDate(2026, 11, 23));
}

Procedure row(FeeRule rule, qint64 amount) {
    Procedure procedure;
    procedure.version.field = QStringLiteral("Chứng thực");
    procedure.feeRule = rule;
    procedure.feeAmount = amount;
    return procedure;
}

QJsonObject facts(int pages, int copies, int events = 1) {
    return {{QStringLiteral("pages"), pages}, {QStringLiteral("copies"), copies}, {QStringLiteral("events"), events}};
}

}

// Thông tư 226/2016/TT-BTC; certification.md §4.
void tst_JobFees::certifiedCopies_data() {
    QTest::addColumn<int>("pages");
    QTest::addColumn<qint64>("fee");
    const std::pair<int, qint64> rows[] = {{0, 0}, {1, 2'000}, {2, 4'000}, {3, 5'000}, {5, 7'000}, {10, 12'000}, {197, 199'000}, {198, 200'000},
        {199, 200'000}, {250, 200'000}, {2'000, 200'000}, {-1, 0}};
    for (const auto& [pages, fee] : rows)
        QTest::addRow("%d pages", pages) << pages << fee;
}

void tst_JobFees::certifiedCopies() {
    QFETCH(int, pages);
    QFETCH(qint64, fee);
    const auto lines = feeLines(builtIn("certified-copy"), {}, facts(pages, 7));
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines.front().amount, 7 * fee);
    QCOMPARE(lines.front().quantity, 7);
    QVERIFY(checkFeeLine(lines.front()));
}

void tst_JobFees::rules_data() {
    QTest::addColumn<JobFee>("fee");
    QTest::addColumn<Procedure>("procedure");
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<qint64>("total");
    const Procedure perCase = row(FeeRule::PerCase, 10'000);
    const Procedure perCopy = row(FeeRule::PerCopy, 8'000);
    JobFee fee = builtIn("counted-copies").fee;
    QTest::newRow("three extracts") << fee << perCopy << facts(1, 3) << 24'000LL;
    QTest::newRow("three extracts of two events") << fee << perCopy << facts(1, 3, 2) << 48'000LL;
    fee.amount = 5'000;
    QTest::newRow("the job's own price") << fee << perCopy << facts(1, 3) << 15'000LL;
    fee = {};
    fee.rule = QStringLiteral("catalogue");
    QTest::newRow("per case, by the catalogue") << fee << perCase << facts(9, 9) << 10'000LL;
    QTest::newRow("free") << fee << row(FeeRule::Free, 0) << facts(9, 9) << 0LL;
    QTest::newRow("set by the province") << fee << row(FeeRule::SetByProvince, 0) << facts(9, 9) << 0LL;
    fee.rule = QStringLiteral("none");
    QTest::newRow("none") << fee << perCase << facts(9, 9) << 0LL;
    fee.rule = QStringLiteral("per-case");
    fee.amount = 30'000;
    QTest::newRow("per case, its own") << fee << perCase << facts(9, 9) << 30'000LL;
    fee = {};
    fee.rule = QStringLiteral("per-page");
    fee.pages = QStringLiteral("pages");
    fee.steps = {{1, 10'000}, {3, 5'000}, {0, 1'000}};
    QTest::newRow("in steps") << fee << perCase << facts(5, 1) << 22'000LL;
    fee.cap = 12'000;
    QTest::newRow("capped") << fee << perCase << facts(5, 1) << 12'000LL;
    QTest::newRow("no pages") << fee << perCase << QJsonObject() << 0LL;
    fee.copies = QStringLiteral("copies");
    QTest::newRow("absurd count") << fee << perCase << facts(5, 2'000'000'000) << 12'000LL * 100'000;
}

void tst_JobFees::rules() {
    QFETCH(JobFee, fee);
    QFETCH(Procedure, procedure);
    QFETCH(QJsonObject, facts);
    QFETCH(qint64, total);
    JobKind job;
    job.fee = fee;
    qint64 sum = 0;
    for (const FeeLine& line : feeLines(job, procedure, facts)) {
        QVERIFY(checkFeeLine(line));
        sum += line.amount;
    }
    QCOMPARE(sum, total);
}

void tst_JobFees::whoTypesTheFee() {
    QVERIFY(isFeeTyped(builtIn("general"), row(FeeRule::SetByProvince, 0)));
    QVERIFY(!isFeeTyped(builtIn("general"), row(FeeRule::Free, 0)));
    QVERIFY(!isFeeTyped(builtIn("certified-copy"), row(FeeRule::SetByProvince, 0)));
    QVERIFY(isFeeTyped(builtIn("counted-copies"), row(FeeRule::SetByProvince, 0)));
    QVERIFY(!isFeeTyped(builtIn("counted-copies"), row(FeeRule::PerCopy, 8'000)));
}

void tst_JobFees::typedFeesAreNamed_data() {
    QTest::addColumn<QString>("note"); // of the catalogue
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QString>("name");
    const QString birth = QStringLiteral("Thủ tục đăng ký khai sinh");
    QTest::newRow("charge") << "Lệ phí do HĐND cấp tỉnh quyết định" << birth << "Lệ phí: đăng ký khai sinh";
    QTest::newRow("fee") << "100.000 đ (Phí Thẩm tra, thẩm định: 100.000 đồng/lần)"
                         << "Công bố hoạt động bến thủy nội địa"
                         << "Phí: Công bố hoạt động bến thủy nội địa";
    QTest::newRow("both") << "Phí thẩm định và lệ phí cấp giấy chứng nhận do HĐND cấp tỉnh quyết định" << birth << "Phí, lệ phí: đăng ký khai sinh";
    QTest::newRow("free of charge is no kind") << "Miễn phí; quá hạn: lệ phí do HĐND cấp tỉnh" << birth << "Lệ phí: đăng ký khai sinh";
    QTest::newRow("not known") << "chưa kiểm chứng" << birth << "Phí, lệ phí: đăng ký khai sinh";
    QTest::newRow("nothing") << ""
                             << ""
                             << "Phí, lệ phí";
}

void tst_JobFees::typedFeesAreNamed() {
    QFETCH(QString, note);
    QFETCH(QString, procedure);
    QFETCH(QString, name);
    Procedure row;
    row.feeNote = note;
    row.version.name = procedure;
    QCOMPARE(typedFeeName(row), name);
    row.version.name = QString(600, QLatin1Char('x'));
    QVERIFY(typedFeeName(row).size() <= limits::longestLine);
}

QTEST_APPLESS_MAIN(tst_JobFees)
#include "tst_JobFees.moc"
