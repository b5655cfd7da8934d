#include "app/ui/shell/KeyMap.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QLabel>
#include <QRegularExpression>
#include <QShortcut>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::Hand;
using test::Harness;

/// F1 says every key that does something here, once, and no other; whole at every size.
class tst_KeyMap : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsListenedTo_data();
    void saysWhatIsListenedTo();
    void favouritesAreSaidOnce();
    void whatIsHeldHasItsKeys();
    void cardsOfTheSystemHaveKeys();
    void isWhole_data();
    void isWhole();

private:
    /// As F1 shows them: each key, runs taken apart.
    static QStringList said(Harness& harness);
    static bool isShortcut(const QString& key) {
        static const QRegularExpression plain(QStringLiteral("^(F\\d+|Page .*|.+\\+.+)$"));
        return plain.match(key).hasMatch();
    }
    /// Of everything in the window that listens; `now`: what is shown and in use only.
    static QStringList heard(const Harness& harness, bool now);
    static void fill(Harness& harness) {
        harness.bench.approvedCopy();
        harness.bench.seatClerk();
        harness.bench.receiveCopy();
    }
    static void places();
};

QStringList tst_KeyMap::said(Harness& harness) {
    Hand hand;
    hand.press(Qt::Key_F1);
    const auto* map = harness.desk().findChild<ui::KeyMap*>();
    QStringList keys;
    for (const QString& line : map->accessibleDescription().split(QLatin1Char('\n')))
        for (const QString& key : line.section(QStringLiteral(": "), 0, 0).split(QStringLiteral(", "))) {
            const QString first = key.section(QStringLiteral(" … "), 0, 0);
            const QString last = key.section(QStringLiteral(" … "), -1).right(1);
            keys << first;
            for (QChar digit = QChar(first.back().unicode() + 1); key.contains(QStringLiteral(" … ")) && digit <= last.front();
                 digit = QChar(digit.unicode() + 1))
                keys << first.chopped(1) + digit;
        }
    hand.press(Qt::Key_Escape);
    return keys;
}

QStringList tst_KeyMap::heard(const Harness& harness, bool now) {
    QStringList keys;
    for (const auto* shortcut : harness.window->findChildren<QShortcut*>()) {
        const auto* around = qobject_cast<const QWidget*>(shortcut->parent());
        if (!now || (shortcut->isEnabled() && around && around->isVisible()))
            keys << ui::keyWords(shortcut->key());
    }
    for (const auto* button : harness.window->findChildren<ui::ActionButton*>())
        if (!button->key().isEmpty() && button->hearsItsKey() && (!now || (button->isVisible() && button->isEnabled())))
            keys << ui::keyWords(button->key());
    keys.removeDuplicates();
    return keys;
}

void tst_KeyMap::places() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"})
        QTest::newRow(place) << QStringLiteral("lan.nt") << QString::fromLatin1(place);
    QTest::newRow("approval") << QStringLiteral("hung.tv") << QStringLiteral("approval");
}

void tst_KeyMap::saysWhatIsListenedTo_data() {
    places();
}

void tst_KeyMap::saysWhatIsListenedTo() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    fill(harness);
    test::begin(harness, login, place);
    if (place == QLatin1String("intake")) {
        harness.bench.fillCopy();
        QVERIFY(harness.bench.counter->intake().draft().take(test::CounterBench::page("a page")));
        QCoreApplication::sendPostedEvents();
    }
    const QStringList now = heard(harness, true);
    const QStringList ever = heard(harness, false);
    const QStringList map = said(harness);
    QVERIFY(now.size() > 10);
    for (const QString& key : now)
        QVERIFY2(map.contains(key), qPrintable(QStringLiteral("not said: ") + key));
    for (const QString& key : map)
        QVERIFY2(!isShortcut(key) || ever.contains(key), qPrintable(QStringLiteral("nobody listens to ") + key));
    for (const QString& key : map)
        QVERIFY2(!isShortcut(key) || map.count(key) == 1, qPrintable(QStringLiteral("said twice: ") + key));
}

