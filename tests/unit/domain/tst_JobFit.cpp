#include "InventedJob.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobFit.h"
#include "app/domain/jobs/JobReader.h"
#include "tests/support/CopyFacts.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

using Change = std::function<void(DossierReceived&)>;
Q_DECLARE_METATYPE(Change)

/// What the province asks of a received dossier: that it fits a kind of job that was published.
class tst_JobFit : public QObject {
    Q_OBJECT

private slots:
    void boats_data();
    void boats();
    void certifiedCopies_data();
    void certifiedCopies();
    void signsThatCannotBeSeen();
    void feesFollowTheRow_data();
    void feesFollowTheRow();
    void noKindIsPassedOver_data();
    void noKindIsPassedOver();
};

namespace {

const QString fits = QString();

enum class Desk { Heard, OfFirstVersion };

void check(const DossierReceived& received, const QString& wanted, Desk desk = Desk::Heard) {
    Jobs jobs = builtInJobs();
    jobs.put(*readJobKind(inventedJob(), builtInForms()));
    const auto known = [&](const JobKind& job) { return desk == Desk::Heard || isFirstKind(job.kind, job.version); };
    const auto outcome = fitsItsKind(received, jobs, known);
    QCOMPARE(outcome ? fits : outcome.error().code + QLatin1Char(' ') + outcome.error().detail.value(QStringLiteral("field")), wanted);
}

}

void tst_JobFit::boats_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const char* wanted, const Change& change) { QTest::newRow(name) << change << QString::fromLatin1(wanted); };
    const auto fact = [](const char* name, const QJsonValue& value) {
        return Change([name = QString::fromLatin1(name), value](DossierReceived& body) { body.facts.insert(name, value); });
    };
    row("as decided", "", [](DossierReceived&) {});
    row("a kind that nobody published", "job.unknown ", [](DossierReceived& body) { body.job.kind = QStringLiteral("moon-paper"); });
    row("a version that nobody published", "job.unknown ", [](DossierReceived& body) { body.job.version = QStringLiteral("2029-01-01"); });
    row("another procedure", "job.unfitting procedure.code", [](DossierReceived& body) { body.procedure.code = QStringLiteral("2.000815"); });
    row("before its day of effect", "job.unfitting received",
        [](DossierReceived& body) { body.received = QDateTime(QDate(2026, 10, 31), QTime(16, 59), Qt::UTC); });
    row("on its day of effect, in Viet Nam", "",
        [](DossierReceived& body) { body.received = QDateTime(QDate(2026, 10, 31), QTime(17, 0), Qt::UTC); });
    row("a fact missing", "job.unfitting facts.boat", [](DossierReceived& body) { body.facts.remove(QStringLiteral("boat")); });
    row("a number out of range", "job.unfitting facts.length", fact("length", 61));
    row("no whole number", "job.unfitting facts.length", fact("length", 1.5));
    row("a choice that is none", "job.unfitting facts.use", fact("use", QStringLiteral("Du lịch")));
    row("no day", "job.unfitting facts.built", fact("built", QStringLiteral("2026-02-30")));
    row("a fact that is not asked", "job.unfitting facts.colour", fact("colour", QStringLiteral("đỏ")));
    row("a fact that is hidden", "job.unfitting facts.flag", fact("flag", QStringLiteral("Lào")));
    row("another book", "job.unfitting job.book", [](DossierReceived& body) { body.job.book = QStringLiteral("SCT/BS"); });
    row("no book", "job.unfitting job.book", [](DossierReceived& body) { body.job.book.clear(); });
    row("fewer copies owed", "job.unfitting job.attestations", [](DossierReceived& body) { body.job.attestations = 1; });
    row("more copies in the facts", "job.unfitting job.attestations", fact("copies", 9));
    row("another subject", "job.unfitting job.subject", [](DossierReceived& body) { body.job.subject = QStringLiteral("QN-1"); });
    row("another value in the book", "job.unfitting job.columns",
        [](DossierReceived& body) { body.job.columns.insert(QStringLiteral("length"), 5); });
    row("others may sign", "job.unfitting job.signers", [](DossierReceived& body) { body.job.signers = 1; });
    row("a fact with needless spaces", "job.unfitting facts", fact("boat", QStringLiteral("QN-12345-TS ")));
    row("no fee", "job.unfitting fees", [](DossierReceived& body) { body.fees.clear(); });
    row("a smaller fee", "job.unfitting fees", [](DossierReceived& body) {
        body.fees.front().unitPrice = 1;
        body.fees.front().amount = body.fees.front().quantity;
    });
    row("a second fee", "job.unfitting fees", [](DossierReceived& body) { body.fees.push_back(body.fees.front()); });
    row("exempt with a ground", "", [](DossierReceived& body) {
        body.fees.front().amount = 0;
        body.fees.front().exemption = QStringLiteral("Người có công");
    });
    row("exempt without one", "job.unfitting fees", [](DossierReceived& body) { body.fees.front().amount = 0; });
    row("another time", "job.unfitting procedure.timeValue", [](DossierReceived& body) { ++body.procedure.timeValue; });
    row("another authority", "job.unfitting job.authority", [](DossierReceived& body) { body.job.authority = QStringLiteral("Q. CHỦ TỊCH"); });
}

