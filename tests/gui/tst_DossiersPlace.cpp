#include "app/base/Clock.h"
#include "app/ui/dossiers/FormView.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/StateChip.h"
#include "tests/gui/PlaceTest.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

using namespace motcua;
using test::Harness;

/// The dossiers of the counter, by keyboard as a clerk works them.
class tst_DossiersPlace : public QObject {
    Q_OBJECT

private slots:
    void numbersAreShownWhenAskedFor();
    void supplementGoesAndComes();
    void whileTheCitizenHasThePapersNoTimeRuns();
    void aNarrowSearchLineHasShorterWords();
    void papersAreCountedByKeys();
    void returnedDossierIsSubmittedAgain();
    void returnedDossiersAreFoundAtOnce();
    void withdrawsWithAReason();
    void noteIsKept();
    void formIsSeenBeforeItIsPrinted();
    void whatANewerProgramWroteSaysSo();
    void returnedOneIsSeenFirst_data();
    void returnedOneIsSeenFirst();
    void keysOfTheListWorkFromTheSearch();
    void whatIsTypedInTheListIsSearchedFor();
    void eachDateHasItsWord();
    void aKeyThatIsNotShownSaysNothing();
};

void tst_DossiersPlace::numbersAreShownWhenAskedFor() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("022090001234")));
    press(harness, Qt::Key_F4);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("022090001234")));
    press(harness, Qt::Key_F4);
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("022090001234")));
}

void tst_DossiersPlace::supplementGoesAndComes() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F7);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Bản chính rõ nét hơn"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(
        harness.bench.dossier(dossier).state == domain::State::SupplementAsked, qPrintable(bannerOf(harness, QStringLiteral("dossiers"))->text()));
    press(harness, Qt::Key_F9);
    auto* papers = harness.window->findChild<QTableWidget*>(QStringLiteral("supplement"));
    QVERIFY(papers && papers->isVisible() && papers->hasFocus());
    press(harness, Qt::Key_F5);
    QVERIFY(harness.bench.scanner.job);
    auto page = test::CounterBench::page("trang bo sung");
    page.untouched = {QByteArrayLiteral("nguyen trang"), QStringLiteral("image/jpeg"), page.width + 40, page.height};
    emit harness.bench.scanner.job->pageRead(page);
    emit harness.bench.scanner.job->finished({});
    press(harness, Qt::Key_F5, Qt::ControlModifier);
    press(harness, Qt::Key_F9);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QVERIFY(after.state != domain::State::SupplementAsked);
    QCOMPARE(after.papers.front().pages.size(), 1u);
    // What the cleaner had cut off was asked back.
    QCOMPARE(after.papers.front().pages.front().width, page.width + 40);
    QVERIFY(!papers->isVisible());
}

void tst_DossiersPlace::whileTheCitizenHasThePapersNoTimeRuns() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    const QString due = base::toVietnamTime(harness.bench.dossier(dossier).due).toString(QStringLiteral("HH:mm"));
    QVERIFY2(wordsOf(harness).contains(due), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F7);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Bản chính rõ nét hơn"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const QDate until = harness.bench.dossier(dossier).supplementUntil;
    QVERIFY(until.isValid());
    const QString stands = QStringLiteral("Tạm dừng · chờ đến %1").arg(until.toString(QStringLiteral("dd/MM/yyyy")));
    QVERIFY2(wordsOf(harness).contains(stands), qPrintable(wordsOf(harness)));
    QVERIFY2(!wordsOf(harness).contains(QStringLiteral("Hôm nay ") + due), qPrintable(wordsOf(harness)));
    const auto stateIn = [](const ui::DossierList* list) {
        return list->model()->index(0, ui::DossierModel::State).data(Qt::AccessibleTextRole).toString();
    };
    const auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    const QString waits = stands.section(QStringLiteral(" · "), 1);
    QVERIFY2(stateIn(list).contains(waits), qPrintable(stateIn(list)));
    QVERIFY(list->model()->index(0, ui::DossierModel::Due).data(Qt::DisplayRole).toString().startsWith(QStringLiteral("Tạm dừng")));
    harness.shoot(QStringLiteral("dossiers-clock-stands-vi"));
    press(harness, Qt::Key_K, Qt::ControlModifier);
    auto* query = harness.window->findChild<QLineEdit*>(QStringLiteral("paletteQuery"));
    QVERIFY(query->isVisible());
    Harness::type(query, harness.bench.dossier(dossier).code);
    const QWidget* panel = query->parentWidget();
    QTRY_VERIFY(panel->findChild<ui::DossierList*>()->model()->rowCount() == 1);
    QVERIFY(stateIn(panel->findChild<ui::DossierList*>()).contains(waits));
    harness.shoot(QStringLiteral("search-clock-stands-vi"));
    press(harness, Qt::Key_Escape);
    // With the papers it runs again.
    press(harness, Qt::Key_F9);
    press(harness, Qt::Key_F9);
    QVERIFY2(!wordsOf(harness).contains(QStringLiteral("Tạm dừng")), qPrintable(wordsOf(harness)));
    QVERIFY(!harness.bench.dossier(dossier).supplementUntil.isValid());
}

