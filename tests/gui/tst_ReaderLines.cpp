#include "app/counter/IntakeForm.h"
#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/widgets/LineIn.h"
#include "tests/gui/Hand.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// Readers that are slow or stutter, with the cursor in a field of the real window: a passport's two lines and every length of card are taken
/// whole, or leave the field and are asked for again.
class tst_ReaderLines : public QObject {
    Q_OBJECT

private slots:
    void linesLeaveTheField_data();
    void linesLeaveTheField();
    void slowLines_data();
    void slowLines();
    void linesReadWrongly_data();
    void linesReadWrongly();
    void linesThatStopHalfWay();
    void everyFieldAsFromAFastReader_data();
    void everyFieldAsFromAFastReader();
    void aCardThatCannotBeRead_data();
    void aCardThatCannotBeRead();
    void whatAPersonTypesStays_data();
    void whatAPersonTypesStays();

private:
    using Gap = std::function<milliseconds(int)>;
    static void begin(Harness& harness);
    static QLineEdit* enter(Harness& harness, const QString& field);
    static void scan(Harness& harness, const QString& code, const Gap& gap);
    static const domain::Applicant& applicant(const Harness& harness) { return harness.bench.counter->intake().form().content().applicant; }
    static QString stateOf(Harness& harness);
};

namespace {

const QString lines = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
const QString cards[] = {QStringLiteral("079201012345||Trần Kha Bình|01012001|Nữ|Ấp 1, Xã Ví Dụ|02032022\n"),
    QStringLiteral("079201012345||Trần Kha Bình|01012001|Nữ|Ấp 1, Xã Ví Dụ|02032022|\n"),
    QStringLiteral("079201012345||Trần Kha Bình|01012001|Nữ|Ấp 1, Xã Ví Dụ|02072024||Nguyễn Văn Cha|Trần Thị Mẹ|\n"),
    QStringLiteral("079201012345|Trần Kha Bình|01012001|Nữ|Ấp 1, Xã Ví Dụ|02032022\n")};

}

/// The procedure is chosen, its first facts are typed, and nobody is the applicant yet.
void tst_ReaderLines::begin(Harness& harness) {
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto& form = harness.bench.counter->intake().form();
    form.setProcedure(QStringLiteral("2.000815"));
    form.setFact(QStringLiteral("document"), QStringLiteral("Giấy khai sinh"));
    form.setFact(QStringLiteral("copies"), 3);
    form.setApplicantText(QStringLiteral("phone"), QStringLiteral("0912345678"));
}

QLineEdit* tst_ReaderLines::enter(Harness& harness, const QString& field) {
    const auto named = harness.desk().page(QStringLiteral("intake"))->findChildren<QWidget*>(field);
    const auto editor = std::find_if(named.begin(), named.end(), [](QWidget* each) { return each->isVisible() && ui::lineIn(each) != nullptr; });
    if (editor == named.end())
        return nullptr;
    (*editor)->setFocus(Qt::TabFocusReason);
    return ui::lineIn(*editor);
}

void tst_ReaderLines::scan(Harness& harness, const QString& code, const Gap& gap) {
    Reader reader(harness.window.get());
    reader.press(Qt::Key_F24, milliseconds(5000));
    for (int i = 0; i < code.size(); ++i)
        if (code.at(i) == QLatin1Char('\n'))
            reader.press(Qt::Key_Return, gap(i));
        else
            reader.press(code.at(i), i == 0 ? milliseconds(100) : gap(i));
    // Behind whatever is still held.
    reader.press(Qt::Key_F24, milliseconds(5000));
}

/// All that stands in the fields, and what the form has.
QString tst_ReaderLines::stateOf(Harness& harness) {
    QStringList said;
    const auto* page = harness.desk().page(QStringLiteral("intake"));
    for (const auto* line : page->findChildren<QLineEdit*>())
        said << line->objectName() + QLatin1Char('=') + line->text();
    for (const auto* area : page->findChildren<QPlainTextEdit*>())
        said << area->toPlainText();
    domain::Applicant who = applicant(harness);
    said << QString::fromUtf8(QJsonDocument(base::toJson(who)).toJson());
    return said.join(QLatin1Char('\n'));
}

