#include "app/ui/shell/BurstWatch.h"

#include <QHash>
#include <QTest>

#include <random>

using namespace motcua;
using std::chrono::milliseconds;
using ui::BurstWatch;
using Kind = BurstWatch::Kind;

/// Whose keys they are, by when they come: a script of keys in, what becomes of them out.
class tst_BurstWatch : public QObject {
    Q_OBJECT

private slots:
    void whoseKeysTheyAre_data();
    void whoseKeysTheyAre();
    void whereNothingIsWritten_data();
    void whereNothingIsWritten();
    void aPersonsKeyWaitsNoLongerThanItSays();
    void everyKeyOfAPersonComesInOrder_data();
    void everyKeyOfAPersonComesInOrder();

private:
    static QString run(const QString& script);
};

namespace {

/// What became of the keys: those that went on as they are, a reader's in brackets, dropped ones as "-".
class Desk {
public:
    void press(Kind kind, const QString& text, milliseconds at, bool aside = false) {
        const bool keeps = m_watch.keeps({kind, text, at, aside});
        const auto answer = m_watch.take({kind, text, at, aside});
        if (keeps != (answer.fate != BurstWatch::Fate::Goes))
            qFatal("asked before, it said otherwise");
        note(answer.before);
        if (answer.fate == BurstWatch::Fate::Held)
            m_held << text;
        else
            m_seen += answer.fate == BurstWatch::Fate::Goes ? shown(text) : QStringLiteral("-");
    }
    void rest() {
        if (m_watch.holds())
            note(m_watch.rest());
    }
    QString seen() const { return m_seen; }
    BurstWatch& watch() { return m_watch; }

private:
    static QString shown(QString text) { return text.replace(QLatin1Char('\n'), QLatin1Char('$')); }
    void note(const BurstWatch::Verdict& verdict) {
        for (size_t i = 0; i < verdict.typed; ++i)
            m_seen += shown(m_held.takeFirst());
        if (verdict.read == 0)
            return;
        QString read;
        for (size_t i = 0; i < verdict.read; ++i)
            read += m_held.takeFirst();
        if (read != verdict.text)
            qFatal("what was read is what was held");
        m_seen += QLatin1Char('[') + shown(read) + QLatin1Char(']');
    }

    static bool isBegun(const QString& text) { return text.startsWith(QLatin1Char('{')) && !text.contains(QLatin1Char('}')); }
    static bool isWhole(const QString& text) { return text.startsWith(QLatin1Char('H')) || text.startsWith(QLatin1Char('{')); }

    BurstWatch m_watch{{isBegun, isWhole}, 100};
    QStringList m_held;
    QString m_seen;
};

}

/// "a" a key 2 ms after the last, "_" 20 ms pass, "#" 100 ms, "%" 400 ms, "." a person's pause (none came), "$" Enter, "!" a shortcut,
/// "~" something taken back.
QString tst_BurstWatch::run(const QString& script) {
    constexpr milliseconds readers{2};
    const QHash<QChar, int> pauses{{u'_', 20}, {u'#', 100}, {u'%', 400}};
    Desk desk;
    milliseconds now{0};
    for (const QChar sign : script) {
        now += readers;
        if (pauses.contains(sign))
            now += milliseconds(pauses.value(sign));
        else if (sign == u'.')
            desk.rest();
        else if (sign == u'$')
            desk.press(Kind::End, QStringLiteral("\n"), now);
        else if (sign == u'!')
            desk.press(Kind::Other, QString(), now);
        else if (sign == u'~')
            desk.press(Kind::Other, QStringLiteral("\b"), now);
        else
            desk.press(Kind::Text, QString(sign), now);
    }
    desk.rest();
    return desk.seen();
}

void tst_BurstWatch::whoseKeysTheyAre_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("seen");
    QTest::newRow("a key") << "a."
                           << "a";
    QTest::newRow("three keys rolled over") << "abc."
                                            << "abc";
    QTest::newRow("five") << "abcde."
                          << "abcde";
    QTest::newRow("a code without an end") << "H49-26."
                                           << "[H49-26]";
    QTest::newRow("with Enter") << "H49-26$."
                                << "[H49-26$]";
    QTest::newRow("Enter twice") << "H49-26$$."
                                 << "[H49-26$$]";
    QTest::newRow("Enter late") << "H49-26.#$"
                                << "[H49-26]-";
    QTest::newRow("Enter later") << "H49-26.%$"
                                 << "[H49-26]-";
    QTest::newRow("Enter late and twice") << "H49-26.%$%$"
                                          << "[H49-26]--";
    QTest::newRow("Enter of a person") << "H49-26$.%%$"
                                       << "[H49-26$]$";
    QTest::newRow("another key before Enter") << "H49-26$.%x.$"
                                              << "[H49-26$]x$";
    QTest::newRow("an arrow behind the code") << "H49-26!."
                                              << "[H49-26]";
    QTest::newRow("a shortcut of a person") << "H49-26.#!"
                                            << "[H49-26]";
    QTest::newRow("a shortcut, then the late Enter") << "H49-26.!$"
                                                     << "[H49-26]-";
    QTest::newRow("a slow reader") << "H_4_9_-_2_6_$."
                                   << "[H49-26$]";
    QTest::newRow("a stutter within the code") << "H49-26#0001$."
                                               << "[H49-260001$]";
    QTest::newRow("a long stall within a code that is begun") << "{49-26%0001}$."
                                                              << "[{49-260001}$]";
    QTest::newRow("a long stall behind a whole one") << "{49-26}%xy."
                                                     << "[{49-26}]xy";
    QTest::newRow("two codes") << "H49-26$.%H49-27$."
                               << "[H49-26$][H49-27$]";
    QTest::newRow("two codes, the pause unnoticed") << "H49-26$%H49-27$."
                                                    << "[H49-26$][H49-27$]";
    QTest::newRow("typed just before") << "5_H49-26$."
                                       << "5[H49-26$]";
    QTest::newRow("a reader that jitters") << "H4_9-26$."
                                           << "[H49-26$]";
    QTest::newRow("a code that jitters and is none") << "x_y_9-26$."
                                                     << "[xy9-26$]";
    QTest::newRow("two keys just before") << "5_6_H49-26$."
                                          << "56[H49-26$]";
    QTest::newRow("typed long before") << "5#H49-26$."
                                       << "5[H49-26$]";
    QTest::newRow("typed behind it") << "H49-26$.#5."
                                     << "[H49-26$]5";
    QTest::newRow("a shortcut behind a key") << "5!"
                                             << "5";
    QTest::newRow("Enter behind a key") << "5$"
                                        << "5$";
    QTest::newRow("a blank first") << " ."
                                   << " ";
    QTest::newRow("a blank within") << "a b."
                                    << "a b";
    QTest::newRow("a blank behind a stutter") << "ab# cdefgh."
                                              << "ab[ cdefgh]";
    QTest::newRow("a blank long behind a key") << "ab%% cdefgh."
                                               << "ab [cdefgh]";
    QTest::newRow("a blank just before a code") << "x# H49-26."
                                                << "x [H49-26]";
    QTest::newRow("taken back within a code") << "022090~~1$."
                                              << "[022090\b\b1$]";
    QTest::newRow("taken back by a person") << "02~."
                                            << "02\b";
}

