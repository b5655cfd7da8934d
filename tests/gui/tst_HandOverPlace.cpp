#include "app/domain/CardQr.h"
#include "app/ui/handover/HandOverPlace.h"
#include "app/ui/shell/PrintStrip.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/RatingBar.h"
#include "app/ui/widgets/TextLabel.h"
#include "tests/gui/BoatPaper.h"
#include "tests/gui/Hand.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Harness;

/// The hand-over, by keyboard as a clerk works it.
class tst_HandOverPlace : public QObject {
    Q_OBJECT

private slots:
    void handsOverByKeys();
    void theSameKeyAgainActsOnNobodyElse();
    void aKeyHeldDownActsOnce();
    void theCardIsLookedAtBySomebody_data();
    void theCardIsLookedAtBySomebody();
    void aNameWithOtherMarksIsLookedAt_data();
    void aNameWithOtherMarksIsLookedAt();
    void whatIsAttestedByHandGetsItsNumber();
    void aRefusalLeadsToItsField();
    void printerFailureKeepsTheDossier();
    void oneStepAtATime();
    void saysWhatTheKindHandsOver_data();
    void saysWhatTheKindHandsOver();
    void attestationIsPrintedWhateverElseThereIs();
    void aWholeVisitByOneKey();

private:
    /// Received by the clerk and approved; the facts are the kind's. `numbered`: what is attested by hand has its number.
    static domain::DossierId approved(Harness& harness, const QString& procedure, const QJsonObject& facts, bool numbered = true);
};

domain::DossierId tst_HandOverPlace::approved(Harness& harness, const QString& procedure, const QJsonObject& facts, bool numbered) {
    CounterBench& bench = harness.bench;
    bench.seatClerk();
    counter::IntakeForm& form = bench.counter->intake().form();
    if (!form.applyCardQr(CounterBench::card()))
        qFatal("card");
    form.setProcedure(procedure);
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        form.setFact(fact.key(), fact.value());
    for (int i = 0; i < static_cast<int>(form.content().papers.size()); ++i)
        form.setPaper(i, domain::PaperKind::Original, 1);
    if (form.isFeeTyped())
        form.setTypedFee(0);
    const auto received = bench.counter->intake().acts().receive();
    if (!received)
        qFatal("%s", qPrintable(received.error().toLogLine()));
    bench.seatSupervisor();
    if (const auto decided = bench.counter->approval().approve(received->dossier); !decided)
        qFatal("%s", qPrintable(decided.error().toLogLine()));
    bench.seatClerk();
    const domain::HandEntry entry{QStringLiteral("152"), QStringLiteral("01/2026-SCT/CK"), bench.counter->desk().today()};
    if (numbered && bench.dossier(received->dossier).job.byHand)
        if (const auto stated = bench.counter->runner().run(received->dossier, domain::AttestByHand{entry}); !stated)
            qFatal("%s", qPrintable(stated.error().toLogLine()));
    return received->dossier;
}

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

void tst_HandOverPlace::theSameKeyAgainActsOnNobodyElse() {
    Harness harness;
    const auto first = approved(harness, QStringLiteral("2.000884"), {});
    const auto second = approved(harness, QStringLiteral("2.000884"), {});
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(first).closed);
    for (int bounce = 0; bounce < 3; ++bounce)
        press(harness, Qt::Key_F9);
    press(harness, Qt::Key_F6, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(second).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(second).money, domain::MoneyState::Due);
    // Picked, it goes on.
    press(harness, Qt::Key_Down);
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(second).closed);
}

/// From printing on: what a key that stays down repeats is not asked for.
void tst_HandOverPlace::aKeyHeldDownActsOnce() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    for (int repeat = 0; repeat < 20; ++repeat)
        QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_F9, Qt::NoModifier, QString(), true);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(dossier).closed);
}

void tst_HandOverPlace::theCardIsLookedAtBySomebody_data() {
    QTest::addColumn<bool>("looked");
    QTest::newRow("nobody") << false;
    QTest::newRow("the clerk, who says so by F8") << true;
}