void tst_JobFit::boats() {
    QFETCH(Change, change);
    QFETCH(QString, wanted);
    DossierReceived body;
    body.procedure.code = QStringLiteral("9.000001");
    body.procedure.name = QStringLiteral("Xác nhận tàu cá");
    body.received = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    body.facts = {{QStringLiteral("boat"), QStringLiteral("QN-12345-TS")}, {QStringLiteral("length"), 24}, {QStringLiteral("copies"), 3},
        {QStringLiteral("use"), QStringLiteral("Khai thác")}};
    const JobKind job = *readJobKind(inventedJob(), builtInForms());
    body.job = termsOf(job, body.procedure, body.facts);
    Procedure row;
    row.version = body.procedure;
    body.fees = feeLines(job, row, body.facts);
    body.procedure.timeValue = job.time->value;
    body.procedure.timeUnit = job.time->unit;
    change(body);
    check(body, wanted);
}

void tst_JobFit::certifiedCopies_data() {
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("copies");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("sound") << 3 << 2 << fits;
    QTest::newRow("no page") << 0 << 2 << QStringLiteral("job.unfitting facts.pages");
    QTest::newRow("too many copies") << 3 << 501 << QStringLiteral("job.unfitting facts.copies");
}

/// As an old desk says it too: its record is read as this one.
void tst_JobFit::certifiedCopies() {
    QFETCH(int, pages);
    QFETCH(int, copies);
    QFETCH(QString, wanted);
    DossierReceived body;
    body.procedure.code = QStringLiteral("2.000815.000.00.00.H49");
    body.received = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    motcua::test::certifyCopy(body, QStringLiteral("Học bạ"), pages, copies);
    check(body, wanted);
}

/// What a desk of the first version let a clerk paste must not stop its lane; in a newer kind nobody has it.
void tst_JobFit::signsThatCannotBeSeen() {
    DossierReceived copy;
    copy.procedure.code = QStringLiteral("2.000815.000.00.00.H49");
    copy.received = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    motcua::test::certifyCopy(copy, QStringLiteral("Học\u200B bạ"), 2, 1);
    check(copy, QString());
    motcua::test::certifyCopy(copy, QStringLiteral(" Học bạ"), 2, 1);
    check(copy, QStringLiteral("job.unfitting facts"));
}