void tst_DossiersPlace::aNarrowSearchLineHasShorterWords() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    const auto* search = harness.window->findChild<QLineEdit*>(QStringLiteral("dossierSearch"));
    const QString whole = QStringLiteral("Họ tên, số thẻ, mã hồ sơ, điện thoại, tên giấy tờ");
    for (const int width : {1024, 1920}) {
        harness.window->resize(width, 768);
        QCoreApplication::sendPostedEvents();
        harness.shoot(QStringLiteral("dossiers-search-%1-vi").arg(width));
        QVERIFY2(search->fontMetrics().horizontalAdvance(search->placeholderText()) < search->width(), qPrintable(search->placeholderText()));
        QVERIFY(search->placeholderText().contains(whole) || search->toolTip().contains(whole));
        QVERIFY(search->accessibleDescription().contains(whole));
    }
    QVERIFY(search->placeholderText().contains(whole));
    QCOMPARE(harness.desk().page(QStringLiteral("dossiers"))->findChild<QComboBox*>()->accessibleName(), QStringLiteral("Trạng thái"));
}

void tst_DossiersPlace::papersAreCountedByKeys() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F7);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Bản chính rõ nét hơn"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    press(harness, Qt::Key_F9);
    const auto paper = [&harness] { return harness.bench.counter->supplements().papers().front(); };
    QVERIFY(paper().shownOnly);
    if (paper().quantity > 0)
        press(harness, Qt::Key_Space);
    QCOMPARE(paper().quantity, 0);
    press(harness, Qt::Key_Minus);
    QCOMPARE(paper().quantity, 0);
    press(harness, Qt::Key_Space);
    QCOMPARE(paper().quantity, 1);
    press(harness, Qt::Key_Plus);
    QCOMPARE(paper().quantity, 2);
    press(harness, Qt::Key_K);
    QVERIFY(!paper().shownOnly && paper().kind == domain::PaperKind::Original);
    press(harness, Qt::Key_K);
    QCOMPARE(paper().kind, domain::PaperKind::Copy);
    QCOMPARE(paper().quantity, 2);
    const auto* table = harness.window->findChild<QTableWidget*>(QStringLiteral("supplement"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("2"));
    press(harness, Qt::Key_Escape);
    QVERIFY(!table->isVisible());
}

void tst_DossiersPlace::returnedDossierIsSubmittedAgain() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    press(harness, Qt::Key_F8);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Thiếu trang 2"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    harness.session->lock();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Thiếu trang 2")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    press(harness, Qt::Key_Escape);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Accepted);
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Đã quét thêm trang 2"));
    harness.shoot(QStringLiteral("dossiers-returned-vi"));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(harness.bench.dossier(dossier).state == domain::State::Processing, qPrintable(bannerOf(harness, QStringLiteral("dossiers"))->text()));
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    QCOMPARE(harness.bench.kinds(dossier).count(QStringLiteral("dossier-submitted")), 2);
    harness.session->lock();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Đã quét thêm trang 2")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
}

