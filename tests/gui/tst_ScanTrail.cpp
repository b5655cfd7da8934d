#include "app/domain/PaperCode.h"
#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/widgets/LineIn.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <random>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

namespace {

/// A field and what was read beside it: no more than the keys need.
class Field : public QObject {
public:
    Field() {
        line.show();
        (void)QTest::qWaitForWindowActive(&line);
        line.setFocus();
        connect(&m_catcher, &ui::ScanCatcher::scanned, this, [this](const domain::Scan& scan) { scans.push_back(scan); });
        connect(&m_catcher, &ui::ScanCatcher::unreadable, this, [this] { ++refused; });
    }

    /// With `gap` before the keys in `stutters`.
    void scan(const QString& code, const QList<int>& stutters, milliseconds gap) {
        for (int i = 0; i < code.size(); ++i)
            reader.press(code.at(i), stutters.contains(i) ? gap : milliseconds(3));
        reader.press(Qt::Key_Return, milliseconds(3));
        // Behind whatever is still held.
        reader.press(Qt::Key_End, milliseconds(2000));
    }

    /// Every value of it.
    bool isRead(const QString& code) const {
        return scans.size() == 1 && std::holds_alternative<domain::CardQr>(scans.front()) &&
               said(std::get<domain::CardQr>(scans.front())) == said(*domain::CardQr::parse(code));
    }

    QLineEdit line;
    Reader reader{&line};
    std::vector<domain::Scan> scans;
    int refused = 0;

private:
    static QStringList said(const domain::CardQr& card) {
        return QStringList{card.personalId, card.formerId, card.name, card.birthDate.toString(Qt::ISODate), card.sex, card.address,
                   card.issued.toString(Qt::ISODate)} +
               card.further;
    }

    ui::ScanCatcher m_catcher{this};
};

const QString card = QStringLiteral("001090012345|123456789|Nguyễn Văn An|01011990|Nam|Số 5 Trần Phú, Điện Biên Phủ, Hà Nội|01012021");

QList<int> blanksOf(const QString& code) {
    QList<int> blanks;
    for (int i = 0; i < code.size(); ++i)
        if (code.at(i) == QLatin1Char(' '))
            blanks << i;
    return blanks;
}

}

/// A reader that stutters, in the real window: what was taken for a person's keys leaves the field again when the code is whole. What a person
/// types stays, whatever it says.
class tst_ScanTrail : public QObject {
    Q_OBJECT

private slots:
    void aCodeThatStutteredLeavesTheField_data();
    void aCodeThatStutteredLeavesTheField();
    void noStrokeIsLost_data();
    void noStrokeIsLost();
    void wherever_data();
    void wherever();
    void behindAStutterByAnInputMethod_data();
    void behindAStutterByAnInputMethod();
    void aWordThatAnInputMethodBegan();
    void aStutterThatIsTooLong();
    void atRandom();
    void aSlowReader_data();
    void aSlowReader();
    void whatWasTypedBeforeStays();
    void aCodeThatAPersonTypesStays_data();
    void aCodeThatAPersonTypesStays();

private:
    /// The procedure is chosen, its first facts are typed, and nobody is the applicant yet.
    static void begin(Harness& harness);
    static QWidget* enter(Harness& harness, const QString& field);
    static QString textIn(QWidget* field);
    static const domain::Applicant& applicant(const Harness& harness) { return harness.bench.counter->intake().form().content().applicant; }
};

void tst_ScanTrail::begin(Harness& harness) {
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto& form = harness.bench.counter->intake().form();
    form.setProcedure(QStringLiteral("2.000815"));
    form.setFact(QStringLiteral("document"), QStringLiteral("Giấy khai sinh"));
    form.setFact(QStringLiteral("copies"), 3);
    form.setApplicantText(QStringLiteral("phone"), QStringLiteral("0912345678"));
}

/// By the keyboard, which selects all of it.
QWidget* tst_ScanTrail::enter(Harness& harness, const QString& field) {
    const auto named = harness.desk().page(QStringLiteral("intake"))->findChildren<QWidget*>(field);
    const auto editor = std::find_if(named.begin(), named.end(), [](QWidget* each) { return ui::lineIn(each) != nullptr; });
    (*editor)->setFocus(Qt::TabFocusReason);
    return *editor;
}

QString tst_ScanTrail::textIn(QWidget* field) {
    return ui::lineIn(field)->text();
}

void tst_ScanTrail::aCodeThatStutteredLeavesTheField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QList<int>>("stutters"); ///< before these keys
    QTest::addColumn<int>("gap");
    for (const char* field : {"document", "copies", "phone", "card"})
        for (const auto& [name, stutters] : {std::pair{"the first key", QList<int>{1}}, {"the third", {3}}, {"the fifth", {5}},
                 {"several", {2, 5, 9}}, {"within", {4, 30}}, {"the last", {2, 60}}})
            for (const int gap : {2, 12, 40})
                QTest::addRow("%s, %s, %d ms", field, name, gap) << QString::fromLatin1(field) << stutters << gap;
}

