#include "app/domain/PaperCode.h"
#include "app/ui/widgets/LineIn.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QTest>

#include <algorithm>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// A reader that stutters, in the real window: what was taken for a person's keys leaves the field again when the code is whole. What a person
/// types stays, whatever it says.
class tst_ScanTrail : public QObject {
    Q_OBJECT

private slots:
    void aCodeThatStutteredLeavesTheField_data();
    void aCodeThatStutteredLeavesTheField();
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
    for (const QChar sign : text)
        reader.press(sign, milliseconds(70));
    QTRY_COMPARE(title->text(), text);
    QVERIFY(harness.desk().page(QStringLiteral("intake"))->isVisible());
}

QTEST_MAIN(tst_ScanTrail)
#include "tst_ScanTrail.moc"
