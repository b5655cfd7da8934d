#include "app/ui/shell/SearchPalette.h"
#include "tests/gui/ScannerTest.h"

#include <QLineEdit>
#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;
using test::applicant;
using test::CounterBench;
using test::Harness;
using test::Reader;
using test::woman;

/// How a reader and a hand press keys, and what happens to keys on their way: a scan is told from typing, and read as it was meant.
class tst_ScannerKeys : public QObject {
    Q_OBJECT

private slots:
    void endOfACode_data();
    void endOfACode();
    void typedJustBefore();
    void whatAPersonTypes_data();
    void whatAPersonTypes();
    void changedOnTheWay_data();
    void changedOnTheWay();
    void keysWithoutLetters();
    void lettersByTheirNumbers();
    void throughAnInputMethod();
    void asThePlatformSendsIt();

private:
    /// The clerk stands in the field of the applicant's name.
    static QLineEdit* nameAtIntake(Harness& harness);
};

QLineEdit* tst_ScannerKeys::nameAtIntake(Harness& harness) {
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* name = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("name"));
    name->setFocus();
    return name;
}

void tst_ScannerKeys::endOfACode_data() {
    QTest::addColumn<QList<Qt::Key>>("ends");
    QTest::addColumn<int>("late"); ///< ms after the code at which Enter comes once more; 0: it does not
    QTest::newRow("none") << QList<Qt::Key>() << 0;
    QTest::newRow("Enter") << QList<Qt::Key>{Qt::Key_Return} << 0;
    QTest::newRow("Tab") << QList<Qt::Key>{Qt::Key_Tab} << 0;
    QTest::newRow("Enter twice") << QList<Qt::Key>{Qt::Key_Return, Qt::Key_Return} << 0;
    QTest::newRow("Tab and Enter") << QList<Qt::Key>{Qt::Key_Tab, Qt::Key_Return} << 0;
    QTest::newRow("Enter late") << QList<Qt::Key>() << 300;
    QTest::newRow("Enter, and again late") << QList<Qt::Key>{Qt::Key_Enter} << 400;
}

/// The cursor stands where the next thing is asked, however the reader ends what it sends.
void tst_ScannerKeys::endOfACode() {
    QFETCH(QList<Qt::Key>, ends);
    QFETCH(int, late);
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    Reader reader(harness.window.get());
    for (const char* field : {"card", "phone", "name"}) {
        harness.bench.counter->intake().draft().startNew();
        harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
        harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QString::fromLatin1(field))->setFocus();
        reader.scan(CounterBench::card(), ends);
        QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
        if (late > 0)
            reader.press(Qt::Key_Return, milliseconds(late));
        QCoreApplication::processEvents();
        QCOMPARE(test::Hand::place(), QStringLiteral("document"));
        QCOMPARE(harness.bench.counter->intake().form().content().facts.value(QStringLiteral("document")).toString(), QString());
    }
}

void tst_ScannerKeys::typedJustBefore() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* phone = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("phone"));
    phone->setFocus();
    Reader reader(harness.window.get());
    reader.type(QStringLiteral("091234"));
    reader.press(QChar(u'5'), milliseconds(90));
    // The first key of the code is 30 ms behind it.
    reader.press(QChar(u'0'), milliseconds(30));
    reader.scan(CounterBench::card().mid(1));
    QTRY_COMPARE(applicant(harness).personalId, QStringLiteral("022090001234"));
    QCOMPARE(phone->text().remove(QLatin1Char(' ')), QStringLiteral("0912345"));
}

void tst_ScannerKeys::whatAPersonTypes_data() {
    QTest::addColumn<QList<int>>("gaps"); ///< ms before each key, over and over
    QTest::newRow("slowly") << QList<int>{150};
    QTest::newRow("fast") << QList<int>{60, 80, 70};
    QTest::newRow("rolling") << QList<int>{90, 12, 70, 25, 30, 110};
    QTest::newRow("just at the limit") << QList<int>{52, 48, 52};
}

void tst_ScannerKeys::whatAPersonTypes() {
    QFETCH(QList<int>, gaps);
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* address = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("address"));
    address->setFocus();
    Reader reader(harness.window.get());
    const QString text = QStringLiteral("Tổ 3, Khu 5, Bãi Cháy, Hạ Long - 0912345678");
    for (qsizetype i = 0; i < text.size(); ++i)
        reader.press(text[i], milliseconds(gaps[i % gaps.size()]));
    QTRY_COMPARE(address->text(), text);
    // A key that is held down; what Qt overlooks of it is not missed.
    reader.hold(QChar(u'9'), 15);
    QTRY_COMPARE(address->text(), text + QString(11, QLatin1Char('9')));
    // What stands before a shortcut is in the field when the shortcut acts.
    reader.press(QChar(u'x'), milliseconds(200));
    reader.press(Qt::Key_Backspace, milliseconds(10));
    QTRY_COMPARE(address->text(), text + QString(11, QLatin1Char('9')));
    reader.press(QChar(u'!'), milliseconds(200));
    reader.press(Qt::Key_Return, milliseconds(10));
    QCOMPARE(applicant(harness).address, text + QString(11, QLatin1Char('9')) + QLatin1Char('!'));
    QCOMPARE(test::Hand::place(), QStringLiteral("email"));
}