void tst_ScanTrail::aCodeThatStutteredLeavesTheField() {
    QFETCH(QString, field);
    QFETCH(QList<int>, stutters);
    QFETCH(int, gap);
    Harness harness;
    begin(harness);
    QWidget* editor = enter(harness, field);
    const QString before = textIn(editor);
    Reader reader(harness.window.get());
    const QString card = CounterBench::card();
    for (int i = 0; i < card.size(); ++i)
        reader.press(card.at(i), milliseconds(stutters.contains(i) ? 200 : gap));
    reader.press(Qt::Key_Return, milliseconds(gap));
    QTRY_COMPARE_WITH_TIMEOUT(applicant(harness).name, QStringLiteral("Nguyễn Văn An"), 1000);
    QCOMPARE(textIn(editor), before);
    QCOMPARE(applicant(harness).phone, QStringLiteral("0912345678"));
    QVERIFY(harness.bench.journal.events().empty());
}

void tst_ScanTrail::noStrokeIsLost_data() {
    QTest::addColumn<QList<int>>("stutters");
    const QList<int> blanks = blanksOf(card);
    for (const int blank : blanks) {
        QTest::addRow("before the blank at %d", blank) << QList<int>{3, blank};
        QTest::addRow("before and behind the blank at %d", blank) << QList<int>{3, blank, blank + 1};
    }
    QTest::newRow("before all blanks") << QList<int>{3} + blanks;
    QTest::newRow("first before a blank") << QList<int>{blanks.first()};
}

/// A blank that comes by itself is one of the code's.
void tst_ScanTrail::noStrokeIsLost() {
    QFETCH(QList<int>, stutters);
    for (const int gap : {130, 200, 490}) {
        Field field;
        field.line.setText(QStringLiteral("Lý do"));
        field.scan(card, stutters, milliseconds(gap));
        QVERIFY2(field.isRead(card), qPrintable(field.line.text()));
        QCOMPARE(field.line.text(), QStringLiteral("Lý do"));
    }
}

void tst_ScanTrail::wherever_data() {
    QTest::addColumn<int>("first");
    for (const int first : {1, 3, 5, 8, 13, 30})
        QTest::addRow("%d", first) << first;
}

/// And again at any key behind it.
void tst_ScanTrail::wherever() {
    QFETCH(int, first);
    for (int second = first + 1; second < card.size(); ++second) {
        Field field;
        field.scan(card, {first, second}, milliseconds(150));
        QVERIFY2(field.isRead(card), qPrintable(QStringLiteral("%1: %2").arg(second).arg(field.line.text())));
        QCOMPARE(field.line.text(), QString());
    }
}

void tst_ScanTrail::behindAStutterByAnInputMethod_data() {
    QTest::addColumn<int>("at");
    QTest::newRow("a digit at the stutter") << 3;
    QTest::newRow("a bar") << static_cast<int>(card.indexOf(QLatin1Char('|')));
    QTest::newRow("a letter") << static_cast<int>(card.indexOf(QStringLiteral("ễ")));
    QTest::newRow("a blank") << static_cast<int>(card.indexOf(QLatin1Char(' ')));
    QTest::newRow("a letter of the address") << static_cast<int>(card.indexOf(QStringLiteral("ộ")));
}

/// It commits one sign while nothing is held.
void tst_ScanTrail::behindAStutterByAnInputMethod() {
    QFETCH(int, at);
    Field field;
    for (int i = 0; i < card.size(); ++i) {
        if (i == 3)
            QTRY_COMPARE(field.line.text(), card.left(3));
        if (i != at) {
            field.reader.press(card.at(i), milliseconds(3));
            continue;
        }
        if (at > 3)
            QTRY_VERIFY(field.refused > 0 || field.line.text() == card.left(at));
        QInputMethodEvent committed;
        committed.setCommitString(card.at(i));
        QCoreApplication::sendEvent(&field.line, &committed);
    }
    field.reader.press(Qt::Key_Return, milliseconds(3));
    QTRY_VERIFY(!field.scans.empty());
    QVERIFY(field.isRead(card));
    QCOMPARE(field.line.text(), QString());
}

