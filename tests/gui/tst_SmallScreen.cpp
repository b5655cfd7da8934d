#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QFile>
#include <QScreen>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// The real window on a screen of 1280×720 at QT_SCALE_FACTOR=1.5, which leaves 853×480: it is no larger than the screen, and the main act of
/// each place is in sight.
class tst_SmallScreen : public QObject {
    Q_OBJECT

private slots:
    void fitsTheScreen();
    void everyPlace_data();
    void everyPlace();
};

void tst_SmallScreen::fitsTheScreen() {
    QCOMPARE(QGuiApplication::primaryScreen()->availableSize(), QSize(853, 480));
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    const QSize least = harness.window->minimumSize();
    QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
        qPrintable(QStringLiteral("at least %1×%2").arg(least.width()).arg(least.height())));
    harness.window->resize(screen);
    QCOMPARE(harness.window->size(), screen);
}

void tst_SmallScreen::everyPlace_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"})
        QTest::newRow(place) << QStringLiteral("lan.nt") << QString::fromLatin1(place);
    QTest::newRow("approval") << QStringLiteral("hung.tv") << QStringLiteral("approval");
}

void tst_SmallScreen::everyPlace() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    harness.window->resize(QGuiApplication::primaryScreen()->availableSize());
    test::begin(harness, login, place);
    if (place == QLatin1String("intake"))
        harness.bench.fillCopy();
    for (int round = 0; round < 4; ++round)
        QCoreApplication::sendPostedEvents();
    QTest::qWait(20);
    QCOMPARE(harness.window->size(), QGuiApplication::primaryScreen()->availableSize());
    harness.shoot(QStringLiteral("small-") + place);
    for (const auto* button : harness.desk().page(place)->findChildren<ui::ActionButton*>())
        if (button->isVisible() && button->key() == QKeySequence(Qt::Key_F9))
            QVERIFY2(test::isInSight(*button), qPrintable(button->text()));
    const QStringList faults = test::layoutFaults(*harness.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

int main(int argc, char** argv) {
    QTemporaryDir directory;
    QFile screens(directory.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(
        R"({"screens": [{"name": "small", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    qputenv("QT_SCALE_FACTOR", "1.5");
    QApplication application(argc, argv);
    tst_SmallScreen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SmallScreen.moc"
