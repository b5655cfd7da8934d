#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <random>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// Readers that stutter, jitter or are slow, with something under the cursor that a blank presses and a digit rates: no key of theirs acts, in
/// the real window. Those of a person act at once.
class tst_UnevenReader : public QObject {
    Q_OBJECT

private slots:
    void pressesNothing_data();
    void pressesNothing();
    void foreignCodesPressNothing_data();
    void foreignCodesPressNothing();
    void choosesNothing();
    void leavesNothingInAField_data();
    void leavesNothingInAField();
    void aPersonsKeysAct();
    void aPersonTypesACode();
    void aBlankLongBehind();
    void aVeryLongCode();

private:
    using Gaps = std::function<milliseconds(int)>;
    static Gaps gapsCalled(const QString& name, const QString& code);
    static void scan(Harness& harness, Reader& reader, const QString& code, const Gaps& gap);
    static QWidget* under(Harness& harness, const QString& what);
    static QString stateOf(Harness& harness);
};

namespace {

const QString stranger = QStringLiteral("001190055555|987654321|Trần Kha Bình|01011990|Nữ|Số 5 K Trần Phú, Kẻ Sặt, Hà Nội|01012021");

const char* const paces[] = {"0 ms", "75 ms", "49 ms", "40 and 18", "stutters", "long stutters", "many stutters", "first", "sixty"};

ui::ActionButton* buttonOf(const Harness& harness, const QKeySequence& key) {
    for (auto* button : harness.window->findChildren<ui::ActionButton*>())
        if (button->isVisible() && button->key() == key)
            return button;
    return nullptr;
}

}

tst_UnevenReader::Gaps tst_UnevenReader::gapsCalled(const QString& name, const QString& code) {
    const int blank = static_cast<int>(code.indexOf(QLatin1Char(' ')));
    const auto random = std::make_shared<std::mt19937>(7);
    if (name == QLatin1String("40 and 18"))
        return [random](int) { return milliseconds(22 + static_cast<int>((*random)() % 37)); };
    if (name == QLatin1String("many stutters"))
        return [random](int) { return milliseconds((*random)() % 100 < 8 ? 150 : 3); };
    if (name == QLatin1String("sixty"))
        return [random](int) { return milliseconds((*random)() % 4 == 0 ? 60 : 3); };
    if (name == QLatin1String("stutters"))
        return [blank](int i) { return milliseconds(i == 3 || i == blank + 3 ? 60 : i == blank ? 150 : 3); };
    if (name == QLatin1String("long stutters"))
        return [blank](int i) { return milliseconds(i == blank ? 560 : i == blank + 1 || i == blank + 3 ? 60 : 3); };
    if (name == QLatin1String("first"))
        return [blank](int i) { return milliseconds(i == 1 || i == blank || i == blank + 1 ? 180 : 3); };
    return [each = name.section(QLatin1Char(' '), 0, 0).toInt()](int) { return milliseconds(each); };
}

void tst_UnevenReader::scan(Harness& harness, Reader& reader, const QString& code, const Gaps& gap) {
    Q_UNUSED(harness);
    reader.press(Qt::Key_F24, milliseconds(5000));
    for (int i = 0; i < code.size(); ++i)
        reader.press(code.at(i), i == 0 ? milliseconds(100) : gap(i));
    reader.press(Qt::Key_Return, gap(static_cast<int>(code.size())));
    // Behind whatever is still held.
    reader.press(Qt::Key_F24, milliseconds(5000));
}

