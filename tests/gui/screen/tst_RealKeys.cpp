#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/widgets/KeyRest.h"
#include "tests/gui/PlaceTest.h"
#include "tests/support/screen/Screen.h"

#include <QApplication>
#include <QListWidget>
#include <QTest>

using namespace motcua;
using test::Harness;
using namespace std::chrono_literals;

namespace {
test::Screen* screen = nullptr;
}

/// What only an X server shows: its own repeats of a key, which Qt does not always mark, and a reader that types as fast as the server takes it.
/// The window is on a screen of its own, and the keys are the server's.
class tst_RealKeys : public QObject {
    Q_OBJECT

private slots:
    void init();
    void approvesOne();
    void takesBackOne();
    void printsAndDoesNotHandOver();
    void discardsOne();
    void bounces();
    void doubledSignsAreRead_data();
    void doubledSignsAreRead();

private:
    static void toApprove(Harness& harness, int count);
    static void hold(const QString& keys);
    static void press(const QString& keys);
    static size_t held(const Harness& harness) { return harness.bench.counter->held().acts().size(); }
};

void tst_RealKeys::init() {
    if (!screen)
        QSKIP("no Xvfb or no openbox on this machine");
    // More of them than by default: one in twenty is not marked.
    constexpr int delay = 250;
    constexpr int interval = 15;
    screen->setRepeat(delay, interval);
}

/// For three seconds: 180 repeats.
void tst_RealKeys::hold(const QString& keys) {
    screen->down(keys);
    QTest::qWait(3000);
    screen->up(keys);
    QTest::qWait(300);
}

void tst_RealKeys::press(const QString& keys) {
    screen->press(keys);
    QTest::qWait(300);
}

void tst_RealKeys::toApprove(Harness& harness, int count) {
    harness.bench.seatClerk();
    for (int i = 0; i < count; ++i)
        harness.bench.receiveCopy();
    test::begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    harness.bench.counter->held().setDelay(1h);
}

void tst_RealKeys::approvesOne() {
    Harness harness;
    toApprove(harness, 4);
    hold(QStringLiteral("F9"));
    QCOMPARE(held(harness), 1u);
}

void tst_RealKeys::takesBackOne() {
    Harness harness;
    toApprove(harness, 3);
    for (int i = 0; i < 3; ++i)
        press(QStringLiteral("F9"));
    QCOMPARE(held(harness), 3u);
    hold(QStringLiteral("Ctrl+Z"));
    QCOMPARE(held(harness), 2u);
}

void tst_RealKeys::printsAndDoesNotHandOver() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    harness.bench.counter->held().setDelay(1h);
    hold(QStringLiteral("F9"));
    QCOMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QCOMPARE(held(harness), 0u);
}

void tst_RealKeys::discardsOne() {
    Harness harness;
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    for (int i = 0; i < 4; ++i) {
        harness.bench.counter->intake().form().setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
        press(QStringLiteral("F2"));
    }
    press(QStringLiteral("Ctrl+F2"));
    const auto* list = harness.window->findChild<QListWidget*>(QStringLiteral("putAside"));
    QCOMPARE(list->count(), 4);
    hold(QStringLiteral("Delete"));
    QCOMPARE(list->count(), 3);
}

void tst_RealKeys::bounces() {
    Harness harness;
    toApprove(harness, 3);
    ui::KeyRest::instance().setLength(ui::KeyRest::moment);
    screen->bounce(QStringLiteral("F9"), 4);
    // The last of them is heard late on a slow machine, and rests anew.
    QTest::qWait(3000);
    QCOMPARE(held(harness), 1u);
    press(QStringLiteral("F9"));
    QTRY_COMPARE(held(harness), 2u);
    screen->bounce(QStringLiteral("Ctrl+Z"), 4);
    QTest::qWait(300);
    QCOMPARE(held(harness), 1u);
}

void tst_RealKeys::doubledSignsAreRead_data() {
    QTest::addColumn<int>("gap");
    for (const int gap : {0, 1, 2, 5, 12})
        QTest::addRow("%d ms", gap) << gap;
}

/// 0044 is not 0004.
void tst_RealKeys::doubledSignsAreRead() {
    QFETCH(int, gap);
    Harness harness;
    harness.bench.approvedCopy();
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QStringList said;
    const auto* catcher = harness.window->findChild<ui::ScanCatcher*>();
    connect(catcher, &ui::ScanCatcher::scanned, this, [&said](const domain::Scan& scan) {
        const auto* receipt = std::get_if<domain::ReceiptScan>(&scan);
        const auto* read = receipt ? std::get_if<domain::DossierCode>(&receipt->dossier) : nullptr;
        said << (read ? read->toString() : QStringLiteral("another kind of code"));
    });
    connect(catcher, &ui::ScanCatcher::unreadable, this, [&said](const base::Error& error) { said << error.code; });
    const QString code = QStringLiteral("H49.30-261130-0044");
    screen->type(code, gap);
    screen->press(QStringLiteral("Return"));
    QTRY_COMPARE(said, QStringList{code});
}

int main(int argc, char** argv) {
    test::Screen own;
    if (own.start()) {
        screen = &own;
        qputenv("DISPLAY", own.display().toLatin1());
        qputenv("QT_QPA_PLATFORM", "xcb");
    }
    QApplication application(argc, argv);
    tst_RealKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_RealKeys.moc"
