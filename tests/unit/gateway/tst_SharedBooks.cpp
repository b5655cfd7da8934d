// Kinds of job that write in one book must have it alike. What is published is asked for it; what comes with the programs is asked here.

#include "app/domain/jobs/BuiltInJobs.h"
#include "sync/gateway/publish/SharedBooks.h"

#include <QTest>

using namespace motcua;

using Change = void (*)(domain::JobKind&);

class tst_SharedBooks : public QObject {
    Q_OBJECT

private slots:
    void builtInOnesAgree();
    void whatDiffersIsNamed_data();
    void whatDiffersIsNamed();

private:
    static QSet<QString> names(const domain::Jobs& jobs) {
        QSet<QString> names;
        for (const auto& job : jobs.kinds())
            names.insert(job->kind);
        return names;
    }
};

void tst_SharedBooks::builtInOnesAgree() {
    const auto proved = domain::readJobDirectory(QStringLiteral(":/jobs"));
    QVERIFY2(proved, proved ? "" : qPrintable(proved.error().toLogLine()));
    const domain::Jobs& jobs = domain::builtInJobs();
    QCOMPARE(jobs.kinds().size(), proved->size());
    QDate first(2100, 1, 1);
    for (const auto& job : jobs.kinds())
        first = qMin(first, job->from);
    const auto alike = gateway::booksAgree(jobs, names(jobs), first);
    QVERIFY2(alike, alike ? "" : qPrintable(alike.error().toLogLine()));
}

void tst_SharedBooks::whatDiffersIsNamed_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("place");
    QTest::newRow("nothing") << Change([](domain::JobKind&) {}) << QString();
    QTest::newRow("its name") << Change([](domain::JobKind& job) { job.book->name += u'x'; }) << "book.name";
    QTest::newRow("a column") << Change([](domain::JobKind& job) { job.book->columns.pop_back(); }) << "book.columns";
    QTest::newRow("its template") << Change([](domain::JobKind& job) { job.templates.insert(QStringLiteral("book"), QStringLiteral("x")); })
                                  << "templates.book";
    QTest::newRow("its symbol") << Change([](domain::JobKind& job) { job.book->symbol = QStringLiteral("STC/XN"); }) << QString();
}

void tst_SharedBooks::whatDiffersIsNamed() {
    QFETCH(Change, change);
    QFETCH(QString, place);
    domain::Jobs jobs = domain::builtInJobs();
    domain::JobKind other = *jobs.inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 29));
    other.kind = QStringLiteral("other-copy");
    change(other);
    jobs.put(other);
    const auto alike = gateway::booksAgree(jobs, names(jobs), QDate(2026, 11, 29));
    QCOMPARE(static_cast<bool>(alike), place.isEmpty());
    if (alike)
        return;
    QCOMPARE(alike.error().code, QStringLiteral("job.book-differs"));
    QCOMPARE(alike.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(alike.error().detail.value(QStringLiteral("symbol")), other.book->symbol);
}

QTEST_APPLESS_MAIN(tst_SharedBooks)
#include "tst_SharedBooks.moc"