void tst_BurstWatch::whoseKeysTheyAre() {
    QFETCH(QString, script);
    QFETCH(QString, seen);
    QCOMPARE(run(script), seen);
}

void tst_BurstWatch::whereNothingIsWritten_data() {
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QList<int>>("gaps"); ///< in turn
    QTest::addColumn<QString>("seen");
    const std::pair<const char*, QString> codes[] = {{"goods", QStringLiteral("8934567890125$")}, {"small goods", QStringLiteral("89345672$")},
        {"four digits", QStringLiteral("3454$")}, {"an address", QStringLiteral("https://tracuu.vn/?id=3454$")},
        {"a telephone", QStringLiteral("MECARD:N:Kim;TEL:+84 901-234-562;;$")}, {"without an end", QStringLiteral("893456789012")}};
    const std::pair<const char*, QList<int>> paces[] = {
        {"5 ms", {5}}, {"60 ms", {60}}, {"80 ms", {80}}, {"95 ms", {95}}, {"jitters", {75, 115, 95, 88, 102}}};
    for (const auto& [name, code] : codes)
        for (const auto& [pace, gaps] : paces)
            QTest::addRow("%s, %s", name, pace) << code << gaps << QStringLiteral("[%1]").arg(code);
    QTest::newRow("a person rates") << QStringLiteral("4") << QList<int>{300} << QStringLiteral("4");
    QTest::newRow("a person changes their mind") << QStringLiteral("45") << QList<int>{90} << QStringLiteral("45");
    QTest::newRow("a person rates one after the other") << QStringLiteral("45321") << QList<int>{130, 180} << QStringLiteral("45321");
    QTest::newRow("a person presses plus") << QStringLiteral("+++++++") << QList<int>{125, 150} << QStringLiteral("+++++++");
    QTest::newRow("keys rolled over") << QStringLiteral("km") << QList<int>{30} << QStringLiteral("km");
    QTest::newRow("Enter behind a digit") << QStringLiteral("4$") << QList<int>{100} << QStringLiteral("4$");
}

void tst_BurstWatch::whereNothingIsWritten() {
    QFETCH(QString, keys);
    QFETCH(QList<int>, gaps);
    QFETCH(QString, seen);
    Desk desk;
    milliseconds now{0};
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const milliseconds gap(gaps[i % gaps.size()]);
        if (desk.watch().holds() && gap > desk.watch().wait())
            desk.rest();
        now += gap;
        const bool ends = keys[i] == QLatin1Char('$');
        desk.press(ends ? Kind::End : Kind::Text, ends ? QStringLiteral("\n") : QString(keys[i]), now, true);
    }
    desk.rest();
    QCOMPARE(desk.seen(), seen);
}

void tst_BurstWatch::aPersonsKeyWaitsNoLongerThanItSays() {
    BurstWatch watch({[](const QString&) { return true; }, [](const QString&) { return true; }}, 100);
    QCOMPARE(watch.take({Kind::Text, QStringLiteral("5"), milliseconds(0)}).fate, BurstWatch::Fate::Held);
    QVERIFY(watch.wait() <= milliseconds(50));
}

void tst_BurstWatch::everyKeyOfAPersonComesInOrder_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 50; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// However a person's hands fall: at most a few keys roll over one another.
void tst_BurstWatch::everyKeyOfAPersonComesInOrder() {
    QFETCH(int, seed);
    auto random = std::mt19937(static_cast<unsigned>(seed));
    Desk desk;
    QString typed;
    milliseconds now{0};
    for (int i = 0; i < 200; ++i) {
        const bool rolls = i % 4 != 0 && random() % 2 == 0;
        const milliseconds gap(rolls ? 5 + random() % 40 : 55 + random() % 200);
        if (gap > desk.watch().wait() && random() % 2 == 0)
            desk.rest();
        now += gap;
        const QString key(QChar(static_cast<char16_t>(u'a' + random() % 26)));
        desk.press(random() % 10 == 0 ? Kind::Other : Kind::Text, key, now);
        typed += key;
    }
    desk.rest();
    QCOMPARE(desk.seen(), typed);
}

QTEST_GUILESS_MAIN(tst_BurstWatch)
#include "tst_BurstWatch.moc"
