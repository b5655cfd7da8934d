#include "app/ui/widgets/FactGrid.h"
#include "tests/gui/PlaceTest.h"

#include <QLabel>
#include <QListWidget>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// A dossier that lies on another desk: whose it is is said, and what was begun on it here waits.
class tst_OtherDesk : public QObject {
    Q_OBJECT

private slots:
    void whoseDeskIsSaid_data();
    void whoseDeskIsSaid();
    void aCorrectionWaitsUntilItIsBack();
    void anIntakeWithFormTwoWaits();
    void whatWentOnThereIsOver();
    void formTwoIsInSight_data();
    void formTwoIsInSight();

private:
    static const counter::IntakeForm& form(const Harness& harness) { return harness.bench.counter->intake().form(); }
    /// This desk lets it go to another one.
    static void letGo(Harness& harness, domain::DossierId dossier);
    /// And has it again, as it was.
    static void comeBack(Harness& harness, domain::DossierId dossier);
    static QString intakeWords(Harness& harness) { return test::wordsOf(harness); }
    static domain::DossierId formTwo(Harness& harness, Hand& hand);
};

void tst_OtherDesk::letGo(Harness& harness, domain::DossierId dossier) {
    auto& bench = harness.bench;
    bench.exchange.dossierWishes = {{dossier, bench.otherStation}};
    emit bench.sync.received();
    bench.exchange.dossierWishes.clear();
    QCOMPARE(bench.dossier(dossier).holder, bench.otherStation);
}

void tst_OtherDesk::comeBack(Harness& harness, domain::DossierId dossier) {
    auto& bench = harness.bench;
    bench.journal.receive({domain::DossierReleased{bench.station}, dossier, bench.dossier(dossier).version + 1, bench.otherStation,
        bench.supervisor.id, bench.clock.now()});
    emit bench.sync.received();
    QCOMPARE(bench.dossier(dossier).holder, bench.station);
}

void tst_OtherDesk::whoseDeskIsSaid_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("approved");
    QTest::newRow("dossiers") << "lan.nt"
                              << "dossiers" << false;
    QTest::newRow("approval") << "hung.tv"
                              << "approval" << false;
    QTest::newRow("handover") << "lan.nt"
                              << "handover" << true;
}

/// Received at one desk, looked at from another one.
void tst_OtherDesk::whoseDeskIsSaid() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    QFETCH(bool, approved);
    CounterBench first;
    first.seatClerk();
    const auto dossier = approved ? first.approvedCopy() : first.receiveCopy();
    Harness second;
    second.bench.station = first.otherStation;
    second.bench.restart();
    for (const auto& event : first.journal.events())
        second.bench.journal.receive(event);
    begin(second, login, place);
    second.desk().page(place)->openDossier(dossier);
    // A desk does not know what another one is called: it says who worked there last.
    const QString who = approved ? first.supervisor.name : first.clerk.name;
    QString words = test::wordsOf(second);
    for (const auto* grid : second.desk().page(place)->findChildren<ui::FactGrid*>())
        for (const auto* label : grid->findChildren<QLabel*>())
            words += label->text();
    QVERIFY2(words.contains(QStringLiteral("quầy khác")) || words.contains(QStringLiteral("quầy của ")), qPrintable(words));
    QVERIFY2(words.contains(who) || words.contains(first.clerk.name), qPrintable(words));
    second.shoot(QStringLiteral("other-desk-%1-vi").arg(place));
    if (place == QLatin1String("dossiers")) {
        press(second, Qt::Key_F9);
        const QString said = test::bannerOf(second, place)->text();
        QVERIFY2(said.contains(who), qPrintable(said));
    }
}

void tst_OtherDesk::aCorrectionWaitsUntilItIsBack() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    QVERIFY(hand.tabTo(QStringLiteral("Số bản")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("5"));
    letGo(harness, dossier);
    QVERIFY2(!intakeWords(harness).contains(QStringLiteral("không ghi nhận được nữa")), qPrintable(intakeWords(harness)));
    QVERIFY2(intakeWords(harness).contains(QStringLiteral("khi hồ sơ về lại")), qPrintable(intakeWords(harness)));
    harness.shoot(QStringLiteral("correction-elsewhere-vi"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    // Nothing is thrown away by the key that begins another one.
    hand.press(Qt::Key_F2);
    QVERIFY(form(harness).isBlank());
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("đang ở quầy khác")), qPrintable(list->item(0)->text()));
    hand.press(Qt::Key_Return);
    QVERIFY(form(harness).isCorrection());
    QVERIFY(!canPress(harness, Qt::Key_F9));
    comeBack(harness, dossier);
    QCOMPARE(form(harness).facts().value(QStringLiteral("copies")).toInt(), 5);
    QVERIFY(canPress(harness, Qt::Key_F9));
    hand.press(Qt::Key_F9);
    hand.type(QStringLiteral("Gõ nhầm"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).facts.value(QStringLiteral("copies")).toInt(), 5);
}