void tst_HandOverPlace::theCardIsLookedAtBySomebody() {
    QFETCH(bool, looked);
    Harness harness;
    const auto dossier = approved(harness, QStringLiteral("2.000884"), {});
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    if (looked)
        press(harness, Qt::Key_F8);
    press(harness, Qt::Key_F9);
    const auto history = harness.bench.journal.history(dossier);
    int handedOver = 0;
    for (const domain::Event& event : *history)
        if (const auto* result = std::get_if<domain::ResultHandedOver>(&event.body)) {
            QCOMPARE(result->identityChecked, looked);
            ++handedOver;
        }
    QCOMPARE(handedOver, 1);
}

void tst_HandOverPlace::aNameWithOtherMarksIsLookedAt_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("same");
    QTest::newRow("as it is") << "Nguyễn Văn An" << true;
    QTest::newRow("in capitals") << "NGUYỄN VĂN AN" << true;
    QTest::newRow("other marks") << "Nguyên Vân Ẩn" << false;
    QTest::newRow("one tone") << "Nguyễn Văn Án" << false;
}

/// The number is right; whether the person is, somebody says who looks at the card.
void tst_HandOverPlace::aNameWithOtherMarksIsLookedAt() {
    QFETCH(QString, name);
    QFETCH(bool, same);
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    const auto card = domain::CardQr::parse(CounterBench::card().replace(QStringLiteral("Nguyễn Văn An"), name));
    QVERIFY(card);
    QVERIFY(page->takeCard(*card));
    auto* looked = page->findChild<QCheckBox*>(QStringLiteral("identity"));
    QCOMPARE(looked->isChecked(), same);
    QCOMPARE(bannerOf(harness, QStringLiteral("handover"))->isVisible(), !same);
    press(harness, Qt::Key_F8);
    QCOMPARE(looked->isChecked(), !same);
}

void tst_HandOverPlace::whatIsAttestedByHandGetsItsNumber() {
    Harness harness;
    const auto dossier = approved(harness, QStringLiteral("2.001019"), {}, false);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    ui::Banner* banner = bannerOf(harness, QStringLiteral("handover"));
    QVERIFY2(banner->isVisible() && banner->text().contains(QStringLiteral("số và quyển số")), qPrintable(banner->text()));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    QCOMPARE(harness.bench.dossier(dossier).collected, 0);
    test::Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Số chứng thực (sổ giấy)")));
    hand.type(QStringLiteral("152"));
    // Half of it is none.
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    QVERIFY(hand.tabTo(QStringLiteral("Quyển số")));
    hand.type(QStringLiteral("01/2026-SCT/DC"));
    harness.shoot(QStringLiteral("handover-by-hand-vi"));
    hand.press(Qt::Key_F9);
    const domain::Dossier done = harness.bench.dossier(dossier);
    QVERIFY2(done.closed, qPrintable(banner->text()));
    QCOMPARE(done.handEntry.number, QStringLiteral("152"));
    QCOMPARE(done.handEntry.volume, QStringLiteral("01/2026-SCT/DC"));
    QVERIFY(!banner->isVisible());
}

