#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// A reader is a keyboard that does not look where it types: scans with any field, list or place in front, in the real window, as keys of the
/// platform.
class tst_Scanner : public QObject {
    Q_OBJECT

private slots:
    void cardAtIntakeFillsTheApplicant();
    void cardGoesIntoNoField_data();
    void cardGoesIntoNoField();
    void receiptOpensItsDossierFromAnywhere_data();
    void receiptOpensItsDossierFromAnywhere();
    void receiptRatesNobody();
    void receiptOfAnotherMachine();
    void cardAtTheHandOver_data();
    void cardAtTheHandOver();
    void endOfACode_data();
    void endOfACode();
    void typedJustBefore();
    void whatAPersonTypes_data();
    void whatAPersonTypes();
    void twoCardsInARow();
    void somebodyElsesIntake();
    void changedOnTheWay_data();
    void changedOnTheWay();
    void keysWithoutLetters();
    void lettersByTheirNumbers();
    void throughAnInputMethod();
    void passport();
    void passportReadWrongly();
    void passportOfSomebodyElse();
    void beforeTheDesk();
    void overThePalette();
    void overTheUnfinished();
    void overAnOpenList();
    void whatIsNoCodeOfOurs();
    void asThePlatformSendsIt();

private:
    /// The clerk stands in the field of the applicant's name.
    static QLineEdit* nameAtIntake(Harness& harness);
    static QString fieldsOf(const Harness& harness);
    static std::vector<QWidget*> focusable(QWidget* page);
    /// One of each kind, by class and name.
    static std::vector<QWidget*> kindsOfFocusable(QWidget* page);
    static const domain::Applicant& applicant(const Harness& harness) { return harness.bench.counter->intake().form().content().applicant; }
};

namespace {

const QString woman = QStringLiteral("066148000123||H’Hen Niê|1948|Nữ|Buôn Đung, Đắk Lắk|02032022");

}

/// What stands in every field of the window, the applicant's own aside.
QString tst_Scanner::fieldsOf(const Harness& harness) {
    const QSet<QString> applicants{"name", "personalId", "formerId", "birthDate", "address"};
    QStringList texts;
    for (const QLineEdit* edit : harness.window->findChildren<QLineEdit*>())
        if (!applicants.contains(edit->objectName()))
            texts << edit->text();
    for (const QTextEdit* edit : harness.window->findChildren<QTextEdit*>())
        texts << edit->toPlainText();
    for (const ui::RatingBar* rating : harness.window->findChildren<ui::RatingBar*>())
        texts << QString::number(rating->score());
    return texts.join(QLatin1Char('/'));
}

std::vector<QWidget*> tst_Scanner::focusable(QWidget* page) {
    std::vector<QWidget*> widgets;
    for (QWidget* each : page->findChildren<QWidget*>())
        if (each->isVisible() && each->isEnabled() && each->focusPolicy() != Qt::NoFocus && !each->focusProxy())
            widgets.push_back(each);
    return widgets;
}

std::vector<QWidget*> tst_Scanner::kindsOfFocusable(QWidget* page) {
    QSet<QString> seen;
    std::vector<QWidget*> widgets;
    for (QWidget* each : focusable(page)) {
        const QString kind = QString::fromLatin1(each->metaObject()->className()) + each->objectName();
        if (!seen.contains(kind))
            widgets.push_back(each);
        seen.insert(kind);
    }
    return widgets;
}

/// Whatever has the focus: first a blank form, then one with its facts and papers.
QLineEdit* tst_Scanner::nameAtIntake(Harness& harness) {
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* name = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("name"));
    name->setFocus();
    return name;
}

void tst_Scanner::cardAtIntakeFillsTheApplicant() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto& intake = harness.bench.counter->intake();
    Reader reader(harness.window.get());
    QWidget* page = harness.desk().page(QStringLiteral("intake"));
    int places = 0;
    for (const char* procedure : {"", "2.000815", "1.004873"}) {
        intake.form().setProcedure(QString::fromLatin1(procedure));
        for (const QPointer<QWidget>& widget : [&] {
                 const auto all = focusable(page);
                 return std::vector<QPointer<QWidget>>(all.begin(), all.end());
             }()) {
            if (!widget || !widget->isVisible())
                continue;
            intake.draft().startNew();
            intake.form().setProcedure(QString::fromLatin1(procedure));
            if (!widget || !widget->isVisible())
                continue;
            widget->setFocus();
            const QStringList before = fieldsOf(harness).split(QLatin1Char('/'));
            reader.scan(CounterBench::card());
            QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
            QCOMPARE(applicant(harness).phone, QString());
            QCOMPARE(applicant(harness).email, QString());
            for (const QString& text : fieldsOf(harness).split(QLatin1Char('/')))
                QVERIFY2(before.contains(text), qPrintable(widget->accessibleName() + text));
            QCOMPARE(intake.form().content().procedureCode, QString::fromLatin1(procedure));
            ++places;
        }
    }
    QVERIFY2(places > 30, qPrintable(QString::number(places)));
}

