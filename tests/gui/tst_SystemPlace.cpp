#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/system/CareCard.h"
#include "app/ui/shell/system/DevicesCard.h"
#include "app/ui/shell/system/UsersCard.h"
#include "app/ui/widgets/FactGrid.h"
#include "app/ui/widgets/NumberField.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"
#include "tests/support/counter/ScriptedScanner.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QTest>
#include <QWheelEvent>

using namespace motcua;
using test::Hand;
using test::Harness;
using Finding = counter::Finding;

/// The place of the station itself, by keys: its users, its machines, its diagnosis and backup.
class tst_SystemPlace : public QObject {
    Q_OBJECT

private slots:
    void scrollingChangesNoChoice();
    void anEmptiedNumberStays();
    void aClerkOnlyAdds();
    void aSupervisorResetsAndTakesAway();
    void takingAwayIsBroughtBack();
    void takingAwayIsDoneWhenTheScreenIsLeft();
    void theFormerUsersMessagesAreGone();
    void machinesAreListedAsThePlaceOpens();
    void aScanDoesNotWaitForTheList();
    void thePrinterIsTried();
    void theScannerIsTried();
    void isDiagnosed();
    void whatAKeyShowsComesIntoSight_data();
    void whatAKeyShowsComesIntoSight();
    void whatTheKernelLacksIsSaid_data();
    void whatTheKernelLacksIsSaid();
    void isVerified_data();
    void isVerified();
    void isBackedUp();
    void looksAsItShould_data();
    void looksAsItShould();

private:
    static void open(Harness& harness, const QString& login) { test::begin(harness, login, QStringLiteral("system")); }
    static bool shows(const Harness& harness, const QString& words) { return test::wordsOf(harness).contains(words); }
    static void press(Hand& hand, const QString& button) {
        QVERIFY2(hand.tabTo(button), qPrintable(button));
        hand.press(Qt::Key_Return);
    }
    static std::vector<Finding> findings();
};

std::vector<Finding> tst_SystemPlace::findings() {
    using About = Finding::About;
    using State = Finding::State;
    return {{About::Program, {"0.1.0", "6.4.2", "OpenSSL 3.0"}}, {About::System, {"Debian GNU/Linux 12 (bookworm)"}},
        {About::Clock, {"23/11/2026 08:15:00"}}, {About::DataDirectory, {"/var/lib/motcua"}}, {About::Space, {"51200", "102400"}},
        {About::Station, {QStringLiteral("Quầy 1"), "H49.30", "01a227b2-f057-74b8-bf52-727ffcb97d65"}}, {About::Journal, {"1204", "377"}},
        {About::Certificate, {"01/11/2026", "31/10/2031"}}, {About::Line, {"tinh.example:8443"}, State::Doubtful, {"sync.no-line"}},
        {About::Printers, {"HP-LaserJet"}}, {About::Scanners, {}, State::Doubtful, {"scan.no-device"}}};
}

/// The attestation does not move to the top of the sheet.
void tst_SystemPlace::anEmptiedNumberStays() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    auto* top = harness.desk().page(QStringLiteral("system"))->findChild<ui::NumberField*>();
    QVERIFY(top);
    const int before = top->value();
    QVERIFY(before > top->minimum());
    top->setFocus(Qt::TabFocusReason);
    Hand hand;
    hand.press(Qt::Key_Delete);
    hand.press(Qt::Key_Tab);
    QVERIFY(!top->hasFocus());
    QCOMPARE(top->value(), before);
    QCOMPARE(top->text(), QStringLiteral("%1 mm").arg(before));
}