/// Leads to a place and puts the cursor on something there.
QWidget* tst_UnevenReader::under(Harness& harness, const QString& what) {
    const QString place = what.section(QLatin1Char(':'), 0, 0);
    const QString widget = what.section(QLatin1Char(':'), 1);
    if (place == QLatin1String("intake"))
        harness.bench.fillCopy();
    QWidget* found = nullptr;
    if (widget.startsWith(QLatin1String("key ")))
        found = buttonOf(harness, QKeySequence(widget.mid(4)));
    else if (widget == QLatin1String("checklist"))
        found = harness.desk().page(place)->findChild<QTableWidget*>();
    else if (widget == QLatin1String("rating"))
        found = harness.desk().page(place)->findChild<ui::RatingBar*>()->findChild<QAbstractButton*>();
    else if (widget == QLatin1String("list"))
        found = harness.desk().page(place)->findChild<ui::DossierList*>()->view();
    else
        found = harness.desk().page(place)->findChild<QWidget*>(widget);
    if (auto* table = qobject_cast<QTableWidget*>(found))
        table->setCurrentCell(0, 0);
    if (found)
        found->setFocus();
    return found;
}

/// All that a key may have changed.
QString tst_UnevenReader::stateOf(Harness& harness) {
    const auto& content = harness.bench.counter->intake().form().content();
    QStringList said{QString::number(harness.bench.journal.events().size()), QString::number(harness.bench.counter->held().acts().size()),
        QString::number(harness.bench.paper.requests.size()), content.applicant.phone, content.applicant.proxy.name};
    for (const domain::Paper& paper : content.papers)
        said << QStringLiteral("%1/%2/%3").arg(static_cast<int>(paper.kind)).arg(paper.quantity).arg(paper.shownOnly);
    for (const auto* rating : harness.window->findChildren<ui::RatingBar*>())
        said << QString::number(rating->score());
    for (const char* name : {"throughProxy", "identity"})
        for (const auto* box : harness.window->findChildren<QCheckBox*>(QString::fromLatin1(name)))
            said << QString::number(box->isChecked());
    return said.join(QLatin1Char('\n'));
}

void tst_UnevenReader::pressesNothing_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("receipt");
    QTest::addColumn<QString>("pace");
    const std::pair<const char*, const char*> places[] = {{"lan.nt", "intake:key F9"}, {"lan.nt", "intake:checklist"},
        {"lan.nt", "intake:throughProxy"}, {"lan.nt", "handover:key F9"}, {"lan.nt", "handover:key Ctrl+F6"}, {"lan.nt", "handover:identity"},
        {"lan.nt", "handover:rating"}, {"lan.nt", "handover:list"}, {"hung.tv", "approval:key F9"}, {"hung.tv", "approval:list"}};
    for (const auto& [login, what] : places)
        for (const bool receipt : {false, true})
            for (const char* pace : paces)
                QTest::addRow("%s %s %s", what, receipt ? "receipt" : "card", pace)
                    << QString::fromLatin1(login) << QString::fromLatin1(what) << receipt << QString::fromLatin1(pace);
}

void tst_UnevenReader::pressesNothing() {
    QFETCH(QString, login);
    QFETCH(QString, what);
    QFETCH(bool, receipt);
    QFETCH(QString, pace);
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.approvedCopy();
    harness.bench.seatClerk();
    const auto other = harness.bench.receiveCopy();
    begin(harness, login, what.section(QLatin1Char(':'), 0, 0));
    harness.bench.counter->held().setDelay(std::chrono::hours(1));
    if (what.startsWith(QLatin1String("handover")) && canPress(harness, Qt::Key_F9))
        press(harness, Qt::Key_F9);
    QWidget* focus = under(harness, what);
    QVERIFY(focus);
    QVERIFY(focus->hasFocus());
    const QString before = stateOf(harness);
    Reader reader(harness.window.get());
    const QString code = receipt ? harness.bench.dossier(other).code : stranger;
    scan(harness, reader, code, gapsCalled(pace, code));
    QCOMPARE(stateOf(harness), before);
}

