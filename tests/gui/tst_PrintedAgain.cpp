#include "app/counter/SlipsMade.h"
#include "app/domain/jobs/JobKind.h"
#include "app/ui/dossiers/FormView.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace motcua;
using test::Hand;
using test::Harness;

/// Paper that a citizen holds: each slip of a dossier can be printed again, and a receipt that is no longer so is printed anew.
class tst_PrintedAgain : public QObject {
    Q_OBJECT

private slots:
    void eachFeeSlip();
    void eachFormTwo();
    void whatDidNotComeOutIsEachOfThem();
    void theReceiptAfterACorrection();
    void noReceiptWhereItSaysTheSame();

private:
    static void correctCopies(Harness& harness, domain::DossierId dossier, int copies);
    static std::vector<counter::SlipMade> slips(const Harness& harness, domain::DossierId dossier, const char* offered) {
        return counter::slipsMade(QString::fromLatin1(offered), harness.bench.journal.history(dossier).value_or(std::vector<domain::Event>()));
    }
    /// As the list says it; the bench has no series, so that its slips have one number.
    static QString madeAt(const counter::SlipMade& slip) { return base::toVietnamTime(slip.made).toString(QStringLiteral("HH:mm")); }
    /// The line of the list of forms that has these words.
    static bool choose(Harness& harness, Hand& hand, const QString& words);
    static std::vector<QJsonObject> printed(const Harness& harness, const QString& form) {
        std::vector<QJsonObject> values;
        for (const auto& [name, said] : harness.bench.paper.rendered)
            if (name == form)
                values.push_back(said);
        return values;
    }
    static const domain::PrintRecorded* lastPrint(const Harness& harness) {
        return std::get_if<domain::PrintRecorded>(&harness.bench.journal.events().back().body);
    }
    static void typeInto(Harness& harness, Hand& hand, const QString& field, const QString& text);
    static void say(Hand& hand, const QString& words);
};

void tst_PrintedAgain::correctCopies(Harness& harness, domain::DossierId dossier, int copies) {
    auto& intake = harness.bench.counter->intake();
    QVERIFY(intake.acts().openCorrection(dossier));
    intake.form().setFact(QStringLiteral("copies"), copies);
    QVERIFY(intake.acts().correct(QStringLiteral("Gõ nhầm số bản")));
}

bool tst_PrintedAgain::choose(Harness& harness, Hand& hand, const QString& words) {
    hand.press(Qt::Key_F6);
    auto* forms = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::FormView*>()->findChild<QComboBox*>();
    if (!forms->hasFocus())
        return false;
    for (int i = 0; i < forms->count() && !forms->currentText().contains(words); ++i)
        hand.press(Qt::Key_Down);
    return forms->currentText().contains(words);
}

void tst_PrintedAgain::typeInto(Harness& harness, Hand& hand, const QString& field, const QString& text) {
    harness.desk().page(QStringLiteral("intake"))->findChild<QWidget*>(field)->setFocus(Qt::TabFocusReason);
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(text);
}

void tst_PrintedAgain::say(Hand& hand, const QString& words) {
    hand.press(Qt::Key_F9);
    hand.type(words);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
}

/// The fee was taken in two parts, as it grew.
void tst_PrintedAgain::eachFeeSlip() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QVERIFY(harness.bench.counter->handOver().collectFee(dossier, domain::PaymentMethod::Cash));
    harness.bench.clock.advance(60);
    correctCopies(harness, dossier, 4);
    QVERIFY(harness.bench.counter->handOver().collectFee(dossier, domain::PaymentMethod::Transfer));
    const auto made = slips(harness, dossier, domain::offer::paid);
    QCOMPARE(made.size(), 2u);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    // The newest stands first in the list.
    for (auto each = made.rbegin(); each != made.rend(); ++each) {
        const counter::SlipMade& slip = *each;
        QVERIFY2(choose(harness, hand, madeAt(slip)), qPrintable(madeAt(slip)));
        const QString form = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::FormView*>()->form();
        harness.shoot(QStringLiteral("print-again-vi"));
        const size_t before = harness.bench.paper.requests.size();
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(harness.bench.paper.requests.size(), before + 1);
        QCOMPARE(printed(harness, form).back().value(QLatin1String("number")).toString(), slip.number);
        QCOMPARE(printed(harness, form).back().value(QLatin1String("total")).toString(), QStringLiteral("10.000\u00a0đồng"));
        QCOMPARE(printed(harness, form).back().value(QLatin1String("payment")).toString(),
            slip.version == made.front().version ? QStringLiteral("Tiền mặt") : QStringLiteral("Chuyển khoản"));
        QTRY_VERIFY(lastPrint(harness) && lastPrint(harness)->slipNumber == slip.number);
    }
}