/// Neither on entering nor by a key or a wheel that moves a page.
void tst_SystemPlace::scrollingChangesNoChoice() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    QVERIFY(!qobject_cast<QComboBox*>(QApplication::focusWidget()));
    QVERIFY(QApplication::focusWidget() && harness.desk().page(QStringLiteral("system"))->isAncestorOf(QApplication::focusWidget()));
    auto* language = harness.find<QComboBox>(QStringLiteral("Ngôn ngữ"));
    QVERIFY(language);
    language->setFocus();
    Hand hand;
    for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home}) {
        hand.press(key);
        QCOMPARE(language->currentIndex(), 0);
    }
    const QPointF inside = language->rect().center();
    QWheelEvent wheel(inside, language->mapToGlobal(inside), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(language, &wheel);
    QCOMPARE(language->currentIndex(), 0);
    // Tab goes on as the eye does.
    for (const char* next : {"Màu sắc", "Cỡ chữ", "Máy in"}) {
        hand.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QString::fromUtf8(next));
    }
    language->setFocus();
    // The arrow keys choose.
    hand.press(Qt::Key_Down);
    QCOMPARE(language->currentIndex(), 1);
    QCOMPARE(harness.language.current(), QStringLiteral("en"));
}

void tst_SystemPlace::aClerkOnlyAdds() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    QVERIFY(!shows(harness, QStringLiteral("Đặt lại mật khẩu")));
    QVERIFY(!shows(harness, QStringLiteral("Bỏ khỏi máy")));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Tab);
    hand.type(QStringLiteral("lúa trổ đồng xa tít"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("lúa trổ đồng xa tít"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(harness.access.logins().contains(QStringLiteral("huong.vt")));
    QTRY_VERIFY(shows(harness, QStringLiteral("huong.vt đã có thể mở khóa máy này")));
}

void tst_SystemPlace::aSupervisorResetsAndTakesAway() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    QVERIFY2(!harness.find<QPushButton>(QStringLiteral("Bỏ hung.tv khỏi máy này")), "nobody takes away themselves");
    Hand hand;
    press(hand, QStringLiteral("Đặt lại mật khẩu của lan.nt"));
    QVERIFY(shows(harness, QStringLiteral("Mật khẩu mới của lan.nt")));
    hand.type(QStringLiteral("ngắn"));
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    QVERIFY(shows(harness, QStringLiteral("ít nhất 12 ký tự")));
    hand.type(QStringLiteral(" quá thì dài ra"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("ngắn quá thì dài ra"));
    hand.press(Qt::Key_Return);
    QTRY_COMPARE(harness.access.reset, QStringList{QStringLiteral("lan.nt")});
    QTRY_VERIFY(shows(harness, QStringLiteral("lan.nt đã có thể mở khóa máy này bằng mật khẩu mới")));
    // What the rules refuse is said, and the row is there again.
    harness.access.nextRefusal = {QStringLiteral("access.needs-supervisor")};
    press(hand, QStringLiteral("Bỏ lan.nt khỏi máy này"));
    harness.desk().go(QStringLiteral("dossiers"));
    harness.desk().go(QStringLiteral("system"));
    QTRY_VERIFY(shows(harness, QStringLiteral("Chỉ người phê duyệt khác")));
    QVERIFY(harness.find<QPushButton>(QStringLiteral("Bỏ lan.nt khỏi máy này")));
}

void tst_SystemPlace::takingAwayIsBroughtBack() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    press(hand, QStringLiteral("Bỏ lan.nt khỏi máy này"));
    QVERIFY(!harness.find<QPushButton>(QStringLiteral("Bỏ lan.nt khỏi máy này")));
    QVERIFY(harness.access.logins().contains(QStringLiteral("lan.nt")));
    // The focus is on the way back.
    hand.press(Qt::Key_Return);
    QVERIFY(harness.find<QPushButton>(QStringLiteral("Bỏ lan.nt khỏi máy này")));
    harness.desk().go(QStringLiteral("dossiers"));
    QVERIFY(harness.access.logins().contains(QStringLiteral("lan.nt")));
}

void tst_SystemPlace::takingAwayIsDoneWhenTheScreenIsLeft() {
    Harness harness;
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    press(hand, QStringLiteral("Bỏ lan.nt khỏi máy này"));
    hand.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!harness.access.logins().contains(QStringLiteral("lan.nt")));
}