void tst_Scanner::cardGoesIntoNoField_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"dossiers", "books", "sync", "system"})
        QTest::newRow(place) << "lan.nt" << place;
    QTest::newRow("approval") << "hung.tv"
                              << "approval";
}

void tst_Scanner::cardGoesIntoNoField() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.receiveCopy();
    begin(harness, login, place);
    Reader reader(harness.window.get());
    for (QWidget* widget : kindsOfFocusable(harness.window.get())) {
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        bannerOf(harness, place)->clear();
        const QString before = fieldsOf(harness);
        reader.scan(CounterBench::card());
        QTRY_VERIFY2(bannerOf(harness, place)->isVisible(), qPrintable(widget->accessibleName()));
        QCOMPARE(fieldsOf(harness), before);
        QCOMPARE(harness.desk().currentPlace(), place);
    }
    QVERIFY(wordsOf(harness).contains(QStringLiteral("thẻ")));
}

void tst_Scanner::receiptOpensItsDossierFromAnywhere_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"})
        QTest::newRow(place) << "lan.nt" << place;
    QTest::newRow("approval") << "hung.tv"
                              << "approval";
}

void tst_Scanner::receiptOpensItsDossierFromAnywhere() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    const auto wanted = harness.bench.receiveCopy();
    harness.bench.receiveCopy();
    const QString code = harness.bench.dossier(wanted).code;
    begin(harness, login, place);
    Reader reader(harness.window.get());
    for (QWidget* widget : kindsOfFocusable(harness.desk().page(place))) {
        QVERIFY(harness.desk().go(place));
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        const QString before = fieldsOf(harness);
        reader.scan(code);
        auto* dossiers = harness.desk().page(QStringLiteral("dossiers"));
        QTRY_COMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
        QTRY_COMPARE(dossiers->findChild<ui::DossierList*>()->current(), wanted);
        QVERIFY(!fieldsOf(harness).contains(code));
        QVERIFY(place == QLatin1String("dossiers") || fieldsOf(harness).startsWith(before.section(QLatin1Char('/'), 0, 0)));
    }
}

/// What it used to do: the digits of the code were the rating of whoever stood under the cursor.
void tst_Scanner::receiptRatesNobody() {
    Harness harness;
    const auto first = harness.bench.approvedCopy();
    const auto second = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    auto* waiting = page->findChild<ui::DossierList*>();
    auto* rating = page->findChild<ui::RatingBar*>();
    Reader reader(harness.window.get());
    for (QWidget* widget : focusable(page)) {
        if (!widget->isVisible())
            continue;
        waiting->select(first);
        widget->setFocus();
        reader.scan(harness.bench.dossier(second).code);
        QTRY_COMPARE(waiting->current(), second);
        QCOMPARE(rating->score(), 0);
        QCOMPARE(harness.desk().currentPlace(), QStringLiteral("handover"));
    }
    for (const auto dossier : {first, second})
        QVERIFY(!harness.bench.counter->jottings().jotted(QStringLiteral("finish/%1/score").arg(dossier.toString())).toInt());
    // A person's key still rates.
    waiting->view()->setFocus();
    reader.press(QChar(u'4'), milliseconds(500));
    QTRY_COMPARE(rating->score(), 4);
    reader.scan(harness.bench.dossier(first).code);
    QTRY_COMPARE(waiting->current(), first);
    QCOMPARE(rating->score(), 0);
}

void tst_Scanner::receiptOfAnotherMachine() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("H49.31-261101-0007"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("H49.31-261101-0007")));
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("intake"));
}

void tst_Scanner::cardAtTheHandOver_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<bool>("theirs");
    QTest::newRow("the applicant's") << CounterBench::card() << true;
    QTest::newRow("somebody else's") << woman << false;
}