void tst_ReaderLines::linesLeaveTheField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QList<int>>("stutters"); ///< before these keys
    const std::pair<const char*, QList<int>> places[] = {{"the second key", {1}}, {"the fourth", {3}}, {"the sixth", {5}},
        {"within the first line", {3, 20}}, {"the first line's end", {2, 41}}, {"before Enter", {44}}, {"around Enter", {3, 44, 45}},
        {"behind Enter", {45}}, {"the second line's start", {2, 46, 49}}, {"within the second line", {60, 70}}, {"the end", {3, 86, 88}},
        {"before the last Enter", {89}}, {"many", {1, 7, 30, 43, 45, 47, 52, 66, 80}}};
    for (const char* field : {"document", "copies", "phone", "address", "birthDate"})
        for (const auto& [name, stutters] : places)
            QTest::addRow("%s, %s", field, name) << QString::fromLatin1(field) << stutters;
}

void tst_ReaderLines::linesLeaveTheField() {
    QFETCH(QString, field);
    QFETCH(QList<int>, stutters);
    for (const int gap : {2, 30}) {
        Harness harness;
        begin(harness);
        const QLineEdit* line = enter(harness, field);
        QVERIFY(line);
        const QString before = line->text();
        scan(harness, lines, [&](int i) { return milliseconds(stutters.contains(i) ? 200 : gap); });
        QTRY_COMPARE_WITH_TIMEOUT(applicant(harness).passport.number, QStringLiteral("L898902C3"), 1000);
        QCOMPARE(applicant(harness).name, QStringLiteral("ERIKSSON ANNA MARIA"));
        QCOMPARE(applicant(harness).phone, QStringLiteral("0912345678"));
        if (field != QLatin1String("birthDate"))
            QCOMPARE(line->text(), before);
        QVERIFY(!stateOf(harness).contains(QLatin1Char('<')));
    }
}

void tst_ReaderLines::slowLines_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("gap");
    for (const char* field : {"document", "phone", "address", "card"})
        for (const int gap : {55, 75, 90, 140})
            QTest::addRow("%s, %d ms", field, gap) << QString::fromLatin1(field) << gap;
}

void tst_ReaderLines::slowLines() {
    QFETCH(QString, field);
    QFETCH(int, gap);
    Harness harness;
    begin(harness);
    const QLineEdit* line = enter(harness, field);
    QVERIFY(line);
    const QString before = line->text();
    scan(harness, lines, [gap](int) { return milliseconds(gap); });
    QTRY_COMPARE_WITH_TIMEOUT(applicant(harness).passport.number, QStringLiteral("L898902C3"), 1000);
    QCOMPARE(line->text(), before);
    QVERIFY(!stateOf(harness).contains(QLatin1Char('<')));
}

void tst_ReaderLines::linesReadWrongly_data() {
    QTest::addColumn<QList<int>>("stutters");
    QTest::addColumn<int>("gap");
    QTest::newRow("fast") << QList<int>{} << 3;
    QTest::newRow("stutters") << QList<int>{2, 41, 45, 48, 60} << 3;
    QTest::newRow("75 ms") << QList<int>{} << 75;
}

/// A check digit does not fit: nothing of it stays, and it is asked for again.
void tst_ReaderLines::linesReadWrongly() {
    QFETCH(QList<int>, stutters);
    QFETCH(int, gap);
    Harness harness;
    begin(harness);
    enter(harness, QStringLiteral("address"));
    const QString before = stateOf(harness);
    scan(harness, QString(lines).replace(QStringLiteral("L898902C36"), QStringLiteral("L898902C37")),
        [&](int i) { return milliseconds(stutters.contains(i) ? 200 : gap); });
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("hộ chiếu")), qPrintable(bannerOf(harness, QStringLiteral("intake"))->text()));
    QCOMPARE(stateOf(harness), before);
}

/// The reader was taken away before the second line.
void tst_ReaderLines::linesThatStopHalfWay() {
    for (const int gap : {3, 40, 75}) {
        Harness harness;
        begin(harness);
        enter(harness, QStringLiteral("address"));
        const QString before = stateOf(harness);
        Reader reader(harness.window.get());
        for (int i = 0; i < 30; ++i)
            reader.press(lines.at(i), milliseconds(i == 0 || i == 3 ? 150 : gap));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(harness), before, 2000);
        QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    }
}