/// What is typed next is what was missing, and no rating.
void tst_HandOverPlace::aRefusalLeadsToItsField() {
    Harness harness;
    const auto dossier = approved(harness, QStringLiteral("2.001019"), {}, false);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    test::Hand hand;
    hand.press(Qt::Key_F9);
    const ui::Banner* banner = bannerOf(harness, QStringLiteral("handover"));
    QVERIFY(banner->isVisible());
    QCOMPARE(test::Hand::place(), QStringLiteral("handNumber"));
    hand.type(QStringLiteral("123"));
    hand.press(Qt::Key_F9);
    QVERIFY(banner->isVisible());
    QCOMPARE(test::Hand::place(), QStringLiteral("handVolume"));
    // Back among the results: behind a refusal a digit rates nobody.
    harness.desk().page(QStringLiteral("handover"))->findChild<ui::DossierList*>()->setFocus();
    hand.press(Qt::Key_3);
    QCOMPARE(harness.window->findChild<ui::RatingBar*>()->score(), 0);
    hand.press(Qt::Key_F9);
    QCOMPARE(test::Hand::place(), QStringLiteral("handVolume"));
    hand.type(QStringLiteral("01/2026"));
    QVERIFY(!banner->isVisible());
    hand.press(Qt::Key_F9);
    const domain::Dossier done = harness.bench.dossier(dossier);
    QVERIFY2(done.closed, qPrintable(banner->text()));
    QCOMPARE(done.handEntry.number, QStringLiteral("123"));
    QCOMPARE(done.rating, 0);
}

void tst_HandOverPlace::printerFailureKeepsTheDossier() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    harness.bench.paper.printFailure = {QStringLiteral("print.no-queue")};
    press(harness, Qt::Key_F9);
    const auto* strip = harness.window->findChild<ui::PrintStrip*>();
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(harness.bench.dossier(dossier).code), qPrintable(strip->text()));
    QVERIFY(harness.bench.dossier(dossier).attested.empty());
    harness.bench.paper.printFailure = {};
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QVERIFY(!strip->isVisible());
}

void tst_HandOverPlace::oneStepAtATime() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_F6, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).money, domain::MoneyState::Paid);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::HandedOver);
    QVERIFY(!harness.bench.dossier(dossier).closed);
    press(harness, Qt::Key_F8, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
}

void tst_HandOverPlace::saysWhatTheKindHandsOver_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("paper");
    const QString copies = QStringLiteral("copies");
    QTest::newRow("copy") << QStringLiteral("2.000815")
                          << QJsonObject{{QStringLiteral("document"), QStringLiteral("Học bạ")}, {QStringLiteral("pages"), 3}, {copies, 2}}
                          << QStringLiteral("Học bạ\nSố chứng thực 00001, quyển số 01/2026-SCT/BS · Số bản: 2")
                          << QStringLiteral("Lời chứng bản sao");
    QTest::newRow("invented") << QStringLiteral("9.000001")
                              << QJsonObject{{QStringLiteral("boat"), QStringLiteral("QN-1-TS")}, {QStringLiteral("length"), 18}, {copies, 3},
                                     {QStringLiteral("use"), QStringLiteral("Khai thác")}}
                              << QStringLiteral("QN-1-TS\nSố 00001, quyển số 01/2026-STC/XN · Số bản: 3") << QStringLiteral("Giấy xác nhận tàu cá");
    QTest::newRow("extract") << QStringLiteral("2.000635") << QJsonObject{{copies, 3}, {QStringLiteral("events"), 1}}
                             << QStringLiteral("Bản sao Trích lục hộ tịch; bản sao Giấy khai sinh\nSố bản sao: 3") << QString();
    QTest::newRow("no copies, no number") << QStringLiteral("1.001193") << QJsonObject() << QStringLiteral("Giấy khai sinh") << QString();
}

void tst_HandOverPlace::saysWhatTheKindHandsOver() {
    QFETCH(QString, procedure);
    QFETCH(QJsonObject, facts);
    QFETCH(QString, line);
    QFETCH(QString, paper);
    Harness harness;
    test::publishBoats(harness.bench);
    approved(harness, procedure, facts);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QVERIFY2(harness.visibleWords().contains(line), qPrintable(wordsOf(harness)));
    if (paper.isEmpty())
        return;
    press(harness, Qt::Key_F9);
    QString told = paper + QStringLiteral(": đã gửi tới máy in.");
    if (facts.value(QLatin1String("pages")).toInt() > 1)
        told += QLatin1Char(' ') + ui::HandOverPlace::tr("Where it has several sheets, stamp over their edges as well.");
    QTRY_COMPARE(harness.window->findChild<ui::NoticeBar*>()->text(), told);
    // So does the history of the whole dossier.
    press(harness, Qt::Key_F4);
    press(harness, Qt::Key_F2);
    const QString kept = QStringLiteral("%1 · %2 bản in").arg(paper).arg(facts.value(QLatin1String("copies")).toInt());
    QVERIFY2(wordsOf(harness).contains(kept), qPrintable(wordsOf(harness)));
}

