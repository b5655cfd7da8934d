#include "app/ui/intake/IntakePlace.h"
#include "app/ui/intake/SlipPanel.h"
#include "app/ui/widgets/Banner.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// The intake place, by keyboard as a clerk works it with a citizen waiting.
class tst_IntakePlace : public QObject {
    Q_OBJECT

private slots:
    void whatWasTakenOutIsAskedForAgain();
    void certifiedCopyWithinFourteenKeys();
    void enterKeepsWhatWasTyped();
    void whatStandsInTheLineIsRecorded_data();
    void whatStandsInTheLineIsRecorded();
    void theLastWordCountsWhereItStands();
    void procedureByWordsWithoutDiacritics();
    void generalIntakeTicksItsPapers();
    void whatTheRecordRefusesLeadsThere();
    void damagedCardIsRefusedInWords();
    void refusalInWords();
    void supplementNamesTheMissingPapers();
    void threeSetsAndTheResultByPost();
    void jamKeepsThePagesAndSaysSo();
    void crashBringsEveryFieldBack();
    void pictures_data();
    void pictures();

private:
    static void scanCard(const QString& card = CounterBench::card()) {
        Harness::type(QApplication::focusWidget(), card);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    static ui::IntakePlace* placeOf(const Harness& harness) { return harness.window->findChild<ui::IntakePlace*>(); }
};

void tst_IntakePlace::whatWasTakenOutIsAskedForAgain() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Học bạ"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    hand.press(Qt::Key_Return);
    QVERIFY(hand.tabTo(QStringLiteral("Tên bản chính")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.press(Qt::Key_Delete);
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    // No inner name of a field is said, and the key that turns pages changes no number.
    QVERIFY(!harness.visibleWords().join(QLatin1Char(' ')).contains(QStringLiteral("(document)")));
    QVERIFY(hand.tabTo(QStringLiteral("Số bản")));
    hand.press(Qt::Key_PageDown);
    QCOMPARE(harness.bench.counter->intake().form().content().facts.value(QStringLiteral("copies")).toInt(), 2);
}

void tst_IntakePlace::certifiedCopyWithinFourteenKeys() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    scanCard();
    const auto& form = harness.bench.counter->intake().form().content();
    QCOMPARE(form.applicant.name, QStringLiteral("Nguyễn Văn An"));
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(form.procedureCode, QStringLiteral("2.000815"));
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    hand.type(QStringLiteral("hoc"));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return);
    QCOMPARE(form.facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp trung học phổ thông"));
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    hand.press(Qt::Key_F5);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(CounterBench::page("page one"));
    emit harness.bench.scanner.job->finished({});
    QCOMPARE(form.papers.at(0).pages.size(), size_t(1));
    QCOMPARE(harness.bench.counter->intake().form().feeTotal(), 10000);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.at(0).first, QStringLiteral("form-01"));
    QVERIFY2(hand.presses <= 14, qPrintable(QString::number(hand.presses)));
    qInfo("key presses from the scanned card to the printed receipt: %d", hand.presses);
    QTRY_COMPARE(Hand::place(), QStringLiteral("card"));
    QVERIFY(harness.bench.counter->intake().form().isBlank());
}

void tst_IntakePlace::whatStandsInTheLineIsRecorded_data() {
    QTest::addColumn<bool>("isUndone");
    QTest::newRow("typed") << false;
    QTest::newRow("undone") << true;
}

/// While the list of usual names is open, too: it keeps nothing from the line.
void tst_IntakePlace::whatStandsInTheLineIsRecorded() {
    QFETCH(bool, isUndone);
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    const auto& form = harness.bench.counter->intake().form().content();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Giấy khai tử"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("1"));
    hand.press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    QCOMPARE(form.facts.value(QStringLiteral("document")).toString(), QStringLiteral("Giấy khai tử"));
    hand.press(Qt::Key_End);
    if (isUndone) {
        hand.type(QStringLiteral(" s"));
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    } else {
        for (int i = 0; i < 3; ++i)
            hand.press(Qt::Key_Backspace);
        hand.type(QStringLiteral(" s"));
        QVERIFY(QApplication::activePopupWidget());
    }
    const QString seen = qobject_cast<QLineEdit*>(QApplication::focusWidget())->text();
    hand.press(Qt::Key_F9);
    QVERIFY(!QApplication::activePopupWidget());
    const auto rows = harness.bench.counter->dossiers().list({});
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(harness.bench.dossier(rows->front().id).facts.value(QLatin1String("document")).toString(), seen);
}

