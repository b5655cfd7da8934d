#include "app/ui/shell/KeyPresses.h"

#include <QStringList>
#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;

/// What a press is, by when keys go down and up: as an X server sends them, and Qt marks them.
class tst_KeyPresses : public QObject {
    Q_OBJECT

private slots:
    void whatAPressIs_data();
    void whatAPressIs();
    void heldForSeconds_data();
    void heldForSeconds();
    void aReaderOfOneSignForSeconds();
    void anotherKeyIsAnother();
    void askedTwiceItSaysTheSame();
    void aClockThatBeginsAnew();

private:
    static QString run(const QString& script);
};

/// "d20" the key goes down at 20 ms, "u20" up, "m20" down and marked as a repeat. Out: "S" a stroke, "r" a repeat.
QString tst_KeyPresses::run(const QString& script) {
    constexpr milliseconds begin{1'000'000};
    constexpr quint32 key = 75;
    ui::KeyPresses presses;
    QString said;
    for (const QString& event : script.split(QLatin1Char(' '))) {
        const milliseconds at = begin + milliseconds(event.mid(1).toInt());
        if (event.at(0) == QLatin1Char('u'))
            presses.released(key, at);
        else
            said += presses.isRepeat(key, at, event.at(0) == QLatin1Char('m')) ? QLatin1Char('r') : QLatin1Char('S');
    }
    return said;
}

void tst_KeyPresses::whatAPressIs_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("said");
    QTest::newRow("pressed") << "d0 u80"
                             << "S";
    QTest::newRow("pressed twice") << "d0 u80 d300 u380"
                                   << "SS";
    QTest::newRow("a reader's doubled sign") << "d0 u5 d10 u15"
                                             << "SS";
    QTest::newRow("in one millisecond") << "d0 u0 m0 u0"
                                        << "SS";
    QTest::newRow("up and down again in one millisecond") << "d0 u12 m12 u24"
                                                          << "SS";
    QTest::newRow("four times, as fast as it goes") << "d0 u1 m1 u2 m2 u3 m3 u4"
                                                    << "SSSS";
    QTest::newRow("a slow reader that holds each key half its time") << "d0 u47 d95 u142 d190 u237 d285 u332"
                                                                     << "SSSS";
    QTest::newRow("a slow reader that holds each until the next") << "d0 u95 m95 u190 m190"
                                                                  << "SSr";
    QTest::newRow("held") << "d0 u660 m660 u700 m700 u740 m740 u760"
                          << "Srrr";
    QTest::newRow("held, one overlooked") << "d0 u660 m660 u700 d700 u740 m740 u760"
                                          << "Srrr";
    QTest::newRow("held, the first overlooked") << "d0 u660 d660 u700 m700"
                                                << "Srr";
    QTest::newRow("held, all overlooked") << "d0 u660 d660 u700 d700 u740 d740 u760"
                                          << "Srrr";
    QTest::newRow("held on a platform that sends no release") << "d0 m500 m530 d560 u580"
                                                              << "Srrr";
    QTest::newRow("held, let go, pressed") << "d0 u660 m660 u700 m700 u720 d800 u850"
                                           << "SrrS";
    QTest::newRow("the switch bounces as it is let go") << "d0 u700 d712 u720"
                                                        << "Sr";
    QTest::newRow("the switch bounces as it goes down") << "d0 u8 d16 u90"
                                                        << "SS";
    QTest::newRow("the quickest keyboard") << "d0 u160 m160 u170 m170"
                                           << "Srr";
    QTest::newRow("the release went to another window") << "d0 d5000 u5080"
                                                        << "SS";
    QTest::newRow("the press went to another window") << "u0 m0 u40 d40 u80"
                                                      << "rr";
    QTest::newRow("and so did the release before") << "m0 u40 m40"
                                                   << "rr";
    QTest::newRow("pressed in another window, let go here, pressed here") << "u0 d400 u480"
                                                                          << "S";
}

void tst_KeyPresses::whatAPressIs() {
    QFETCH(QString, script);
    QFETCH(QString, said);
    QCOMPARE(run(script), said);
}

void tst_KeyPresses::heldForSeconds_data() {
    QTest::addColumn<int>("delay");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("overlooked"); ///< one in so many
    QTest::newRow("as X does it") << 660 << 40 << 20;
    QTest::newRow("each second one is overlooked") << 500 << 33 << 2;
    QTest::newRow("each is") << 250 << 25 << 1;
    QTest::newRow("late and slow") << 2000 << 500 << 3;
}

/// However long, it is one stroke.
void tst_KeyPresses::heldForSeconds() {
    QFETCH(int, delay);
    QFETCH(int, interval);
    QFETCH(int, overlooked);
    QString script = QStringLiteral("d0");
    for (int i = 0; i < 200; ++i) {
        const QString at = QString::number(delay + i * interval);
        script += QStringLiteral(" u") + at + QLatin1String(i % overlooked == 0 ? " d" : " m") + at;
    }
    QCOMPARE(run(script).count(QLatin1Char('S')), 1);
}

/// Each of them goes up before the next.
void tst_KeyPresses::aReaderOfOneSignForSeconds() {
    QString script = QStringLiteral("d0 u0");
    for (int at = 1; at < 2000; ++at)
        script += QStringLiteral(" d%1 u%1").arg(at);
    QCOMPARE(run(script), QString(2000, QLatin1Char('S')));
}

void tst_KeyPresses::anotherKeyIsAnother() {
    ui::KeyPresses presses;
    QVERIFY(!presses.isRepeat(1, milliseconds(1000), false));
    QVERIFY(!presses.isRepeat(2, milliseconds(1700), false));
    presses.released(1, milliseconds(1700));
    QVERIFY(presses.isRepeat(1, milliseconds(1700), true));
    QVERIFY(!presses.isRepeat(2, milliseconds(1800), false));
}

/// A key asks to be a shortcut before it comes; and keys that were held back come again.
void tst_KeyPresses::askedTwiceItSaysTheSame() {
    ui::KeyPresses presses;
    for (int i = 0; i < 2; ++i)
        QVERIFY(!presses.isRepeat(1, milliseconds(1000), false));
    presses.released(1, milliseconds(1700));
    for (int i = 0; i < 2; ++i)
        QVERIFY(presses.isRepeat(1, milliseconds(1700), false));
    QVERIFY(!presses.isRepeat(1, milliseconds(1000), false));
    presses.released(1, milliseconds(1740));
    QVERIFY(presses.isRepeat(1, milliseconds(1740), true));
}

void tst_KeyPresses::aClockThatBeginsAnew() {
    ui::KeyPresses presses;
    QVERIFY(!presses.isRepeat(1, milliseconds(4'294'967'000), false));
    presses.released(1, milliseconds(4'294'967'100));
    QVERIFY(!presses.isRepeat(1, milliseconds(500), false));
    presses.released(1, milliseconds(1200));
    QVERIFY(presses.isRepeat(1, milliseconds(1200), true));
}

QTEST_GUILESS_MAIN(tst_KeyPresses)
#include "tst_KeyPresses.moc"