/// A fee that the kind leaves to the catalogue.
void tst_JobFit::feesFollowTheRow_data() {
    QTest::addColumn<int>("rule");
    QTest::addColumn<std::vector<FeeLine>>("fees");
    QTest::addColumn<bool>("follows");
    const auto row = [](const char* name, FeeRule rule, const std::vector<FeeLine>& fees, bool follows) {
        QTest::newRow(name) << static_cast<int>(rule) << fees << follows;
    };
    const FeeLine owed{QStringLiteral("Lệ phí"), 30'000, 1, 30'000, {}};
    FeeLine exempt = owed;
    exempt.amount = 0;
    FeeLine waived = exempt;
    exempt.exemption = QStringLiteral("Người có công");
    const FeeLine tea{QStringLiteral("Tiền trà nước"), 9'000'000, 1, 9'000'000, {}};
    row("as it is", FeeRule::PerCase, {owed}, true);
    row("under another name", FeeRule::PerCase, {{QStringLiteral("Phí"), 30'000, 1, 30'000, {}}}, true);
    row("exempt on a ground", FeeRule::PerCase, {exempt}, true);
    row("waived without one", FeeRule::PerCase, {waived}, false);
    row("none", FeeRule::PerCase, {}, false);
    row("more than it is", FeeRule::PerCase, {tea}, false);
    row("one more", FeeRule::PerCase, {owed, tea}, false);
    row("nothing for what is free", FeeRule::Free, {}, true);
    row("something for what is free", FeeRule::Free, {tea}, false);
    row("what the province sets", FeeRule::SetByProvince, {tea}, true);
    row("what nobody has said", FeeRule::None, {tea}, true);
}

void tst_JobFit::feesFollowTheRow() {
    QFETCH(int, rule);
    QFETCH(std::vector<FeeLine>, fees);
    QFETCH(bool, follows);
    Procedure row;
    row.version.code = QStringLiteral("2.000913");
    row.feeRule = static_cast<FeeRule>(rule);
    row.feeAmount = row.feeRule == FeeRule::PerCase ? 30'000 : 0;
    DossierReceived body;
    body.procedure = row.version;
    body.job = termsOf(*builtInJobs().inForce(QLatin1String(generalKind), QDate(2026, 11, 23)), body.procedure, {});
    body.fees = fees;
    const Jobs jobs = builtInJobs();
    const JobKind& general = *jobs.find(body.job.kind, body.job.version);
    QVERIFY(isPricedByRow(general));
    QCOMPARE(feesFollowRow(body, general, row), follows);
}

void tst_JobFit::noKindIsPassedOver_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("desk");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const char* procedure, const char* kind, Desk desk, const char* wanted) {
        QTest::newRow(name) << QString::fromLatin1(procedure) << QString::fromLatin1(kind) << static_cast<int>(desk) << QString::fromLatin1(wanted);
    };
    row("a certified copy as a general job", "2.000815", "general", Desk::Heard, "job.unfitting procedure.code");
    row("the same by an old desk", "2.000942.000.00.00.H49", "general", Desk::OfFirstVersion, "job.unfitting procedure.code");
    row("a certified copy as counted copies", "2.000815", "counted-copies", Desk::Heard, "job.unfitting procedure.code");
    row("boats as a general job", "9.000001", "general", Desk::Heard, "job.unfitting procedure.code");
    row("boats as counted copies", "9.000001", "counted-copies", Desk::Heard, "job.unfitting procedure.code");
    row("boats by a desk that has not heard of them", "9.000001", "general", Desk::OfFirstVersion, "");
    row("extracts as a general job", "2.000635", "general", Desk::Heard, "job.unfitting procedure.code");
    row("extracts by an old desk", "2.000635", "general", Desk::OfFirstVersion, "");
    row("what no kind names", "1.001612", "general", Desk::Heard, "");
    row("what the catalogue may count", "1.001612", "counted-copies", Desk::Heard, "");
}

void tst_JobFit::noKindIsPassedOver() {
    QFETCH(QString, procedure);
    QFETCH(QString, kind);
    QFETCH(int, desk);
    QFETCH(QString, wanted);
    DossierReceived body;
    body.procedure.code = procedure;
    body.received = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    if (kind == QLatin1String("counted-copies"))
        body.facts = {{QStringLiteral("copies"), 2}, {QStringLiteral("events"), 1}};
    body.job = termsOf(*builtInJobs().inForce(kind, QDate(2026, 11, 23)), body.procedure, body.facts);
    check(body, wanted, static_cast<Desk>(desk));
}

QTEST_APPLESS_MAIN(tst_JobFit)
#include "tst_JobFit.moc"
