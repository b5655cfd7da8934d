#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/handover/AttestationPlacePanel.h"
#include "app/ui/handover/SheetPreview.h"
#include "tests/gui/Hand.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;

/// Where a printer's attestations start is asked once, over the scanned page, and kept for that printer.
class tst_AttestationPlace : public QObject {
    Q_OBJECT

private slots:
    void aNewPrinterAsksOnce();
    void notNowPrintsNothing();
    void eachPrinterHasItsOwn();
    void movedByKeys();
    void edgesAreReminded();
    void pictures_data();
    void pictures();

private:
    struct AtHandOver {
        explicit AtHandOver(ui::SchemeChoice scheme = ui::SchemeChoice::Light) : harness(true, scheme) {
            harness.bench.forms = &renderer;
            harness.bench.restart();
            harness.bench.seatClerk();
            harness.bench.fillCopy();
            (void)harness.bench.counter->intake().draft().take(CounterBench::page("one"));
            dossier = harness.bench.counter->intake().acts().receive()->dossier;
            harness.bench.seatSupervisor();
            if (!harness.bench.counter->approval().approve(dossier))
                qFatal("not approved");
            choose(QStringLiteral("HP"));
        }
        void choose(const QString& queue) {
            counter::PrintTarget target = printing().target();
            target.queue = queue;
            printing().setTarget(target);
        }
        void sit() { begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover")); }
        counter::Printing& printing() { return harness.bench.counter->printing(); }
        ui::AttestationPlacePanel* panel() { return harness.window->findChild<ui::AttestationPlacePanel*>(); }
        ui::SheetPreview* sheet() { return panel()->findChild<ui::SheetPreview*>(); }
        size_t printed() const { return harness.bench.dossier(dossier).attested.size(); }
        /// The receipt of the intake apart.
        size_t sheets() const { return harness.bench.paper.requests.size() - 1; }

        paper::HtmlFormRenderer renderer;
        Harness harness;
        Hand hand;
        domain::DossierId dossier;
    };
};

void tst_AttestationPlace::aNewPrinterAsksOnce() {
    AtHandOver at;
    at.sit();
    QVERIFY(!at.panel()->isVisible());
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.panel()->isVisible());
    QCOMPARE(at.printed(), 0u);
    for (int i = 0; i < 5; ++i)
        at.hand.press(Qt::Key_Up);
    at.hand.press(Qt::Key_Return);
    QVERIFY(!at.panel()->isVisible());
    QTRY_COMPARE(at.printed(), 1u);
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), counter::AttestationTop::usual - 5);
    at.hand.press(Qt::Key_F5);
    QVERIFY(!at.panel()->isVisible());
    QTRY_COMPARE(at.sheets(), 2u);
}

void tst_AttestationPlace::notNowPrintsNothing() {
    AtHandOver at;
    at.sit();
    at.hand.press(Qt::Key_F9);
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Escape);
    QVERIFY(!at.panel()->isVisible());
    QCOMPARE(at.sheets(), 0u);
    QVERIFY(canPress(at.harness, Qt::Key_F9));
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.panel()->isVisible());
}

void tst_AttestationPlace::eachPrinterHasItsOwn() {
    AtHandOver at;
    at.printing().setTop(QStringLiteral("last-page"), 150);
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), 150);
    QCOMPARE(at.printing().target().topOf(QStringLiteral("under-signature")), counter::AttestationTop::usualBelowSignature);
    at.choose(QStringLiteral("Canon"));
    QVERIFY(at.printing().isTopAsked(at.harness.bench.dossier(at.dossier)));
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), counter::AttestationTop::usual);
    at.choose(QStringLiteral("HP"));
    QVERIFY(!at.printing().isTopAsked(at.harness.bench.dossier(at.dossier)));
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), 150);
    at.printing().setTop(QStringLiteral("last-page"), 1000);
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), counter::AttestationTop::highest);
}

/// Also later, by its own key: then nothing is printed.
void tst_AttestationPlace::movedByKeys() {
    AtHandOver at;
    at.printing().setTop(QStringLiteral("last-page"), 185);
    at.sit();
    at.hand.press(Qt::Key_F3);
    QVERIFY(at.panel()->isVisible());
    const int room = at.sheet()->room();
    at.hand.press(Qt::Key_PageUp);
    QCOMPARE(at.sheet()->top(), 175);
    QCOMPARE(at.sheet()->room(), room + 10);
    at.hand.press(Qt::Key_Up);
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_PageDown);
    QCOMPARE(at.sheet()->top(), 185);
    for (int i = 0; i < 30; ++i)
        at.hand.press(Qt::Key_PageUp);
    QCOMPARE(at.sheet()->top(), counter::AttestationTop::lowest);
    at.hand.press(Qt::Key_Return);
    QCOMPARE(at.printing().target().topOf(QStringLiteral("last-page")), counter::AttestationTop::lowest);
    QCOMPARE(at.sheets(), 0u);
    QVERIFY(!at.panel()->isVisible());
}

/// The copy has three pages.
void tst_AttestationPlace::edgesAreReminded() {
    AtHandOver at;
    domain::Dossier dossier = at.harness.bench.dossier(at.dossier);
    QVERIFY(at.printing().isStampedOverEdges(dossier));
    dossier.facts.insert(QStringLiteral("pages"), 1);
    QVERIFY(!at.printing().isStampedOverEdges(dossier));
    dossier.facts.insert(QStringLiteral("sheets"), 2);
    QVERIFY(at.printing().isStampedOverEdges(dossier));
}

void tst_AttestationPlace::pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1366") << false << QSize(1366, 768);
    QTest::newRow("dark-1366") << true << QSize(1366, 768);
    QTest::newRow("light-1024") << false << QSize(1024, 768);
    QTest::newRow("dark-1024") << true << QSize(1024, 768);
}

void tst_AttestationPlace::pictures() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    AtHandOver at(dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
    at.harness.window->resize(size);
    at.sit();
    at.hand.press(Qt::Key_F9);
    QTest::qWait(300);
    at.harness.shoot(QStringLiteral("attestation-place-") + QLatin1String(QTest::currentDataTag()));
    const QStringList faults = layoutFaults(*at.harness.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_AttestationPlace)
#include "tst_AttestationPlace.moc"