void tst_DossiersPlace::returnedDossiersAreFoundAtOnce() {
    Harness harness;
    harness.bench.seatClerk();
    const auto older = harness.bench.receiveCopy();
    const auto newer = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    harness.bench.seatSupervisor();
    QVERIFY(harness.bench.counter->approval().returnToClerk(older, QStringLiteral("Thiếu trang 2")));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    QCOMPARE(list->rows().size(), 2u);
    QCOMPARE(list->rows().front().id, older);
    QCOMPARE(list->model()->index(0, ui::DossierModel::State).data().toString(), QStringLiteral("Bị trả lại"));
    QCOMPARE(list->model()->index(1, ui::DossierModel::State).data().toString(), QStringLiteral("Chờ phê duyệt"));
    // One word for it, in the list and beside it.
    QCOMPARE(harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::StateChip*>()->text(), QStringLiteral("Bị trả lại"));
    auto* states = harness.find<QComboBox>(QStringLiteral("Trạng thái"));
    QVERIFY(states);
    states->setFocus();
    press(harness, Qt::Key_Down);
    QCOMPARE(states->currentText(), QStringLiteral("Bị trả lại"));
    QCOMPARE(list->rows().size(), 1u);
    press(harness, Qt::Key_F9, Qt::ControlModifier);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(harness.bench.dossier(older).state, domain::State::Processing);
    QCOMPARE(harness.bench.dossier(newer).state, domain::State::Processing);
    QVERIFY(list->rows().empty());
}

void tst_DossiersPlace::withdrawsWithAReason() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_1, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).closed);
    QVERIFY(!harness.bench.dossier(dossier).endReason.isEmpty());
    // Nobody owes for what is not done.
    const QString words = wordsOf(harness);
    QVERIFY2(!words.contains(QStringLiteral("Chưa thu")), qPrintable(words));
}

void tst_DossiersPlace::noteIsKept() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F2);
    Harness::type(harness.window->focusWidget(), QStringLiteral("Người dân hẹn đến chiều thứ Sáu"));
    press(harness, Qt::Key_Return);
    QCOMPARE(harness.bench.kinds(dossier).last(), QStringLiteral("note-added"));
    QVERIFY(wordsOf(harness).contains(QStringLiteral("Người dân hẹn đến chiều thứ Sáu")));
}

void tst_DossiersPlace::formIsSeenBeforeItIsPrinted() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    const auto printed = [&harness] { return harness.bench.paper.requests.size(); };
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    const size_t before = printed();
    const auto* preview = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::FormView*>();
    QVERIFY(!preview->isVisible());
    press(harness, Qt::Key_F6);
    QVERIFY(preview->isVisible());
    harness.shoot(QStringLiteral("dossiers-forms-vi"));
    press(harness, Qt::Key_Escape);
    press(harness, Qt::Key_Return);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    QCOMPARE(printed(), before);
    press(harness, Qt::Key_F6);
    press(harness, Qt::Key_Return);
    QTRY_COMPARE(printed(), before + 1);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
}

void tst_DossiersPlace::whatANewerProgramWroteSaysSo() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    const auto dossier = domain::DossierId::make(harness.bench.clock.now().toMSecsSinceEpoch());
    const domain::UnreadRecord received{"dossier-received", 3, true, R"({"code":"H49.30-261123-0777"})"};
    const domain::UnreadRecord weighed{"dossier-weighed", 3, true, "{}"};
    harness.bench.clock.advance(60);
    harness.bench.journal.receive({received, dossier, 1, harness.bench.otherStation, harness.bench.clerk.id, harness.bench.clock.now()});
    harness.bench.journal.receive({weighed, dossier, 2, harness.bench.otherStation, harness.bench.clerk.id, harness.bench.clock.now()});
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    QCOMPARE(list->rows().size(), size_t(2));
    list->select(dossier);
    const QString words = wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("H49.30-261123-0777")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("bản mới hơn")), qPrintable(words));
    harness.shoot(QStringLiteral("dossiers-newer-program-vi"));
    for (const Qt::Key act : {Qt::Key_F7, Qt::Key_F8, Qt::Key_F9})
        QVERIFY(!canPress(harness, act));
    press(harness, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("dossier-weighed")), qPrintable(wordsOf(harness)));
    harness.shoot(QStringLiteral("dossiers-newer-program-history-vi"));
}

void tst_DossiersPlace::returnedOneIsSeenFirst_data() {
    QTest::addColumn<bool>("another");
    QTest::newRow("after another user") << true;
    QTest::newRow("by the clerk who is seated") << false;
}

