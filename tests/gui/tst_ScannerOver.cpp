#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/widgets/SecretEdit.h"
#include "tests/gui/ScannerTest.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;
using test::applicant;
using test::CounterBench;
using test::fieldsOf;
using test::Harness;
using test::Reader;
using test::woman;

/// A passport's lines, and scans where something else stands in front of the places: the lock, the palette, a list that is open.
class tst_ScannerOver : public QObject {
    Q_OBJECT

private slots:
    void passport();
    void passportReadWrongly();
    void passportOfSomebodyElse();
    void beforeTheDesk();
    void aQuickHandSignsIn();
    void aQuickHandsPasswordIsKept();
    void whereThereIsNothingToScan();
    void altAndADigitWritesNothing();
    void overThePalette();
    void overTheUnfinished();
    void overAnOpenList();
};

void tst_ScannerOver::passport() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
    reader.scan(QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("ERIKSSON ANNA MARIA"));
    QCOMPARE(applicant(harness).passport.number, QStringLiteral("L898902C3"));
    QCOMPARE(applicant(harness).birthDate, QDate(1974, 8, 12));
    // A place that knows no persons says so.
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    reader.scan(QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
    reader.scan(QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("books"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("hộ chiếu")));
}

/// What the reader misread never fills a form; who is there stays.
void tst_ScannerOver::passportReadWrongly() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    reader.scan(QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
    reader.scan(QStringLiteral("L898902C37UTO7408122F1204159ZE184226B<<<<<10"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("số kiểm tra")));
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(applicant(harness).passport.number.isEmpty());
}

/// Another person's passport asks first, as another person's card does.
void tst_ScannerOver::passportOfSomebodyElse() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    press(harness, Qt::Key_1, Qt::ControlModifier);
    for (int times = 0; times < 2; ++times) {
        reader.scan(QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
        reader.scan(QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
        reader.press(Qt::Key_F24, milliseconds(900));
        QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
        QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    }
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("ERIKSSON ANNA MARIA"));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(applicant(harness).personalId, QString());
    QCOMPARE(applicant(harness).address, QString());
}

void tst_ScannerOver::beforeTheDesk() {
    Harness harness;
    Reader reader(harness.window.get());
    auto* banner = harness.window->login()->findChild<ui::Banner*>();
    const QString before = fieldsOf(harness);
    for (const QString& code : {CounterBench::card(), QStringLiteral("H49.30-261123-0042")}) {
        reader.scan(code);
        QTRY_VERIFY(banner->text().contains(QStringLiteral("chưa ai đăng nhập")));
        banner->clear();
        QCOMPARE(fieldsOf(harness), before);
    }
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.session->lock();
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(CounterBench::card().mid(1));
    QTRY_VERIFY(banner->text().contains(QStringLiteral("chưa ai đăng nhập")));
    QVERIFY(harness.window->login()->isVisible());
    QVERIFY(applicant(harness).name.isEmpty());
}

void tst_ScannerOver::overThePalette() {
    Harness harness;
    harness.bench.seatClerk();
    const auto wanted = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    harness.desk().search()->open();
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(!harness.desk().search()->isOpen());
    harness.desk().search()->open();
    reader.press(QChar(u'H'), milliseconds(900));
    reader.scan(harness.bench.dossier(wanted).code.mid(1));
    QTRY_COMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
    QVERIFY(!harness.desk().search()->isOpen());
    QVERIFY(harness.desk().search()->findChild<QLineEdit*>(QStringLiteral("paletteQuery"))->text().isEmpty());
}

void tst_ScannerOver::overTheUnfinished() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto& intake = harness.bench.counter->intake();
    intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
    press(harness, Qt::Key_F2);
    press(harness, Qt::Key_F2, Qt::ControlModifier);
    auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QTRY_VERIFY(list->hasFocus());
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(!list->isVisible());
    QCOMPARE(intake.putAside().list()->size(), 1u);
}

void tst_ScannerOver::overAnOpenList() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* page = harness.desk().page(QStringLiteral("intake"));
    auto* sex = page->findChild<QComboBox*>(QStringLiteral("sex"));
    sex->setFocus();
    sex->showPopup();
    QVERIFY(QApplication::activePopupWidget());
    Reader reader(harness.window.get());
    reader.scan(woman);
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(applicant(harness).sex, QStringLiteral("Nữ"));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    test::Hand hand;
    auto* document = page->findChild<QLineEdit*>(QStringLiteral("document"));
    document->setFocus();
    hand.type(QStringLiteral("Bằng tốt nghiệp"));
    QVERIFY(QApplication::activePopupWidget());
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(woman.mid(1));
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QCOMPARE(document->text(), QStringLiteral("Bằng tốt nghiệp"));
}