/// The card is compared with the applicant of the dossier in front; looked at is what agrees.
void tst_Scanner::cardAtTheHandOver() {
    QFETCH(QString, card);
    QFETCH(bool, theirs);
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    Reader reader(harness.window.get());
    for (QWidget* widget : focusable(page)) {
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        const QString before = fieldsOf(harness);
        bannerOf(harness, QStringLiteral("handover"))->clear();
        harness.window->findChild<ui::NoticeBar*>()->dismiss();
        reader.scan(card);
        QTRY_VERIFY(theirs ? harness.window->findChild<ui::NoticeBar*>()->isVisible() : bannerOf(harness, QStringLiteral("handover"))->isVisible());
        QCOMPARE(fieldsOf(harness), before);
    }
    QCOMPARE(page->findChild<ui::DossierList*>()->current(), dossier);
    const QString said = theirs ? harness.window->findChild<ui::NoticeBar*>()->text() : bannerOf(harness, QStringLiteral("handover"))->text();
    QVERIFY2(said.contains(theirs ? QStringLiteral("Nguyễn Văn An") : QStringLiteral("H’Hen Niê")), qPrintable(said));
    harness.shoot(theirs ? QStringLiteral("scan-handover-theirs") : QStringLiteral("scan-handover-others"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    if (!theirs) {
        // Whoever showed that card takes nothing until the clerk has said who it is.
        press(harness, Qt::Key_F9);
        press(harness, Qt::Key_F9, Qt::ControlModifier);
        QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
        page->findChild<QLineEdit*>(QStringLiteral("recipient"))->setFocus();
        Harness::type(harness.window->focusWidget(), QStringLiteral(" (H’Hen Niê nhận thay)"));
    }
    press(harness, Qt::Key_F9);
    const auto history = harness.bench.journal.history(dossier);
    int handedOver = 0;
    for (const domain::Event& event : *history)
        if (const auto* result = std::get_if<domain::ResultHandedOver>(&event.body)) {
            QCOMPARE(result->identityChecked, theirs);
            ++handedOver;
        }
    QCOMPARE(handedOver, 1);
}

void tst_Scanner::endOfACode_data() {
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
void tst_Scanner::endOfACode() {
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

void tst_Scanner::typedJustBefore() {
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

void tst_Scanner::whatAPersonTypes_data() {
    QTest::addColumn<QList<int>>("gaps"); ///< ms before each key, over and over
    QTest::newRow("slowly") << QList<int>{150};
    QTest::newRow("fast") << QList<int>{60, 80, 70};
    QTest::newRow("rolling") << QList<int>{90, 12, 70, 25, 30, 110};
    QTest::newRow("just at the limit") << QList<int>{52, 48, 52};
}

void tst_Scanner::whatAPersonTypes() {
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
    // A key that is held down.
    reader.press(QChar(u'9'), milliseconds(200));
    for (int i = 0; i < 10; ++i)
        reader.press(QChar(u'9'), milliseconds(30), true);
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

/// Nothing is asked yet: the later one counts.
void tst_Scanner::twoCardsInARow() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(woman);
    reader.gap = milliseconds(5);
    reader.press(QChar(u'0'), milliseconds(600));
    reader.scan(CounterBench::card().mid(1));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(applicant(harness).bornIn.isNull());
    QCOMPARE(applicant(harness).birthDate, QDate(1990, 1, 15));
    reader.press(QChar(u'0'), milliseconds(600));
    reader.scan(woman.mid(1));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QCOMPARE(applicant(harness).bornIn.toString(), QStringLiteral("1948"));
    QVERIFY(!applicant(harness).birthDate.isValid());
    QCOMPARE(harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("birthDate"))->text(), QStringLiteral("1948"));
}

/// Work in hand is not written over by a card that lies around.
void tst_Scanner::somebodyElsesIntake() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(woman.mid(1));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    harness.shoot(QStringLiteral("scan-other-person"));
    // The reader reads it again: that is the same question.
    reader.press(QChar(u'0'), milliseconds(1200));
    reader.scan(woman.mid(1));
    reader.press(Qt::Key_F24, milliseconds(900));
    QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
}

void tst_Scanner::changedOnTheWay_data() {
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

void tst_Scanner::changedOnTheWay() {
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
void tst_Scanner::keysWithoutLetters() {
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
void tst_Scanner::lettersByTheirNumbers() {
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
void tst_Scanner::throughAnInputMethod() {
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

void tst_Scanner::passport() {
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
void tst_Scanner::passportReadWrongly() {
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
void tst_Scanner::passportOfSomebodyElse() {
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

void tst_Scanner::beforeTheDesk() {
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

void tst_Scanner::overThePalette() {
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

void tst_Scanner::overTheUnfinished() {
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

void tst_Scanner::overAnOpenList() {
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

/// Something else that readers read goes where something is being written, and nowhere else.
void tst_Scanner::whatIsNoCodeOfOurs() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    page->findChild<ui::DossierList*>()->view()->setFocus();
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("8934563138165"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("handover"))->isVisible());
    QCOMPARE(page->findChild<ui::RatingBar*>()->score(), 0);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("handover"));
    QCOMPARE(page->findChild<ui::DossierList*>()->current(), dossier);
    auto* recipient = page->findChild<QLineEdit*>(QStringLiteral("recipient"));
    recipient->setFocus();
    recipient->selectAll();
    reader.press(QChar(u'8'), milliseconds(900));
    reader.scan(QStringLiteral("934563138165"), {});
    QTRY_COMPARE(recipient->text(), QStringLiteral("8934563138165"));
}

/// Through Qt's own door for keyboards, with its shortcuts.
void tst_Scanner::asThePlatformSendsIt() {
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

QTEST_MAIN(tst_Scanner)
#include "tst_Scanner.moc"