/// Asked twice; the first one is of papers that came since.
void tst_PrintedAgain::eachFormTwo() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    auto& supplements = harness.bench.counter->supplements();
    for (const char* item : {"Bản chính", "Giấy ủy quyền"}) {
        if (!slips(harness, dossier, domain::offer::supplementAsked).empty()) {
            QVERIFY(supplements.open(dossier));
            QVERIFY(supplements.giveBack());
        }
        harness.bench.clock.advance(60);
        QVERIFY(supplements.ask(dossier, {QString::fromUtf8(item)}, QStringLiteral("Thiếu"), {}));
    }
    const auto made = slips(harness, dossier, domain::offer::supplementAsked);
    QCOMPARE(made.size(), 2u);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    const QStringList items{QStringLiteral("Bản chính"), QStringLiteral("Giấy ủy quyền")};
    for (int i = 1; i >= 0; --i) {
        const counter::SlipMade& slip = made[static_cast<size_t>(i)];
        QVERIFY2(choose(harness, hand, madeAt(slip)), qPrintable(madeAt(slip)));
        const size_t before = harness.bench.paper.requests.size();
        hand.press(Qt::Key_Return);
        QTRY_COMPARE(harness.bench.paper.requests.size(), before + 1);
        const QJsonObject said = printed(harness, QStringLiteral("form-02")).back();
        QCOMPARE(said.value(QLatin1String("number")).toString(), slip.number);
        QCOMPARE(said.value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("name")).toString(), items[i]);
    }
    // The papers came: both can be had all the same.
    QVERIFY(supplements.open(dossier));
    QVERIFY(supplements.giveBack());
    QVERIFY(choose(harness, hand, madeAt(made.front())));
}

/// One paper that waits for the printer is not another one.
void tst_PrintedAgain::whatDidNotComeOutIsEachOfThem() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.paper.printFailure = {QStringLiteral("print.no-queue")};
    QVERIFY(harness.bench.counter->handOver().collectFee(dossier, domain::PaymentMethod::Cash));
    correctCopies(harness, dossier, 4);
    QVERIFY(harness.bench.counter->handOver().collectFee(dossier, domain::PaymentMethod::Cash));
    auto& printing = harness.bench.counter->printing();
    const auto made = slips(harness, dossier, domain::offer::paid);
    const auto ofSlip = [&](qint64 version) {
        const auto& all = printing.unprinted();
        return std::find_if(all.begin(), all.end(), [version](const auto& each) { return each.paper.slip == version; });
    };
    QTRY_VERIFY(ofSlip(made.front().version) != printing.unprinted().end() && ofSlip(made.back().version) != printing.unprinted().end());
    harness.bench.paper.printFailure = {};
    const QString form = ofSlip(made.front().version)->paper.form;
    printing.printAgain(*ofSlip(made.front().version));
    QTRY_VERIFY(ofSlip(made.front().version) == printing.unprinted().end());
    QCOMPARE(printed(harness, form).back().value(QLatin1String("number")).toString(), made.front().number);
    QVERIFY(ofSlip(made.back().version) != printing.unprinted().end());
}

void tst_PrintedAgain::theReceiptAfterACorrection() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    // The citizen holds one.
    QTRY_VERIFY(harness.bench.kinds(dossier).contains(QStringLiteral("print-recorded")));
    const size_t before = printed(harness, QStringLiteral("form-01")).size();
    const size_t sheets = harness.bench.paper.requests.size();
    harness.bench.clock.advance(60);
    hand.press(Qt::Key_F9);
    typeInto(harness, hand, QStringLiteral("copies"), QStringLiteral("4"));
    say(hand, QStringLiteral("Gõ nhầm số bản"));
    QCOMPARE(harness.bench.dossier(dossier).facts.value(QStringLiteral("copies")).toInt(), 4);
    QTRY_COMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QCOMPARE(printed(harness, QStringLiteral("form-01")).size(), before + 1);
    const QJsonObject said = printed(harness, QStringLiteral("form-01")).back();
    QCOMPARE(said.value(QLatin1String("fee")).toString(), QStringLiteral("20.000\u00a0đồng"));
    QVERIFY2(said.value(QLatin1String("replaces")).toString().contains(QStringLiteral("số bản")),
        qPrintable(said.value(QLatin1String("replaces")).toString()));
    QTRY_COMPARE(lastPrint(harness) ? lastPrint(harness)->form : QString(), QStringLiteral("form-01"));
    harness.shoot(QStringLiteral("correction-receipt-vi"));
}

/// The former number stands on no receipt.
void tst_PrintedAgain::noReceiptWhereItSaysTheSame() {
    Harness harness;
    Hand hand;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    const size_t sheets = harness.bench.paper.requests.size();
    hand.press(Qt::Key_F9);
    typeInto(harness, hand, QStringLiteral("formerId"), QStringLiteral("100999888"));
    say(hand, QStringLiteral("Gõ nhầm số CMND"));
    QCOMPARE(harness.bench.dossier(dossier).applicant.formerId, QStringLiteral("100999888"));
    QCoreApplication::processEvents();
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    QVERIFY2(harness.window->findChild<ui::NoticeBar*>()->text().contains(QStringLiteral("giữ nguyên")),
        qPrintable(harness.window->findChild<ui::NoticeBar*>()->text()));
}

QTEST_MAIN(tst_PrintedAgain)
#include "tst_PrintedAgain.moc"