void tst_UnevenReader::foreignCodesPressNothing_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("gap");
    const std::pair<const char*, const char*> places[] = {{"lan.nt", "intake:checklist"}, {"lan.nt", "handover:rating"}, {"lan.nt", "handover:list"},
        {"lan.nt", "handover:identity"}, {"hung.tv", "approval:list"}};
    for (const auto& [login, what] : places)
        for (const char* code : {"8934567890125", "3454", "https://tracuu.vn/?id=3454", "MECARD:N:Kim;TEL:+84 901-234-562;;"})
            for (const int gap : {60, 95})
                QTest::addRow("%s %s %d ms", what, code, gap)
                    << QString::fromLatin1(login) << QString::fromLatin1(what) << QString::fromLatin1(code) << gap;
}

/// What is no code of ours rates nobody, ticks and counts nothing, and it is said.
void tst_UnevenReader::foreignCodesPressNothing() {
    QFETCH(QString, login);
    QFETCH(QString, what);
    QFETCH(QString, code);
    QFETCH(int, gap);
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.approvedCopy();
    harness.bench.receiveCopy();
    begin(harness, login, what.section(QLatin1Char(':'), 0, 0));
    harness.bench.counter->held().setDelay(std::chrono::hours(1));
    if (what.startsWith(QLatin1String("handover")) && canPress(harness, Qt::Key_F9))
        press(harness, Qt::Key_F9);
    QVERIFY(under(harness, what));
    const QString before = stateOf(harness);
    Reader reader(harness.window.get());
    scan(harness, reader, code, [gap](int) { return milliseconds(gap); });
    QCOMPARE(stateOf(harness), before);
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Mã vừa quét không phải")), qPrintable(wordsOf(harness)));
}

/// A list of choices takes the first letter of a paper's code for one of its lines.
void tst_UnevenReader::choosesNothing() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* who = harness.desk().page(QStringLiteral("intake"))->findChild<QComboBox*>(QStringLiteral("who"));
    for (const char* pace : paces) {
        harness.desk().go(QStringLiteral("intake"));
        who->setFocus();
        Reader reader(harness.window.get());
        const QString code = harness.bench.dossier(dossier).code;
        scan(harness, reader, code, gapsCalled(QString::fromLatin1(pace), code));
        QTRY_COMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
        QCOMPARE(harness.bench.counter->intake().form().who(), domain::Who::Card);
    }
}

void tst_UnevenReader::leavesNothingInAField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("pace");
    for (const char* field : {"intake:phone", "intake:name", "intake:document", "handover:recipient", "login:", "lock:"})
        for (const char* pace : {"0 ms", "75 ms", "90 ms", "40 and 18", "stutters"})
            QTest::addRow("%s %s", field, pace) << QString::fromLatin1(field) << QString::fromLatin1(pace);
}

/// Where something is being written the keys go on as they come, and leave it again.
void tst_UnevenReader::leavesNothingInAField() {
    QFETCH(QString, field);
    QFETCH(QString, pace);
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.approvedCopy();
    const auto other = harness.bench.receiveCopy();
    harness.bench.counter->held().setDelay(std::chrono::hours(1));
    const QString place = field.section(QLatin1Char(':'), 0, 0);
    int scanned = 0;
    connect(harness.window->findChild<ui::ScanCatcher*>(), &ui::ScanCatcher::scanned, &harness.window->findChild<ui::ScanCatcher*>()[0],
        [&scanned] { ++scanned; });
    QLineEdit* line = nullptr;
    if (place == QLatin1String("intake") || place == QLatin1String("handover")) {
        begin(harness, QStringLiteral("lan.nt"), place);
        harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
        line = harness.desk().page(place)->findChild<QLineEdit*>(field.section(QLatin1Char(':'), 1));
    } else {
        if (place == QLatin1String("lock")) {
            QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
            harness.session->lock();
        }
        const auto lines = harness.window->login()->findChildren<QLineEdit*>();
        line = place == QLatin1String("lock") ? lines.last() : lines.first();
    }
    line->setFocus();
    QVERIFY(line->hasFocus());
    const QString before = line->text();
    Reader reader(harness.window.get());
    for (const QString& code : {harness.bench.dossier(other).code, stranger}) {
        if (place == QLatin1String("intake") || place == QLatin1String("handover"))
            QVERIFY(harness.desk().go(place));
        line->setFocus();
        scanned = 0;
        scan(harness, reader, code, gapsCalled(pace, code));
        QTRY_COMPARE(scanned, 1);
        QVERIFY2(code == stranger && field == QLatin1String("intake:name") ? line->text() == QStringLiteral("Trần Kha Bình") : line->text() == before,
            qPrintable(line->text()));
    }
    QCOMPARE(harness.bench.counter->held().acts().size(), 0u);
}