/// Longer usual names are offered below; what was typed is what the book gets.
void tst_IntakePlace::enterKeepsWhatWasTyped() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    const auto& form = harness.bench.counter->intake().form().content();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Bằng tốt nghiệp"));
    QVERIFY(QApplication::activePopupWidget());
    hand.press(Qt::Key_Return);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("copies"));
    QCOMPARE(form.facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp"));
    QCOMPARE(form.facts.value(QStringLiteral("pages")).toInt(), 3);
}

/// F9 takes in what is still being typed; nobody has to leave the field first.
void tst_IntakePlace::theLastWordCountsWhereItStands() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    hand.press(Qt::Key_Backtab, Qt::ShiftModifier);
    hand.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    const auto& form = harness.bench.counter->intake().form();
    QCOMPARE(form.gaps(), QStringList(QStringLiteral("fact:document")));
    hand.type(QStringLiteral("Giấy phép lái xe"));
    QCOMPARE(form.gaps(), QStringList());
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
    const auto rows = harness.bench.archive.dossiers({});
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(harness.bench.dossier(rows->front().id).facts.value(QLatin1String("document")).toString(), QStringLiteral("Giấy phép lái xe"));
}

void tst_IntakePlace::procedureByWordsWithoutDiacritics() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    harness.window->resize(1366, 700);
    hand.type(QStringLiteral("chung thuc ban sao"));
    const auto* found = harness.find<QListWidget>(QStringLiteral("Các thủ tục tìm thấy"));
    QVERIFY(found);
    // All of the list can be read: the form moves up for it.
    const QWidget* form = found->parentWidget();
    while (!qobject_cast<const QScrollArea*>(form->parentWidget()))
        form = form->parentWidget();
    QTRY_VERIFY(form->rect().contains(QRect(found->mapTo(form, QPoint()), found->size())));
    harness.shoot("intake-procedures-found");
    hand.press(Qt::Key_Return);
    QCOMPARE(harness.bench.counter->intake().form().content().procedureCode, QStringLiteral("2.000815"));
}

void tst_IntakePlace::generalIntakeTicksItsPapers() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.type(QStringLiteral("1.004873"));
    hand.press(Qt::Key_Return);
    QTRY_COMPARE(Hand::place(), QStringLiteral("checklist"));
    const counter::Intake& intake = harness.bench.counter->intake();
    // What is asked for only in some cases ("nếu có") never keeps the dossier back.
    const auto& listed = intake.form().content().papers;
    const auto papers = static_cast<int>(std::count_if(listed.begin(), listed.end(), [](const domain::Paper& paper) { return paper.required; }));
    QVERIFY(papers == 1 && papers < static_cast<int>(listed.size()));
    QCOMPARE(intake.form().missing().size(), papers);
    hand.press(Qt::Key_F3);
    hand.press(Qt::Key_F9);
    QCOMPARE(Hand::place(), QStringLiteral("checklist"));
    hand.press(Qt::Key_Space);
    QCOMPARE(intake.form().missing().size(), papers - 1);
    // How it was brought: left as an original, a copy, a file, or shown and given back.
    const bool shown = listed.front().shownOnly;
    for (int way = 0; way < 4; ++way) {
        QCOMPARE(listed.front().shownOnly, shown ? way == 0 : way == 3);
        hand.press(Qt::Key_K);
    }
    QCOMPARE(listed.front().shownOnly, shown);
    hand.press(Qt::Key_F4);
    QVERIFY(intake.form().missing().isEmpty());
    for (const domain::Paper& paper : listed)
        QCOMPARE(paper.quantity, paper.required ? 1 : 0);
    QVERIFY(intake.form().due().isValid());
    hand.press(Qt::Key_F9);
    // The province sets this fee: without it the receipt would say nothing about money.
    QCOMPARE(intake.form().gaps(), QStringList{QStringLiteral("fee")});
    QCOMPARE(Hand::place(), QStringLiteral("typedFee"));
}

/// What only the record itself refuses is said on the banner, leads to its field all the same, and is said no longer than it is so.
void tst_IntakePlace::whatTheRecordRefusesLeadsThere() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Nơi cư trú")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    constexpr int tooLong = 501;
    hand.type(QString(tooLong, QLatin1Char('a')));
    hand.press(Qt::Key_F3);
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), QStringLiteral("address"));
    const auto* banner = placeOf(harness)->banner();
    QVERIFY(banner->isVisible());
    hand.type(QStringLiteral("Tổ 1, Bãi Cháy"));
    hand.press(Qt::Key_Return);
    QVERIFY2(!banner->isVisible(), qPrintable(banner->text()));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
}