void tst_SystemPlace::theFormerUsersMessagesAreGone() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Tên đăng nhập của đồng nghiệp")));
    hand.type(QStringLiteral("huong.vt"));
    hand.press(Qt::Key_Tab);
    hand.type(QStringLiteral("lúa trổ đồng xa tít"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("lúa trổ đồng xa tít"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(shows(harness, QStringLiteral("huong.vt đã có thể mở khóa máy này")));
    press(hand, QStringLiteral("Đổi"));
    QVERIFY(shows(harness, QStringLiteral("Nhập mật khẩu hiện tại.")));
    hand.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(harness.window->login()->isVisible());
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    QVERIFY2(!shows(harness, QStringLiteral("huong.vt đã có thể")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!shows(harness, QStringLiteral("Nhập mật khẩu hiện tại.")));
}

/// Without a key, and while the search runs everything can be used; a list that says the same is left as it is.
void tst_SystemPlace::machinesAreListedAsThePlaceOpens() {
    Harness harness;
    harness.bench.scanner.known.clear();
    open(harness, QStringLiteral("lan.nt"));
    const auto* scanners = harness.find<QComboBox>(QStringLiteral("Máy quét"));
    const auto* printers = harness.find<QComboBox>(QStringLiteral("Máy in"));
    QVERIFY(scanners && printers);
    QTRY_VERIFY(printers->findData(QStringLiteral("desk")) >= 0);
    QCOMPARE(scanners->count(), 1);
    QVERIFY(harness.bench.scanner.job);
    harness.bench.scanner.known = {{QStringLiteral("test:0"), QStringLiteral("Test feeder"), true}};
    Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Đang tìm …")));
    emit harness.bench.scanner.job->finished({});
    QTRY_COMPARE(scanners->count(), 2);
    QCOMPARE(scanners->itemText(1), QStringLiteral("Test feeder"));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Tìm lại"));
    // Once more by hand, one search at a time.
    hand.press(Qt::Key_Return);
    const auto* job = harness.bench.scanner.job.data();
    hand.press(Qt::Key_Return);
    QCOMPARE(harness.bench.scanner.job.data(), job);
    emit harness.bench.scanner.job->finished({QStringLiteral("scan.helper-died")});
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("scan.helper-died")));
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Tìm lại"));
}

void tst_SystemPlace::aScanDoesNotWaitForTheList() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    QPointer<test::ScriptedJob> search = harness.bench.scanner.job;
    QVERIFY(search);
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    Hand hand;
    hand.press(Qt::Key_F5);
    QVERIFY(harness.bench.counter->scanning().isBusy());
    QVERIFY(harness.bench.scanner.job && harness.bench.scanner.job != search);
    // While pages come nothing is searched; what is known stays, and a search can be asked for again later.
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    QVERIFY(harness.bench.counter->scanning().isBusy());
    emit harness.bench.scanner.job->finished({});
    auto* after = harness.bench.scanner.job.data();
    QVERIFY(hand.tabTo(QStringLiteral("Tìm lại")));
    hand.press(Qt::Key_Return);
    QVERIFY(harness.bench.scanner.job && harness.bench.scanner.job != after);
}

void tst_SystemPlace::thePrinterIsTried() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("In thử"));
    QTRY_VERIFY(shows(harness, QStringLiteral("Trang thử đã gửi tới desk")));
    QCOMPARE(harness.bench.paper.requests.size(), 1u);
    QCOMPARE(harness.bench.paper.rendered.back().first, QStringLiteral("test-sheet"));
    QCOMPARE(harness.bench.paper.requests.back().media, QStringLiteral("A4"));
    // Nothing of it is on record.
    QCOMPARE(harness.bench.journal.events().size(), 0u);
    harness.bench.paper.printFailure = {QStringLiteral("print.no-queue")};
    press(hand, QStringLiteral("In thử"));
    QTRY_VERIFY(shows(harness, QStringLiteral("Không có máy in")) || shows(harness, QStringLiteral("Chưa có máy in")));
}

