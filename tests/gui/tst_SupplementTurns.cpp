#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"

#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// Several people take in what one citizen brings back: nothing that one of them scanned leaves the record, and what was thrown away comes back.
class tst_SupplementTurns : public QObject {
    Q_OBJECT

private slots:
    void whatCameMeanwhileStays();
    void whatComesWhileItIsOpenIsLookedAtFirst();
    void aColleagueGoesOnWithIt();
    void whatWasThrownAwayComesBack();
    void whoBeginsAnewKeepsBoth();

private:
    /// A dossier of the clerk's that waits for the citizen's papers.
    static domain::DossierId waiting(Harness& harness);
    static void openIt(Harness& harness, Hand& hand);
    static void scan(Harness& harness, Hand& hand, const QByteArray& page);
    /// Somebody else takes in one more paper and asks for the next, at the desk that has the dossier then.
    static void elsewhere(Harness& harness, domain::DossierId dossier, const QString& paper);
    static QString names(const std::vector<domain::Paper>& papers);
    static counter::Supplements& form(Harness& harness) { return harness.bench.counter->supplements(); }
};

domain::DossierId tst_SupplementTurns::waiting(Harness& harness) {
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
        QVERIFY(form(harness).ask(dossier, {QStringLiteral("Giấy A")}, QStringLiteral("Thiếu"), {}));
    }();
    return dossier;
}

void tst_SupplementTurns::openIt(Harness& harness, Hand& hand) {
    hand.press(Qt::Key_F9);
    const auto* table = harness.window->findChild<QTableWidget*>(QStringLiteral("supplement"));
    QVERIFY2(table && table->isVisible(), qPrintable(wordsOf(harness)));
}

void tst_SupplementTurns::scan(Harness& harness, Hand& hand, const QByteArray& page) {
    hand.press(Qt::Key_F5);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(page));
    emit harness.bench.scanner.job->finished({});
}

void tst_SupplementTurns::elsewhere(Harness& harness, domain::DossierId dossier, const QString& paper) {
    auto papers = harness.bench.dossier(dossier).papers;
    papers.push_back({paper, domain::PaperKind::Original, 1, false, false, {}});
    QVERIFY(harness.bench.counter->runner().run(dossier, domain::ReturnWithSupplement{papers}));
    domain::SupplementAsked ask;
    ask.items = QStringList{QStringLiteral("Giấy C")};
    ask.reason = QStringLiteral("Thiếu nữa");
    QVERIFY(harness.bench.counter->runner().run(dossier, domain::AskSupplement{ask}));
}

QString tst_SupplementTurns::names(const std::vector<domain::Paper>& papers) {
    QStringList list;
    std::transform(papers.begin(), papers.end(), std::back_inserter(list),
        [](const domain::Paper& each) { return QStringLiteral("%1(%2)").arg(each.name).arg(each.pages.size()); });
    return list.join(QLatin1Char('|'));
}

void tst_SupplementTurns::whatCameMeanwhileStays() {
    Harness harness;
    Hand hand;
    const auto dossier = waiting(harness);
    openIt(harness, hand);
    scan(harness, hand, "trang của Lan");
    const QString begun = names(form(harness).papers());
    hand.press(Qt::Key_Escape);
    elsewhere(harness, dossier, QStringLiteral("Giấy B"));
    openIt(harness, hand);
    QCOMPARE(names(form(harness).papers()), begun + QStringLiteral("|Giấy B(0)"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("giấy tờ khác")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("supplement-came-meanwhile-vi"));
    hand.press(Qt::Key_F9);
    QCOMPARE(names(harness.bench.dossier(dossier).papers), begun + QStringLiteral("|Giấy B(0)"));
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_SupplementTurns::whatComesWhileItIsOpenIsLookedAtFirst() {
    Harness harness;
    Hand hand;
    const auto dossier = waiting(harness);
    openIt(harness, hand);
    scan(harness, hand, "trang của Lan");
    const QString begun = names(form(harness).papers());
    elsewhere(harness, dossier, QStringLiteral("Giấy B"));
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::SupplementAsked);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("giấy tờ khác")), qPrintable(wordsOf(harness)));
    QCOMPARE(names(form(harness).papers()), begun + QStringLiteral("|Giấy B(0)"));
    hand.press(Qt::Key_F9);
    QCOMPARE(names(harness.bench.dossier(dossier).papers), begun + QStringLiteral("|Giấy B(0)"));
}

/// One checklist a citizen at this desk, whoever sits there.
void tst_SupplementTurns::aColleagueGoesOnWithIt() {
    Harness harness;
    Hand hand;
    const auto dossier = waiting(harness);
    openIt(harness, hand);
    scan(harness, hand, "trang của Lan");
    const QString begun = names(form(harness).papers());
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    openIt(harness, hand);
    QCOMPARE(names(form(harness).papers()), begun);
    QVERIFY2(wordsOf(harness).contains(harness.bench.clerk.name), qPrintable(wordsOf(harness)));
    hand.press(Qt::Key_F9);
    QCOMPARE(names(harness.bench.dossier(dossier).papers), begun);
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_SupplementTurns::whatWasThrownAwayComesBack() {
    Harness harness;
    Hand hand;
    waiting(harness);
    openIt(harness, hand);
    scan(harness, hand, "trang của Lan");
    const QString begun = names(form(harness).papers());
    QVERIFY(hand.tabTo(QStringLiteral("Bỏ phần đã nhập")));
    hand.press(Qt::Key_Space);
    QVERIFY(form(harness).dossier().isNull());
    const QString told = harness.window->findChild<ui::NoticeBar*>()->text();
    QVERIFY2(told.contains(QStringLiteral("Ctrl+Z")), qPrintable(told));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(names(form(harness).papers()), begun);
    QVERIFY(harness.window->findChild<QTableWidget*>(QStringLiteral("supplement"))->isVisible());
    form(harness).settle(); // the ten seconds are over
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
    // Nobody wants it: then it goes.
    QVERIFY(hand.tabTo(QStringLiteral("Bỏ phần đã nhập")));
    hand.press(Qt::Key_Space);
    form(harness).settle();
    QVERIFY(harness.bench.drafts.all().empty());
}

void tst_SupplementTurns::whoBeginsAnewKeepsBoth() {
    Harness harness;
    Hand hand;
    const auto dossier = waiting(harness);
    openIt(harness, hand);
    scan(harness, hand, "trang cũ");
    const size_t pages = form(harness).papers().front().pages.size();
    QVERIFY(hand.tabTo(QStringLiteral("Bỏ phần đã nhập")));
    hand.press(Qt::Key_Space);
    openIt(harness, hand);
    QCOMPARE(form(harness).papers().front().pages.size(), pages - 1);
    scan(harness, hand, "trang mới");
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(form(harness).dossier(), dossier);
    QCOMPARE(form(harness).papers().front().pages.size(), pages + 1);
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
}

QTEST_MAIN(tst_SupplementTurns)
#include "tst_SupplementTurns.moc"