/// The kind offers another paper with its number first.
void tst_HandOverPlace::attestationIsPrintedWhateverElseThereIs() {
    Harness harness;
    QJsonObject json = test::boatPaper();
    QJsonArray papers = json.value(QLatin1String("papers")).toArray();
    papers.prepend(QJsonObject{{QStringLiteral("form"), QStringLiteral("boat-label")}, {QStringLiteral("offered"), QStringLiteral("numbered")},
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("vi"), QStringLiteral("Nhãn tàu")}}}, {QStringLiteral("says"), QJsonArray{}}});
    json.insert(QStringLiteral("papers"), papers);
    QJsonObject templates = json.value(QLatin1String("templates")).toObject();
    templates.insert(QStringLiteral("boat-label"), QStringLiteral("<p>nhãn</p>"));
    json.insert(QStringLiteral("templates"), templates);
    test::publishBoats(harness.bench, json);
    const auto dossier = approved(harness, QStringLiteral("9.000001"),
        {{QStringLiteral("boat"), QStringLiteral("QN-1-TS")}, {QStringLiteral("length"), 18}, {QStringLiteral("copies"), 3},
            {QStringLiteral("use"), QStringLiteral("Khai thác")}});
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QVERIFY(harness.visibleWords().contains(QStringLiteral("Giấy xác nhận tàu cá")));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(dossier).closed);
}

/// Three papers that came together: their results are printed one by one and handed over by one key, with one fee slip.
void tst_HandOverPlace::aWholeVisitByOneKey() {
    Harness harness;
    CounterBench& bench = harness.bench;
    bench.seatClerk();
    const auto visit = domain::VisitId::make(bench.clock.now().toMSecsSinceEpoch());
    std::vector<domain::DossierId> papers;
    for (const char* document : {"Học bạ", "Bảng điểm", "Giấy khai sinh"}) {
        bench.fillCopy(QString::fromUtf8(document), 1, 1);
        bench.counter->intake().form().setVisit(visit);
        const auto received = bench.counter->intake().acts().receive();
        QVERIFY(received);
        papers.push_back(received->dossier);
    }
    bench.seatSupervisor();
    for (const domain::DossierId id : papers)
        QVERIFY(bench.counter->approval().approve(id));
    bench.seatClerk();
    bench.paper.requests.clear();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* note = harness.window->findChild<ui::TextLabel*>(QStringLiteral("visit"));
    QVERIFY(note && note->isVisible());
    for (size_t i = 0; i < papers.size(); ++i) {
        QVERIFY(!note->text().contains(QStringLiteral("chung một phiếu thu")));
        press(harness, Qt::Key_F9);
        QTRY_COMPARE(bench.dossier(papers[i]).attested.size(), 1u);
        // While one of them is not printed, the key leads there, and hands nothing over.
        if (i + 1 < papers.size())
            press(harness, Qt::Key_F9);
        QVERIFY(!bench.dossier(papers[i]).closed);
    }
    QVERIFY2(note->text().contains(QStringLiteral("chung một phiếu thu")), qPrintable(note->text()));
    QVERIFY(test::wordsOf(harness).contains(QStringLiteral("6.000")));
    harness.shoot(QStringLiteral("handover-visit"));
    bench.paper.requests.clear();
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(bench.paper.requests.size(), 1u);
    for (const domain::DossierId id : papers)
        QVERIFY(bench.dossier(id).closed);
    const QStringList faults = test::layoutFaults(*harness.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_HandOverPlace)
#include "tst_HandOverPlace.moc"