/// What it wrote instead of the keys is not what was sent: it is asked for again.
void tst_ScanTrail::aWordThatAnInputMethodBegan() {
    Field field;
    for (const QChar sign : card.left(3))
        field.reader.press(sign, milliseconds(3));
    QTRY_COMPARE(field.line.text(), card.left(3));
    const auto name = card.indexOf(QStringLiteral("Nguyễn"));
    for (const QChar sign : card.mid(3, name - 3))
        field.reader.press(sign, milliseconds(3));
    QTRY_VERIFY(field.refused > 0);
    const int refused = field.refused;
    QInputMethodEvent composing(QStringLiteral("Nguyê"), {});
    QCoreApplication::sendEvent(&field.line, &composing);
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("Nguyên"));
    QCoreApplication::sendEvent(&field.line, &committed);
    for (const QChar sign : card.mid(name + 6))
        field.reader.press(sign, milliseconds(3));
    field.reader.press(Qt::Key_Return, milliseconds(3));
    field.reader.press(Qt::Key_End, milliseconds(2000));
    QVERIFY(field.scans.empty());
    QVERIFY(field.refused > refused || !field.line.text().isEmpty());
}

/// What comes so late is nobody's: the code is refused, or stands as it was typed.
void tst_ScanTrail::aStutterThatIsTooLong() {
    for (int late = 1; late < card.size(); ++late) {
        Field field;
        field.scan(card, {3, late}, milliseconds(520));
        QVERIFY2(field.scans.empty(), qPrintable(QString::number(late)));
        QVERIFY(field.refused > 0 || !field.line.text().isEmpty());
    }
}

/// Every key may be one of the 6 % that come late.
void tst_ScanTrail::atRandom() {
    constexpr unsigned runs = 150;
    for (unsigned seed = 1; seed <= runs; ++seed) {
        std::mt19937 random(seed);
        QList<int> stutters;
        for (int i = 0; i < card.size(); ++i)
            if (i == 3 || random() % 100 < 6)
                stutters << i;
        Field field;
        field.scan(card, stutters, milliseconds(150));
        QVERIFY2(field.isRead(card), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(field.line.text())));
        QCOMPARE(field.line.text(), QString());
    }
}

void tst_ScanTrail::aSlowReader_data() {
    QTest::addColumn<int>("gap");
    for (const int gap : {2, 6, 12, 30, 45})
        QTest::addRow("%d ms", gap) << gap;
}

/// The code on form 02, with the cursor in a title that is selected.
void tst_ScanTrail::aSlowReader() {
    QFETCH(int, gap);
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.fillCopy();
    const auto asked = harness.bench.counter->intake().acts().askSupplement(
        {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu bản chính"), QStringLiteral("Điều 20"));
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().toLogLine()));
    const domain::DossierId slip = asked->dossier;
    begin(harness);
    QWidget* title = enter(harness, QStringLiteral("document"));
    Reader reader(harness.window.get());
    reader.gap = milliseconds(gap);
    reader.scan(domain::paperCodeOf(slip));
    QTRY_COMPARE(harness.bench.counter->intake().form().content().dossier, slip);
    QVERIFY(!textIn(title).contains(QStringLiteral("MOTCUA")));
    harness.bench.counter->intake().draft().startNew();
    for (const auto& draft : harness.bench.drafts.all())
        QVERIFY(!draft.content.contains("MOTCUA:"));
}

/// By a person, just before the reader came.
void tst_ScanTrail::whatWasTypedBeforeStays() {
    Harness harness;
    begin(harness);
    auto* title = qobject_cast<QLineEdit*>(enter(harness, QStringLiteral("document")));
    title->end(false);
    Reader reader(harness.window.get());
    reader.type(QStringLiteral(" so 1"));
    const QString card = CounterBench::card();
    for (int i = 0; i < card.size(); ++i)
        reader.press(card.at(i), milliseconds(i == 0 || i == 3 ? 150 : 12));
    reader.press(Qt::Key_Return, milliseconds(12));
    QTRY_COMPARE_WITH_TIMEOUT(applicant(harness).name, QStringLiteral("Nguyễn Văn An"), 1000);
    QCOMPARE(title->text(), QStringLiteral("Giấy khai sinh so 1"));
}

void tst_ScanTrail::aCodeThatAPersonTypesStays_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("the code on a slip") << domain::paperCodeOf(domain::DossierId::make(1'700'000'000'000));
    QTest::newRow("a dossier's code") << QStringLiteral("H49.30-261123-0001");
    QTest::newRow("a password") << QStringLiteral("MatKhau!2026");
}

void tst_ScanTrail::aCodeThatAPersonTypesStays() {
    QFETCH(QString, text);
    Harness harness;
    begin(harness);
    auto* title = qobject_cast<QLineEdit*>(enter(harness, QStringLiteral("document")));
    title->selectAll();
    Reader reader(harness.window.get());
    // As fast as hands go, and as uneven.
    constexpr int gaps[] = {70, 95, 60, 120, 75, 55, 150, 85};
    for (qsizetype i = 0; i < text.size(); ++i)
        reader.press(text.at(i), milliseconds(gaps[static_cast<size_t>(i) % std::size(gaps)]));
    QTRY_COMPARE(title->text(), text);
    QVERIFY(harness.desk().page(QStringLiteral("intake"))->isVisible());
}

QTEST_MAIN(tst_ScanTrail)
#include "tst_ScanTrail.moc"