/// Login, password and Enter, 40 ms a key; a card whose reader is as slow goes nowhere, and is no wrong attempt.
void tst_ScannerOver::aQuickHandSignsIn() {
    Harness harness;
    Reader reader(harness.window.get());
    reader.gap = milliseconds(40);
    auto* banner = harness.window->login()->findChild<ui::Banner*>();
    const auto edits = harness.window->login()->findChildren<QLineEdit*>();
    edits.at(0)->clear();
    edits.at(0)->setFocus();
    reader.scan(QStringLiteral("lan.nt"));
    QTRY_VERIFY(edits.at(1)->hasFocus());
    QCOMPARE(edits.at(0)->text(), QStringLiteral("lan.nt"));
    reader.scan(CounterBench::card());
    QTRY_VERIFY(banner->text().contains(QStringLiteral("chưa ai đăng nhập")));
    QVERIFY(edits.at(1)->text().isEmpty());
    // Of another kind, as quick as only a reader is.
    reader.gap = milliseconds(2);
    reader.scan(QStringLiteral("8934588063053"));
    QTest::qWait(0);
    QTRY_VERIFY(edits.at(1)->text().isEmpty());
    banner->clear();
    reader.gap = milliseconds(40);
    reader.press(test::DeskAccess::password().at(0), milliseconds(900));
    reader.scan(test::DeskAccess::password().mid(1));
    QTRY_VERIFY(harness.window->workbench() && harness.window->workbench()->isVisible());
    QVERIFY(!banner->isVisible());
}

/// In the rooms behind the door, too.
void tst_ScannerOver::aQuickHandsPasswordIsKept() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("system"));
    Reader reader(harness.window.get());
    const auto lines = harness.desk().page(QStringLiteral("system"))->findChildren<ui::SecretEdit*>();
    const auto seen = std::find_if(lines.begin(), lines.end(), [](const ui::SecretEdit* line) { return line->isVisible(); });
    QVERIFY(seen != lines.end());
    ui::SecretEdit* line = *seen;
    for (const int pace : {25, 40}) {
        line->clear();
        line->setFocus();
        reader.gap = milliseconds(pace);
        reader.press(Qt::Key_F24, milliseconds(3000));
        reader.scan(test::DeskAccess::password(), {Qt::Key_Tab});
        QTRY_VERIFY(!line->hasFocus());
        QVERIFY(line->secret() == base::Secret(test::DeskAccess::password()));
        QVERIFY(!bannerOf(harness, QStringLiteral("system"))->isVisible());
    }
}

/// Before anybody is enrolled: whatever comes, however quickly, is typed.
void tst_ScannerOver::whereThereIsNothingToScan() {
    Harness harness(false);
    Reader reader(harness.window.get());
    auto* code = harness.find<QLineEdit>(QStringLiteral("Mã một lần"));
    auto* password = harness.find<ui::SecretEdit>(QStringLiteral("Mật khẩu"));
    QVERIFY(code && password);
    code->setFocus();
    reader.scan(QStringLiteral("H49.30-261123-0042"));
    QCOMPARE(code->text(), QStringLiteral("H49.30-261123-0042"));
    QVERIFY(!code->hasFocus());
    password->setFocus();
    reader.scan(test::DeskAccess::password());
    QVERIFY(password->secret() == base::Secret(test::DeskAccess::password()));
    for (const ui::Banner* banner : harness.window->findChildren<ui::Banner*>())
        QVERIFY(!banner->isVisible());
}

/// A place that is not there is nowhere to go, and nothing to write.
void tst_ScannerOver::altAndADigitWritesNothing() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* card = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(card);
    QTest::sendKeyEvent(QTest::Click, card, Qt::Key_9, QStringLiteral("9"), Qt::AltModifier);
    QCOMPARE(card->text(), QString());
    QTest::sendKeyEvent(QTest::Click, card, Qt::Key_9, QStringLiteral("9"), Qt::NoModifier);
    QCOMPARE(card->text().size(), 1);
    harness.session->lock();
    auto* password = harness.window->login()->findChild<ui::SecretEdit*>();
    password->setFocus();
    QTest::sendKeyEvent(QTest::Click, password, Qt::Key_1, QStringLiteral("1"), Qt::AltModifier);
    QVERIFY(password->isEmpty());
}

QTEST_MAIN(tst_ScannerOver)
#include "tst_ScannerOver.moc"