void tst_SystemPlace::theScannerIsTried() {
    Harness harness;
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("Quét thử"));
    QVERIFY(harness.bench.scanner.job);
    QImage sheet(300, 420, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QVERIFY(sheet.save(&buffer, "jpeg"));
    emit harness.bench.scanner.job->pageRead(test::CounterBench::page(jpeg, {counter::DeviceTest::codeText()}));
    emit harness.bench.scanner.job->finished({});
    QTRY_VERIFY(shows(harness, QStringLiteral("Đã đọc được mã của trang thử.")));
    auto* picture = harness.find<QLabel>(QStringLiteral("Trang vừa quét thử"));
    QVERIFY(picture && !picture->pixmap().isNull());
    press(hand, QStringLiteral("Quét thử"));
    emit harness.bench.scanner.job->finished({QStringLiteral("scan.cover-open")});
    QTRY_VERIFY(shows(harness, QStringLiteral("nắp")) || shows(harness, QStringLiteral("Nắp")));
    QVERIFY(!picture->isVisible());
}

void tst_SystemPlace::whatAKeyShowsComesIntoSight_data() {
    QTest::addColumn<Qt::Key>("first");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("said");
    for (const auto& [name, first] : {std::pair("nowhere", Qt::Key_Escape), {"a field above", Qt::Key_F4}, {"the password", Qt::Key_F5}}) {
        QTest::addRow("the diagnosis, from %s", name) << first << Qt::Key_F7 << QStringLiteral("nguyên vẹn: 1204 bản ghi");
        QTest::addRow("the verification, from %s", name) << first << Qt::Key_F8 << QStringLiteral("Dữ liệu nguyên vẹn");
    }
}

/// Wherever the keyboard is: what has the focus does not scroll it away again.
void tst_SystemPlace::whatAKeyShowsComesIntoSight() {
    QFETCH(Qt::Key, first);
    QFETCH(Qt::Key, key);
    QFETCH(QString, said);
    Harness harness;
    harness.access.care.findings = findings();
    harness.window->resize(1366, 768);
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    hand.press(first);
    QTest::qWait(20);
    hand.press(key);
    const auto isSeen = [&] {
        const auto labels = harness.window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->text().contains(said) && test::isInSight(*label); });
    };
    QTRY_VERIFY2(shows(harness, said), qPrintable(test::wordsOf(harness)));
    QTest::qWait(50);
    harness.shoot(QStringLiteral("system-shown-%1-%2-vi").arg(first).arg(key));
    QVERIFY(isSeen());
}

void tst_SystemPlace::isDiagnosed() {
    Harness harness;
    harness.access.care.findings = findings();
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("Chẩn đoán"));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Chẩn đoán"));
    QTRY_VERIFY(shows(harness, QStringLiteral("nguyên vẹn: 1204 bản ghi, 377 tệp trang quét đang giữ")));
    QVERIFY(shows(harness, QStringLiteral("tinh.example:8443 không trả lời")));
    QVERIFY(shows(harness, QStringLiteral("50.0 GB trên 100.0 GB")));
    QVERIFY(!shows(harness, QStringLiteral("scan.no-device")));
    press(hand, QStringLiteral("Chép nội dung"));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Máy in: HP-LaserJet")));
}

void tst_SystemPlace::whatTheKernelLacksIsSaid_data() {
    QTest::addColumn<QStringList>("lacking");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList() << "are read in a closed room";
    QTest::newRow("Landlock") << QStringList{"Landlock"} << "this kernel lacks Landlock, so";
    QTest::newRow("seccomp") << QStringList{"seccomp"} << "this kernel lacks seccomp, so";
    QTest::newRow("both") << QStringList{"Landlock", "seccomp"} << "this kernel lacks Landlock and seccomp, so";
}

