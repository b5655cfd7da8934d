#include "tests/gui/PlaceTest.h"

#include <QTest>

using namespace motcua;
using test::Harness;

/// The hand-over, by keyboard as a clerk works it.
class tst_HandOverPlace : public QObject {
    Q_OBJECT

private slots:
    void handsOverByKeys();
    void printerFailureKeepsTheDossier();
    void oneStepAtATime();
};

void tst_HandOverPlace::handsOverByKeys() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), 2u);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_4);
    press(harness, Qt::Key_F9);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.state, domain::State::HandedOver);
    QVERIFY(after.closed);
    QCOMPARE(after.rating, 4);
    QCOMPARE(after.money, domain::MoneyState::Paid);
    const auto history = harness.bench.journal.history(dossier);
    for (const domain::Event& event : *history)
        if (const auto* fee = std::get_if<domain::FeeCollected>(&event.body))
            QCOMPARE(fee->method, domain::PaymentMethod::Transfer);
}

void tst_HandOverPlace::printerFailureKeepsTheDossier() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    harness.bench.paper.printFailure = {QStringLiteral("print.no-queue")};
    press(harness, Qt::Key_F9);
    ui::Banner* banner = bannerOf(harness, QStringLiteral("handover"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
    harness.bench.paper.printFailure = {};
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QVERIFY(!banner->isVisible());
}

void tst_HandOverPlace::oneStepAtATime() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).money, domain::MoneyState::Paid);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::HandedOver);
    QVERIFY(!harness.bench.dossier(dossier).closed);
    press(harness, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
}

QTEST_MAIN(tst_HandOverPlace)
#include "tst_HandOverPlace.moc"