domain::DossierId tst_OtherDesk::formTwo(Harness& harness, Hand& hand) {
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Bằng tốt nghiệp"));
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản chính"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    const auto rows = harness.bench.archive.dossiers({.states = {domain::State::Registered}});
    return rows && !rows->empty() ? rows->front().id : domain::DossierId();
}

/// The citizen may have gone to the other desk; whoever opens it here is told.
void tst_OtherDesk::anIntakeWithFormTwoWaits() {
    Harness harness;
    Hand hand;
    const auto dossier = formTwo(harness, hand);
    QVERIFY(!dossier.isNull());
    letGo(harness, dossier);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("đang ở quầy khác")), qPrintable(list->item(0)->text()));
    hand.press(Qt::Key_Return);
    QCOMPARE(form(harness).content().dossier, dossier);
    for (const Qt::Key key : {Qt::Key_F7, Qt::Key_F8, Qt::Key_F9})
        QVERIFY(!canPress(harness, key));
    QVERIFY2(intakeWords(harness).contains(QStringLiteral("khi hồ sơ về lại")), qPrintable(intakeWords(harness)));
    comeBack(harness, dossier);
    QVERIFY(canPress(harness, Qt::Key_F7));
    QVERIFY(!intakeWords(harness).contains(QStringLiteral("khi hồ sơ về lại")));
}

void tst_OtherDesk::whatWentOnThereIsOver() {
    Harness harness;
    Hand hand;
    const auto dossier = formTwo(harness, hand);
    letGo(harness, dossier);
    auto& bench = harness.bench;
    bench.journal.receive(
        {domain::DossierRefused{}, dossier, bench.dossier(dossier).version + 1, bench.otherStation, bench.clerk.id, bench.clock.now()});
    emit bench.sync.received();
    QCOMPARE(bench.dossier(dossier).state, domain::State::Refused);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 1);
    hand.press(Qt::Key_Return);
    QVERIFY2(intakeWords(harness).contains(QStringLiteral("không ghi nhận được nữa")), qPrintable(intakeWords(harness)));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    hand.press(Qt::Key_F2);
    QVERIFY(form(harness).isBlank());
}

void tst_OtherDesk::formTwoIsInSight_data() {
    QTest::addColumn<int>("later"); ///< days
    QTest::addColumn<QString>("said");
    QTest::newRow("in time") << 3 << QStringLiteral("đến hết ngày");
    QTest::newRow("too late") << 40 << QStringLiteral("đã qua");
}

/// The number and the day that stand on the slip which the citizen lays on the counter.
void tst_OtherDesk::formTwoIsInSight() {
    QFETCH(int, later);
    QFETCH(QString, said);
    Harness harness;
    Hand hand;
    const auto dossier = formTwo(harness, hand);
    const auto history = harness.bench.journal.history(dossier);
    QVERIFY(history);
    domain::SupplementAsked asked;
    for (const auto& event : *history)
        if (const auto* ask = std::get_if<domain::SupplementAsked>(&event.body))
            asked = *ask;
    QVERIFY(!asked.slipNumber.isEmpty() && asked.until.isValid());
    QVERIFY(!intakeWords(harness).contains(asked.slipNumber));
    harness.session->lock();
    harness.bench.clock.advance(qint64(later) * 24 * 3600);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QCOMPARE(form(harness).content().dossier, dossier);
    const QString words = intakeWords(harness);
    for (const QString& each : {asked.slipNumber, asked.until.toString(QStringLiteral("dd/MM/yyyy")), said})
        QVERIFY2(words.contains(each), qPrintable(each + QLatin1Char('\n') + words));
    harness.shoot(QStringLiteral("intake-goes-on-vi"));
    // Another intake is of no slip.
    hand.press(Qt::Key_F2);
    QVERIFY(!intakeWords(harness).contains(asked.slipNumber));
}

QTEST_MAIN(tst_OtherDesk)
#include "tst_OtherDesk.moc"