void tst_DossiersPlace::returnedOneIsSeenFirst() {
    QFETCH(bool, another);
    Harness harness;
    harness.bench.seatClerk();
    const auto oldest = harness.bench.receiveCopy();
    harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    const auto chosen = harness.bench.receiveCopy(QStringLiteral("Bằng lái xe"));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    press(harness, Qt::Key_Home);
    QCOMPARE(list->current(), chosen);
    if (another) {
        harness.session->lock();
        begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
        press(harness, Qt::Key_End);
        QVERIFY(harness.bench.counter->approval().returnToClerk(oldest, QStringLiteral("Thiếu trang 2")));
        harness.session->lock();
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    } else {
        QVERIFY(harness.desk().go(QStringLiteral("handover")));
        harness.bench.seatSupervisor();
        QVERIFY(harness.bench.counter->approval().returnToClerk(oldest, QStringLiteral("Thiếu trang 2")));
        harness.bench.seatClerk();
        QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    }
    QCOMPARE(list->rows().front().id, oldest);
    QCOMPARE(list->current(), oldest);
    // Once it was seen, what is chosen stays so.
    press(harness, Qt::Key_End);
    const auto last = list->current();
    QVERIFY(last != oldest);
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    QCOMPARE(list->current(), last);
}

void tst_DossiersPlace::keysOfTheListWorkFromTheSearch() {
    Harness harness;
    harness.bench.seatClerk();
    const auto older = harness.bench.receiveCopy();
    const auto newer = harness.bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    press(harness, Qt::Key_F3);
    QCOMPARE(test::Hand::place(), QStringLiteral("dossierSearch"));
    press(harness, Qt::Key_End);
    QCOMPARE(list->current(), older);
    press(harness, Qt::Key_F3);
    press(harness, Qt::Key_Home);
    QCOMPARE(list->current(), newer);
    // Among letters they are the field's own.
    press(harness, Qt::Key_F3);
    Harness::type(harness.window->focusWidget(), QStringLiteral("an"));
    press(harness, Qt::Key_Home);
    QCOMPARE(test::Hand::place(), QStringLiteral("dossierSearch"));
    press(harness, Qt::Key_F9);
    QVERIFY(harness.desk().page(QStringLiteral("intake"))->isVisible());
    QVERIFY(harness.bench.counter->intake().form().isCorrection());
}

void tst_DossiersPlace::whatIsTypedInTheListIsSearchedFor() {
    Harness harness;
    harness.bench.seatClerk();
    for (int i = 0; i < 3; ++i)
        harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    auto* list = harness.desk().page(QStringLiteral("dossiers"))->findChild<ui::DossierList*>();
    auto* search = harness.desk().page(QStringLiteral("dossiers"))->findChild<QLineEdit*>(QStringLiteral("dossierSearch"));
    test::Hand hand;
    QVERIFY(list->view()->hasFocus());
    hand.type(QStringLiteral("đặng 9"));
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), QStringLiteral("đặng 9"));
    QVERIFY(list->rows().empty());
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("an"));
    hand.press(Qt::Key_Return);
    QVERIFY(list->view()->hasFocus());
    QCOMPARE(list->rows().size(), 3u);
    // Another name is another search; what moves in the list goes on moving there.
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_End);
    QVERIFY(list->view()->hasFocus());
    hand.press(Qt::Key_Space);
    QVERIFY(list->view()->hasFocus());
    hand.type(QStringLiteral("022"));
    QCOMPARE(search->text(), QStringLiteral("022"));
}

void tst_DossiersPlace::eachDateHasItsWord() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    press(harness, Qt::Key_F9);
    QVERIFY(harness.bench.dossier(dossier).closed);
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    const QString day = base::toVietnamTime(harness.bench.dossier(dossier).due).toString(QStringLiteral("HH:mm dd/MM/yyyy"));
    const QStringList words = harness.visibleWords();
    QVERIFY2(words.contains(day), qPrintable(words.join(QLatin1Char('\n'))));
    QVERIFY(words.contains(QStringLiteral("Xong lúc")));
}

void tst_DossiersPlace::aKeyThatIsNotShownSaysNothing() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    harness.bench.archive.published.accounts.back().roles = static_cast<int>(domain::Role::Supervisor);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    QVERIFY(!canPress(harness, Qt::Key_F9));
    const QString words = wordsOf(harness);
    press(harness, Qt::Key_F9);
    QCOMPARE(wordsOf(harness), words);
}

QTEST_MAIN(tst_DossiersPlace)
#include "tst_DossiersPlace.moc"