void tst_KeyMap::favouritesAreSaidOnce() {
    Harness harness;
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Hand hand;
    hand.press(Qt::Key_F1);
    const QStringList lines = harness.desk().findChild<ui::KeyMap*>()->accessibleDescription().split(QLatin1Char('\n'));
    QCOMPARE(std::count_if(lines.begin(), lines.end(), [](const QString& line) { return line.startsWith(QStringLiteral("Ctrl+1")); }), 1);
    QVERIFY2(lines.contains(QStringLiteral("Ctrl+1, Ctrl+2: Thủ tục hay làm")), qPrintable(lines.join(QLatin1Char('\n'))));
}

/// Where it is needed most, also before anything is held.
void tst_KeyMap::whatIsHeldHasItsKeys() {
    Harness harness;
    fill(harness);
    test::begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    const QStringList map = said(harness);
    QVERIFY(map.contains(QStringLiteral("Ctrl+Z")));
    QVERIFY(map.contains(QStringLiteral("Ctrl+Y")));
}

void tst_KeyMap::cardsOfTheSystemHaveKeys() {
    Harness harness;
    harness.access.care.findings = {{counter::Finding::About::Clock, {QStringLiteral("23/11/2026 08:15:00")}}};
    test::begin(harness, QStringLiteral("hung.tv"), QStringLiteral("system"));
    Hand hand;
    for (const auto& [key, field] : {std::pair{Qt::Key_F4, "Tên đăng nhập của đồng nghiệp"}, std::pair{Qt::Key_F2, "Ngôn ngữ"},
             std::pair{Qt::Key_F3, "Máy in"}, std::pair{Qt::Key_F6, "Thư mục"}, std::pair{Qt::Key_F5, "Mật khẩu hiện tại"}}) {
        hand.press(key);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QString::fromUtf8(field));
    }
    hand.press(Qt::Key_F7);
    QTRY_VERIFY(test::wordsOf(harness).contains(QStringLiteral("Chép nội dung")));
    // The focus stays where it was: F7 is no way to a card.
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Mật khẩu hiện tại"));
}

void tst_KeyMap::isWhole_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("language");
    for (const double scale : {1.0, 1.25, 1.5})
        for (const char* language : {"vi", "en"})
            QTest::addRow("%s-%d", language, qRound(scale * 100)) << scale << QString::fromLatin1(language);
}

void tst_KeyMap::isWhole() {
    QFETCH(double, scale);
    QFETCH(QString, language);
    Harness harness(true, ui::SchemeChoice::Light, scale);
    fill(harness);
    harness.speak(language);
    QStringList faults;
    for (const char* login : {"lan.nt", "hung.tv"}) {
        QVERIFY(harness.signIn(QString::fromLatin1(login)));
        for (const QString& place : harness.desk().visiblePlaces()) {
            QVERIFY(harness.desk().go(place));
            Hand hand;
            for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080)}) {
                harness.window->resize(size);
                hand.press(Qt::Key_F1);
                for (int round = 0; round < 4; ++round)
                    QCoreApplication::sendPostedEvents();
                auto* map = harness.desk().findChild<ui::KeyMap*>();
                QVERIFY(map->isVisible());
                if (size.width() == 1280)
                    harness.shoot(QStringLiteral("keys-%1-%2").arg(QString::fromLatin1(QTest::currentDataTag()), place));
                for (const QString& fault : test::layoutFaults(*map))
                    faults << QStringLiteral("%1 %2×%3: %4").arg(place).arg(size.width()).arg(size.height()).arg(fault);
                for (const QLabel* words : map->findChildren<QLabel*>())
                    if (words->isVisible() && words->wordWrap() && words->heightForWidth(words->width()) > words->height())
                        faults << QStringLiteral("%1 %2: cut: %3").arg(place).arg(size.width()).arg(words->text());
                hand.press(Qt::Key_Escape);
            }
        }
        harness.session->lock();
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_KeyMap)
#include "tst_KeyMap.moc"
