#include "InventedJob.h"
#include "app/domain/jobs/BuiltInJobs.h"
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
};

namespace {

const QString fits = QString();

void check(const DossierReceived& received, const QString& wanted) {
    Jobs jobs = builtInJobs();
    jobs.put(*readJobKind(inventedJob(), builtInForms()));
    const auto outcome = fitsItsKind(received, jobs);
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
    body.job = termsOf(*readJobKind(inventedJob(), builtInForms()), body.procedure, body.facts);
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

QTEST_APPLESS_MAIN(tst_JobFit)
#include "tst_JobFit.moc"