/// With nothing but their own pace: one waits no longer than for a slow reader's next, and a blank not at all.
void tst_UnevenReader::aPersonsKeysAct() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F9);
    auto* page = harness.desk().page(QStringLiteral("handover"));
    auto* rating = page->findChild<ui::RatingBar*>();
    auto* looked = page->findChild<QCheckBox*>(QStringLiteral("identity"));
    Reader reader(harness.window.get());
    for (const int gap : {80, 120, 200, 300}) {
        page->findChild<ui::DossierList*>()->view()->setFocus();
        for (const int score : {4, 1, 5, 3, 2}) {
            reader.press(QChar(u'0' + score), milliseconds(gap));
            QTRY_COMPARE(rating->score(), score);
        }
        rating->findChild<QAbstractButton*>()->setFocus();
        for (const int score : {5, 4}) {
            reader.press(QChar(u'0' + score), milliseconds(gap));
            QTRY_COMPARE(rating->score(), score);
        }
        looked->setFocus();
        reader.press(Qt::Key_F24, milliseconds(600));
        for (int i = 0; i < 4; ++i) {
            const bool was = looked->isChecked();
            reader.press(QChar(u' '), milliseconds(gap));
            QCOMPARE(looked->isChecked(), !was);
        }
    }
}

/// As fast as hands go, and as uneven: it stays, and Enter is Enter.
void tst_UnevenReader::aPersonTypesACode() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* note = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("address"));
    note->setFocus();
    Reader reader(harness.window.get());
    const QString code = harness.bench.dossier(dossier).code;
    constexpr int gaps[] = {70, 110, 60, 130, 75, 55, 150, 90};
    for (qsizetype i = 0; i < code.size(); ++i)
        reader.press(code.at(i), milliseconds(gaps[static_cast<size_t>(i) % std::size(gaps)]));
    reader.press(Qt::Key_Return, milliseconds(90));
    QTRY_COMPARE(note->text(), code);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("intake"));
    QCOMPARE(test::Hand::place(), QStringLiteral("email"));
}

/// The rest of a card that comes when nobody waits for it any more: what was a reader's stays out of the field with its blank.
void tst_UnevenReader::aBlankLongBehind() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* phone = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("phone"));
    phone->setFocus();
    Reader reader(harness.window.get());
    const int blank = static_cast<int>(stranger.indexOf(QLatin1Char(' ')));
    scan(harness, reader, stranger, [blank](int i) { return milliseconds(i == blank ? 510 : 3); });
    QCOMPARE(phone->text(), QString());
}

void tst_UnevenReader::aVeryLongCode() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto* phone = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("address"));
    phone->setFocus();
    Reader reader(harness.window.get());
    scan(harness, reader, QString(20'000, QLatin1Char('7')), [](int) { return milliseconds(1); });
    QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("dài")), qPrintable(bannerOf(harness, QStringLiteral("intake"))->text()));
    QCOMPARE(phone->text(), QString());
    // The next one is taken.
    scan(harness, reader, stranger, [](int) { return milliseconds(3); });
    QTRY_COMPARE(harness.bench.counter->intake().form().content().applicant.name, QStringLiteral("Trần Kha Bình"));
}

QTEST_MAIN(tst_UnevenReader)
#include "tst_UnevenReader.moc"