void tst_ScannerKeys::changedOnTheWay_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("named"); ///< the cause that is named; empty: it is mended
    QTest::newRow("Caps Lock") << QStringLiteral("066148000123||h’hEN nIÊ|1948|nỮ|bUÔN đUNG, đẮK lẮK|02032022") << "";
    QTest::newRow("another layout") << QString(woman).replace(QLatin1Char('|'), QLatin1Char('~')) << "";
    QTest::newRow("Telex") << QStringLiteral("022090001234||Nguyeenx Vawn An|15011990|Nam|Toor 3|12052021") << QStringLiteral("bộ gõ");
    QTest::newRow("code page") << QStringLiteral("022090001234||Huá»³nh Hiáº¿u Thuáº­n|15011990|Nam|áº¤p 1|12052021") << QStringLiteral("UTF-8");
    QTest::newRow("letters lost") << QStringLiteral("079201012345||Hunh Hiu Thun|01012001|Nam|p Bnh Ha, Bnh Phc|02032022")
                                  << QStringLiteral("chữ có dấu");
    QTest::newRow("cut short") << CounterBench::card().left(40) << QStringLiteral("thẻ");
}

void tst_ScannerKeys::changedOnTheWay() {
    QFETCH(QString, card);
    QFETCH(QString, named);
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* phone = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("phone"));
    phone->setFocus();
    Reader reader(harness.window.get());
    reader.scan(card);
    if (named.isEmpty()) {
        QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    } else {
        QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
        QVERIFY2(wordsOf(harness).contains(named), qPrintable(wordsOf(harness)));
        QVERIFY(applicant(harness).name.isEmpty());
        QCOMPARE(test::Hand::place(), QStringLiteral("phone"));
        // The next scan is taken and the words go.
        reader.press(QChar(u'0'), milliseconds(900));
        reader.scan(woman.mid(1));
        QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
        QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
    }
    QCOMPARE(phone->text(), QString());
}

/// Keys that the layout has no letter for, and arrows, belong to the code that they come with.
void tst_ScannerKeys::keysWithoutLetters() {
    Harness harness;
    auto* name = nameAtIntake(harness);
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("022090001234||Nguy"), {});
    reader.press(Qt::Key_unknown, reader.gap);
    reader.scan(QStringLiteral("n An|15011990|Nam|1|12052021"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("chữ có dấu")));
    QCOMPARE(name->text(), QString());
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(CounterBench::card().mid(1), {Qt::Key_Down});
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
}

/// A reader that is set to another system's ways: neither are its digits shortcuts to places, nor is anything typed.
void tst_ScannerKeys::lettersByTheirNumbers() {
    Harness harness;
    auto* name = nameAtIntake(harness);
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("022090001234||Nguy"), {});
    for (const Qt::Key digit : {Qt::Key_7, Qt::Key_2})
        reader.press(digit, reader.gap, Qt::KeyboardModifiers(Qt::AltModifier));
    reader.scan(QStringLiteral("n|15011990|Nam|1|12052021"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("UTF-8")));
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("intake"));
    QCOMPARE(name->text(), QString());
    // As Linux takes them, by the input method: "u", their number, a blank.
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(QStringLiteral("22090001234||Nguy"), {});
    for (const char16_t* begun : {u"u", u"u1", u"u1e", u"u1ec", u"u1ec5"}) {
        QInputMethodEvent composing(QString::fromUtf16(begun), {});
        QCoreApplication::sendEvent(name, &composing);
    }
    QInputMethodEvent letter;
    letter.setCommitString(QStringLiteral("ễ"));
    QCoreApplication::sendEvent(name, &letter);
    reader.scan(QStringLiteral("n An|15011990|Nam|Tổ 1|12052021"));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn An"));
}

/// It composes what the reader sends, in the field itself: neither the word it has begun nor what it commits stays there.
void tst_ScannerKeys::throughAnInputMethod() {
    Harness harness;
    auto* name = nameAtIntake(harness);
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("022090001234||"), {});
    for (const char16_t* begun : {u"N", u"Ng", u"Ngu", u"Nguy", u"Nguyê", u"Nguyễ", u"Nguyễn"}) {
        QInputMethodEvent composing(QString::fromUtf16(begun), {});
        QCoreApplication::sendEvent(name, &composing);
    }
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("Nguyễn"));
    QCoreApplication::sendEvent(name, &committed);
    reader.scan(QStringLiteral(" Văn An|15011990|Nam|Tổ 3|12052021"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("bộ gõ")));
    QCOMPARE(name->text(), QString());
    QVERIFY(applicant(harness).personalId.isEmpty());
    // A person's goes on as it came, with the keys before it.
    reader.press(QChar(u'A'), milliseconds(500));
    QInputMethodEvent word;
    word.setCommitString(QStringLiteral("ế"));
    QCoreApplication::sendEvent(name, &word);
    reader.press(QChar(u'n'), milliseconds(500));
    QTRY_COMPARE(name->text(), QStringLiteral("Aến"));
}

/// Through Qt's own door for keyboards, with its shortcuts.
void tst_ScannerKeys::asThePlatformSendsIt() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* phone = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("phone"));
    phone->setFocus();
    const auto send = [&](int key, const QString& text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease})
            qt_handleKeyEvent(harness.window->windowHandle(), type, key, modifiers, text);
    };
    for (const QChar sign : CounterBench::card())
        send(sign.unicode() < 0x80 ? sign.toUpper().unicode() : static_cast<int>(Qt::Key_unknown), QString(sign));
    send(Qt::Key_Return, QStringLiteral("\r"));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(phone->text(), QString());
    // A key just before a shortcut is in its field when the shortcut acts.
    phone->setFocus();
    send(Qt::Key_9, QStringLiteral("9"));
    send(Qt::Key_K, QStringLiteral("\v"), Qt::ControlModifier);
    QVERIFY(harness.desk().search()->isOpen());
    QCOMPARE(phone->text(), QStringLiteral("9"));
}

QTEST_MAIN(tst_ScannerKeys)
#include "tst_ScannerKeys.moc"