void tst_ReaderLines::everyFieldAsFromAFastReader_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<int>("gap");
    for (const QString& card : cards)
        for (const int gap : &card == cards ? QList<int>{75, 120} : QList<int>{75})
            QTest::addRow("%d fields, %d ms", static_cast<int>(card.count(QLatin1Char('|'))) + 1, gap) << card << gap;
}

void tst_ReaderLines::everyFieldAsFromAFastReader() {
    QFETCH(QString, card);
    QFETCH(int, gap);
    // One window at a time: two would watch the same keys.
    const QStringList fields = [] {
        Harness all;
        begin(all);
        QStringList names;
        for (const auto* line : all.desk().page(QStringLiteral("intake"))->findChildren<QWidget*>())
            if (line->isVisible() && line->isEnabled() && ui::lineIn(const_cast<QWidget*>(line)) &&
                !line->objectName().startsWith(QLatin1String("qt_")))
                names << line->objectName();
        names.removeAll(QString());
        return names;
    }();
    QVERIFY(fields.size() > 8);
    for (const QString& field : fields) {
        QStringList states;
        for (const int pace : {2, gap}) {
            Harness harness;
            begin(harness);
            if (!enter(harness, field))
                continue;
            scan(harness, card, [pace](int) { return milliseconds(pace); });
            QTRY_COMPARE_WITH_TIMEOUT(applicant(harness).name, QStringLiteral("Trần Kha Bình"), 1000);
            states << stateOf(harness);
            QVERIFY(harness.bench.journal.events().empty());
        }
        states.removeDuplicates();
        QVERIFY2(states.size() <= 1, qPrintable(field + QLatin1Char('\n') + states.join(QStringLiteral("\n----\n"))));
    }
}

void tst_ReaderLines::aCardThatCannotBeRead_data() {
    QTest::addColumn<QString>("card");
    QTest::newRow("Telex") << QStringLiteral("079201012345||Nguyeenx Thij Ví Duj|01012001|Nuwx|Aaps 1|02032022\n");
    QTest::newRow("letters lost") << QStringLiteral("079201012345||Nguyn Th V D|01012001|N|p 1, X V D|02032022\n");
    QTest::newRow("no such day") << QStringLiteral("079100012345||Nguyễn Thị Ví Dụ|29021900|Nữ|Ấp 1|02072024\n");
    QTest::newRow("cut off") << QStringLiteral("079201012345||Nguyễn Thị Ví Dụ|010\n");
}

/// At any pace nothing of it stays, and it is asked for again.
void tst_ReaderLines::aCardThatCannotBeRead() {
    QFETCH(QString, card);
    for (const char* field : {"address", "document", "formerId"})
        for (const int gap : {3, 60, 75, 90}) {
            Harness harness;
            begin(harness);
            QVERIFY(enter(harness, QString::fromLatin1(field)));
            const QString before = stateOf(harness);
            scan(harness, card, [gap](int) { return milliseconds(gap); });
            QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
            QVERIFY2(stateOf(harness) == before, qPrintable(QStringLiteral("%1 ms: %2").arg(gap).arg(stateOf(harness))));
        }
}

void tst_ReaderLines::whatAPersonTypesStays_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("bars") << "Tổ 3 | Khu 5 | Bãi Cháy";
    QTest::newRow("fillers") << "ABC << DEF <<< 12";
    QTest::newRow("a number") << "079201012345 / 12";
    QTest::newRow("P") << "P. Bãi Cháy";
}

void tst_ReaderLines::whatAPersonTypesStays() {
    QFETCH(QString, text);
    Harness harness;
    begin(harness);
    const QLineEdit* line = enter(harness, QStringLiteral("address"));
    Reader reader(harness.window.get());
    constexpr int gaps[] = {70, 110, 60, 130, 75, 55, 150, 90};
    for (qsizetype i = 0; i < text.size(); ++i)
        reader.press(text.at(i), milliseconds(gaps[static_cast<size_t>(i) % std::size(gaps)]));
    QTest::qWait(700);
    QCOMPARE(line->text(), text);
    reader.press(Qt::Key_Return, milliseconds(900));
    QCOMPARE(line->text(), text);
    QCOMPARE(test::Hand::place(), QStringLiteral("email"));
}

QTEST_MAIN(tst_ReaderLines)
#include "tst_ReaderLines.moc"
