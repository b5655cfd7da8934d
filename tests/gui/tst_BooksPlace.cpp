#include "tests/gui/PlaceTest.h"

#include <QTest>

using namespace motcua;
using test::Harness;

/// The certification books, by keyboard as they are kept.
class tst_BooksPlace : public QObject {
    Q_OBJECT

private slots:
    void spoilsWithAReason();
    void yearIsClosedAfterItsTotals();
};

void tst_BooksPlace::spoilsWithAReason() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.entries.size(), 2u);
    QVERIFY(!after.entries.front().spoiledReason.isEmpty());
    QCOMPARE(after.liveEntry()->number, 2);
}

void tst_BooksPlace::yearIsClosedAfterItsTotals() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    const auto isClosed = [&harness] { return harness.bench.archive.volumes()->front().closed; };
    press(harness, Qt::Key_F7);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("1 (từ số 1 đến số 1)")));
    press(harness, Qt::Key_Return);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Escape);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QVERIFY(!canPress(harness, Qt::Key_F7));
}

QTEST_MAIN(tst_BooksPlace)
#include "tst_BooksPlace.moc"