void tst_IntakePlace::damagedCardIsRefusedInWords() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard(QStringLiteral("0220900012|100123456|Nguyễn Văn An|15011990|Nam|Bãi Cháy|12052021"));
    QVERIFY(harness.bench.counter->intake().form().content().applicant.name.isEmpty());
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    QVERIFY(!harness.visibleWords().filter(QStringLiteral("thẻ")).isEmpty());
    scanCard();
    QCOMPARE(harness.bench.counter->intake().form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
}

void tst_IntakePlace::refusalInWords() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.press(Qt::Key_F8);
    QTRY_COMPARE(Hand::place(), QStringLiteral("grounds"));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.at(0).first, QStringLiteral("form-03"));
    const auto refused = harness.bench.archive.dossiers({});
    QCOMPARE(refused->size(), size_t(1));
    QCOMPARE(refused->front().state, domain::State::Refused);
}

void tst_IntakePlace::supplementNamesTheMissingPapers() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.type(QStringLiteral("1.004873"));
    hand.press(Qt::Key_Return);
    const QStringList missing = harness.bench.counter->intake().form().missing();
    hand.press(Qt::Key_F7);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.at(0).first, QStringLiteral("form-02"));
    const auto dossiers = harness.bench.archive.dossiers({});
    QCOMPARE(dossiers->front().state, domain::State::Registered);
    QVERIFY(!missing.isEmpty());
}

void tst_IntakePlace::threeSetsAndTheResultByPost() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Sổ tay"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    QVERIFY(hand.tabTo(QStringLiteral("Số bộ hồ sơ")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("3"));
    QVERIFY(hand.tabTo(QStringLiteral("Nhận kết quả")));
    hand.press(Qt::Key_Down);
    harness.shoot(QStringLiteral("intake-by-post"));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    const QJsonObject& values = harness.bench.paper.rendered.front().second;
    QCOMPARE(values.value(QStringLiteral("sets")).toInt(), 3);
    QVERIFY(values.value(QStringLiteral("delivery")).toString().contains(QStringLiteral("bưu chính")));
    // The next citizen begins with what is usual.
    QCOMPARE(harness.bench.counter->intake().form().content().sets, 1);
    QVERIFY(harness.bench.counter->intake().form().content().resultWay == domain::ResultWay::Counter);
}

void tst_IntakePlace::jamKeepsThePagesAndSaysSo() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.press(Qt::Key_F5);
    emit harness.bench.scanner.job->pageRead(CounterBench::page("page one"));
    emit harness.bench.scanner.job->finished({QStringLiteral("scan.jammed")});
    auto* banner = placeOf(harness)->banner();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("kẹt")), qPrintable(banner->text()));
    QCOMPARE(harness.bench.counter->intake().form().content().papers.at(0).pages.size(), size_t(1));
}

void tst_IntakePlace::crashBringsEveryFieldBack() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Học bạ"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("12"));
    QTRY_VERIFY(harness.bench.drafts.drafts(harness.bench.clerk.id)->size() == 1);
    QVERIFY(harness.bench.counter->saveDrafts());
    harness.bench.restart();
    harness.bench.seatClerk();
    const auto& form = harness.bench.counter->intake().form().content();
    QCOMPARE(form.applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(form.facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QCOMPARE(form.facts.value(QStringLiteral("pages")).toInt(), 12);
    // The window still stands on the counter that died: it is closed before the bench goes.
    harness.window.reset();
}

void tst_IntakePlace::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scheme");
    QTest::newRow("vi-light") << "vi" << static_cast<int>(ui::SchemeChoice::Light);
    QTest::newRow("vi-dark") << "vi" << static_cast<int>(ui::SchemeChoice::Dark);
    QTest::newRow("en-light") << "en" << static_cast<int>(ui::SchemeChoice::Light);
}

void tst_IntakePlace::pictures() {
    QFETCH(QString, language);
    QFETCH(int, scheme);
    Harness harness;
    harness.theme.apply(static_cast<ui::SchemeChoice>(scheme), 1.0);
    harness.language.apply(language);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    scanCard();
    Hand hand;
    harness.shoot(QStringLiteral("intake-card-") + QTest::currentDataTag());
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Bảng điểm"));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("5"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("3"));
    QCoreApplication::processEvents();
    harness.shoot(QStringLiteral("intake-copy-") + QTest::currentDataTag());
    hand.press(Qt::Key_F8);
    QCoreApplication::processEvents();
    harness.shoot(QStringLiteral("intake-refuse-") + QTest::currentDataTag());
    QVERIFY(placeOf(harness)->isVisible());
}

QTEST_MAIN(tst_IntakePlace)
#include "tst_IntakePlace.moc"
