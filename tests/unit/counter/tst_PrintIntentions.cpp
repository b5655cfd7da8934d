#include "app/counter/PrintIntentions.h"
#include "app/counter/UnprintedPapers.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;

/// How many copies came out by what a queue counts.
class tst_PrintIntentions : public QObject {
    Q_OBJECT

private slots:
    void copies_data();
    void copies();
    void listsOfAProgramBefore();
};

void tst_PrintIntentions::copies_data() {
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("sides");
    QTest::addColumn<int>("printed"); ///< of a job that was printed to its end
    QTest::addColumn<int>("whole");   ///< of one that was not
    const auto row = [](const char* name, int wanted, int pages, int sides, int printed, int whole) {
        QTest::newRow(name) << wanted << pages << sides << printed << whole;
    };
    row("nothing is counted", 3, 1, 0, 3, 0);
    row("the pages are not known", 3, 0, 2, 3, 0);
    row("all of them", 3, 1, 3, 3, 3);
    row("two of three", 3, 1, 2, 2, 2);
    row("two pages each, all", 3, 2, 6, 3, 3);
    row("two pages each, one copy and a half", 3, 2, 3, 1, 1);
    row("more than was asked for", 2, 1, 9, 2, 2);
    row("one copy is one, whatever the driver counts", 1, 4, 2, 1, 0);
    row("a job that ended has given something", 2, 4, 1, 1, 0);
}

void tst_PrintIntentions::copies() {
    QFETCH(int, wanted);
    QFETCH(int, pages);
    QFETCH(int, sides);
    counter::PrintIntention intention;
    intention.copies = wanted;
    intention.pages = pages;
    QTEST(intention.copiesOf(sides), "printed");
    QTEST(intention.wholeCopiesOf(sides), "whole");
}

/// What was under way then has no ticket: it is asked about.
void tst_PrintIntentions::listsOfAProgramBefore() {
    const QJsonObject before{{QStringLiteral("paper"), QJsonObject{{QStringLiteral("form"), QStringLiteral("form-01")}}},
        {QStringLiteral("copies"), 2}, {QStringLiteral("error"), QStringLiteral("print.interrupted")},
        {QStringLiteral("jobs"), QJsonArray{QJsonObject{{QStringLiteral("queue"), QStringLiteral("quay")}, {QStringLiteral("number"), 7},
                                     {QStringLiteral("copies"), 2}, {QStringLiteral("sha256"), QStringLiteral("ab")}}}}};
    const auto paper = base::fromJson<counter::UnprintedPaper>(before);
    QVERIFY(paper.isAsked());
    QCOMPARE(paper.copies, 2);
    QCOMPARE(paper.jobs.size(), 1u);
    QCOMPARE(paper.jobs.front().job.number, 7);
    QVERIFY(paper.jobs.front().intention.id.isNull());
}

QTEST_APPLESS_MAIN(tst_PrintIntentions)
#include "tst_PrintIntentions.moc"