void tst_SystemPlace::whatTheKernelLacksIsSaid() {
    QFETCH(QStringList, lacking);
    QFETCH(QString, said);
    Harness harness;
    const bool isClosed = lacking.isEmpty();
    harness.access.care.findings = {
        {Finding::About::ForeignFiles, isClosed ? QStringList{"closed"} : lacking, isClosed ? Finding::State::Sound : Finding::State::Doubtful}};
    harness.speak(QStringLiteral("en"));
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("Diagnose"));
    QTRY_VERIFY(shows(harness, said));
}

void tst_SystemPlace::isVerified_data() {
    QTest::addColumn<bool>("sound");
    QTest::addColumn<QString>("said");
    QTest::newRow("sound") << true << QStringLiteral("Dữ liệu nguyên vẹn: 12 bản ghi, 3 trang quét.");
    QTest::newRow("damaged") << false << QStringLiteral("Dữ liệu có 2 chỗ hỏng, chỗ đầu tiên: event 17");
}

void tst_SystemPlace::isVerified() {
    QFETCH(bool, sound);
    QFETCH(QString, said);
    Harness harness;
    if (!sound)
        harness.access.care.soundness = counter::Soundness{12, 3, 2, QStringLiteral("event 17")};
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("Kiểm tra dữ liệu"));
    QTRY_VERIFY2(shows(harness, said), qPrintable(test::wordsOf(harness)));
}

void tst_SystemPlace::isBackedUp() {
    Harness harness;
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    open(harness, QStringLiteral("lan.nt"));
    Hand hand;
    press(hand, QStringLiteral("Sao lưu …"));
    auto* dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog);
    emit dialog->fileSelected(harness.directory.path());
    dialog->close();
    QTRY_VERIFY(shows(harness, QStringLiteral("Đã sao lưu và kiểm tra")));
    QVERIFY2(harness.access.care.target.startsWith(harness.directory.path() + QStringLiteral("/motcua-")), qPrintable(harness.access.care.target));
    harness.access.care.copied = base::fail(QStringLiteral("backup.disk-full"), {{QStringLiteral("file"), QStringLiteral("journal.sqlite")}});
    press(hand, QStringLiteral("Sao lưu …"));
    emit harness.window->findChild<QFileDialog*>()->fileSelected(harness.directory.path());
    QTRY_VERIFY(shows(harness, QStringLiteral("Ổ đĩa lưu bản sao đã đầy, ở tệp journal.sqlite.")));
}

void tst_SystemPlace::looksAsItShould_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("system-care-light");
    QTest::newRow("dark") << static_cast<int>(ui::SchemeChoice::Dark) << QStringLiteral("system-care-dark");
}

void tst_SystemPlace::looksAsItShould() {
    QFETCH(int, scheme);
    QFETCH(QString, name);
    Harness harness(true, static_cast<ui::SchemeChoice>(scheme));
    harness.access.care.findings = findings();
    harness.window->resize(1280, 720);
    open(harness, QStringLiteral("hung.tv"));
    Hand hand;
    harness.shoot(name + QStringLiteral("-top"));
    press(hand, QStringLiteral("Đặt lại mật khẩu của lan.nt"));
    harness.shoot(name + QStringLiteral("-users"));
    press(hand, QStringLiteral("Chẩn đoán"));
    QTRY_VERIFY(shows(harness, QStringLiteral("nguyên vẹn")));
    QTRY_VERIFY(!harness.window->findChild<ui::FactGrid*>()->visibleRegion().isEmpty());
    harness.shoot(name);
    QVERIFY(harness.window->width() == 1280);
}

QTEST_MAIN(tst_SystemPlace)
#include "tst_SystemPlace.moc"
