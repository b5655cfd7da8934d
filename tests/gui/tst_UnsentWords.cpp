#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/widgets/TextEdit.h"
#include "tests/gui/PlaceTest.h"

#include <QListWidget>
#include <QTest>

using namespace motcua;
using test::Harness;

/// Words that are being typed anywhere: the power goes, the program starts again, and they are where they were.
class tst_UnsentWords : public QObject {
    Q_OBJECT

private slots:
    void whatIsAskedByAKey_data();
    void whatIsAskedByAKey();
    void noteThatFailsStays();
    void slipOfAnIntake();
    void fieldOfAnIntake_data();
    void fieldOfAnIntake();
    void halfABirthDate();
    void theYearOfABirthIsEnough();
    void anotherPaper();
    void answersAtHandOver();
    void windowGoesUnclosed_data();
    void windowGoesUnclosed();
    void eachUserHasTheirOwn();
    void whatIsOnRecordIsForgotten();

private:
    static void write(Harness& harness, const QString& text) { Harness::type(harness.window->focusWidget(), text); }
    static void beginNote(Harness& harness);
    static bool isOnDisk(const Harness& harness, const QString& text);
    static void cutPower(Harness& harness);
    static QString written(const Harness& harness);
    static QLineEdit* line(const Harness& harness, const char* name) { return harness.window->findChild<QLineEdit*>(QLatin1String(name)); }
};

namespace {

const QString words = QStringLiteral("Người dân hẹn chiều thứ Sáu");

}

/// The clerk writes about a dossier and has not ended.
void tst_UnsentWords::beginNote(Harness& harness) {
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F2);
    write(harness, words);
}

bool tst_UnsentWords::isOnDisk(const Harness& harness, const QString& text) {
    const auto& drafts = harness.bench.drafts.all();
    return std::any_of(drafts.begin(), drafts.end(), [&](const auto& draft) { return draft.content.contains(text.toUtf8()); });
}

/// Only what is on disk now is there afterwards.
void tst_UnsentWords::cutPower(Harness& harness) {
    const test::MemoryDrafts disk = harness.bench.drafts;
    // What the window saves as it goes is put back.
    harness.window.reset();
    harness.bench.drafts = disk;
    harness.bench.restart();
    harness.session = std::make_unique<counter::SessionControl>(harness.access, harness.bench.clock);
    harness.window = std::make_unique<ui::MainWindow>(
        *harness.session, *harness.preferences, ui::standardPlaces({*harness.session, *harness.preferences, harness.language, harness.theme}));
    harness.window->resize(1366, 768);
    harness.window->show();
    QVERIFY(QTest::qWaitForWindowActive(harness.window.get()));
}

/// What stands in the editor that has the focus.
QString tst_UnsentWords::written(const Harness& harness) {
    QWidget* focus = harness.window->focusWidget();
    if (const auto* area = qobject_cast<ui::TextArea*>(focus))
        return area->value();
    const auto* edit = qobject_cast<QLineEdit*>(focus);
    return edit ? edit->text() : QString();
}

void tst_UnsentWords::whatIsAskedByAKey_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("return to the clerk") << "hung.tv"
                                         << "approval" << Qt::Key_F8;
    QTest::newRow("withdrawal") << "lan.nt"
                                << "dossiers" << Qt::Key_F8;
    QTest::newRow("spoiled number") << "lan.nt"
                                    << "books" << Qt::Key_F8;
    QTest::newRow("note") << "lan.nt"
                          << "dossiers" << Qt::Key_F2;
    QTest::newRow("form 02 of a dossier") << "lan.nt"
                                          << "dossiers" << Qt::Key_F7;
}

void tst_UnsentWords::whatIsAskedByAKey() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    QFETCH(Qt::Key, key);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.receiveCopy();
    begin(harness, login, place);
    press(harness, key);
    write(harness, words);
    QTRY_VERIFY(isOnDisk(harness, words));
    cutPower(harness);
    begin(harness, login, place);
    press(harness, key);
    QCOMPARE(written(harness), words);
}

void tst_UnsentWords::noteThatFailsStays() {
    Harness harness;
    beginNote(harness);
    harness.bench.journal.nextFailure = {QStringLiteral("journal.disk-full")};
    press(harness, Qt::Key_Return);
    QCOMPARE(written(harness), words);
}

void tst_UnsentWords::slipOfAnIntake() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    press(harness, Qt::Key_F8);
    auto* grounds = harness.window->findChild<QListWidget*>(QStringLiteral("grounds"));
    QVERIFY(grounds && grounds->hasFocus());
    grounds->setCurrentRow(1);
    press(harness, Qt::Key_Space);
    const QString ground = grounds->item(1)->text();
    QTRY_VERIFY(isOnDisk(harness, ground.left(12)));
    cutPower(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    press(harness, Qt::Key_F8);
    grounds = harness.window->findChild<QListWidget*>(QStringLiteral("grounds"));
    QCOMPARE(grounds->item(1)->checkState(), Qt::Checked);
    QCOMPARE(grounds->item(0)->checkState(), Qt::Unchecked);
}

void tst_UnsentWords::fieldOfAnIntake_data() {
    QTest::addColumn<QString>("field");
    for (const char* field : {"name", "address", "email", "document", "exemption"})
        QTest::newRow(field) << field;
}

/// The clerk has not left the field when the power goes.
void tst_UnsentWords::fieldOfAnIntake() {
    QFETCH(QString, field);
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    line(harness, qPrintable(field))->setFocus();
    write(harness, words);
    QTRY_VERIFY(isOnDisk(harness, words));
    cutPower(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(line(harness, qPrintable(field))->text(), words);
    const auto& form = harness.bench.counter->intake().form().content();
    QVERIFY(form.applicant.name == words || form.applicant.address == words || form.applicant.email == words ||
            form.facts.value(QStringLiteral("document")).toString() == words || form.exemption == words);
    QVERIFY(form.jottings.isEmpty());
}

void tst_UnsentWords::halfABirthDate() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    line(harness, "birthDate")->setFocus();
    write(harness, QStringLiteral("17/8/"));
    QTRY_VERIFY(isOnDisk(harness, QStringLiteral("17/8/")));
    cutPower(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(line(harness, "birthDate")->text(), QStringLiteral("17/8/"));
    line(harness, "birthDate")->setFocus();
    press(harness, Qt::Key_End);
    write(harness, QStringLiteral("1990"));
    press(harness, Qt::Key_Return);
    QCOMPARE(harness.bench.counter->intake().form().content().applicant.birthDate, QDate(1990, 8, 17));
    press(harness, Qt::Key_F2);
    QCOMPARE(line(harness, "birthDate")->text(), QString());
}

void tst_UnsentWords::theYearOfABirthIsEnough() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    line(harness, "birthDate")->setFocus();
    write(harness, QStringLiteral("5/1948"));
    press(harness, Qt::Key_Return);
    const auto& form = harness.bench.counter->intake().form().content();
    QCOMPARE(form.applicant.bornIn.toString(), QStringLiteral("1948-05"));
    QCOMPARE(line(harness, "birthDate")->text(), QStringLiteral("05/1948"));
    QTRY_VERIFY(isOnDisk(harness, QStringLiteral("1948-05")));
    cutPower(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const auto& again = harness.bench.counter->intake().form().content();
    QCOMPARE(line(harness, "birthDate")->text(), QStringLiteral("05/1948"));
    line(harness, "birthDate")->setFocus();
    line(harness, "birthDate")->selectAll();
    write(harness, QStringLiteral("1948"));
    press(harness, Qt::Key_Return);
    QCOMPARE(again.applicant.bornIn.toString(), QStringLiteral("1948"));
    line(harness, "birthDate")->setFocus();
    line(harness, "birthDate")->selectAll();
    write(harness, QStringLiteral("13/1948"));
    press(harness, Qt::Key_Return);
    QVERIFY(again.applicant.bornIn.isNull());
    QCOMPARE(line(harness, "birthDate")->text(), QStringLiteral("13/1948"));
}

void tst_UnsentWords::anotherPaper() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    auto* more = harness.find<QLineEdit>(QStringLiteral("Giấy tờ khác"));
    QVERIFY(more);
    more->setFocus();
    write(harness, words);
    QTRY_VERIFY(isOnDisk(harness, words));
    cutPower(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(harness.find<QLineEdit>(QStringLiteral("Giấy tờ khác"))->text(), words);
}

void tst_UnsentWords::answersAtHandOver() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_1);
    line(harness, "remark")->setFocus();
    write(harness, words);
    line(harness, "recipient")->setFocus();
    line(harness, "recipient")->selectAll();
    write(harness, QStringLiteral("Nguyễn Thị Bình"));
    QTRY_VERIFY(isOnDisk(harness, words) && isOnDisk(harness, QStringLiteral("Nguyễn Thị Bình")));
    cutPower(harness);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    QCOMPARE(line(harness, "remark")->text(), words);
    QVERIFY(line(harness, "remark")->isVisible());
    QCOMPARE(line(harness, "recipient")->text(), QStringLiteral("Nguyễn Thị Bình"));
}

void tst_UnsentWords::windowGoesUnclosed_data() {
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("editor");
    QTest::addColumn<bool>("stationFirst");
    for (const bool stationFirst : {false, true}) {
        const char* how = stationFirst ? "station closed under it" : "window alone";
        for (const char* editor : {"name", "birthDate", "address", "document"})
            QTest::addRow("%s, %s", editor, how) << "intake" << editor << stationFirst;
        QTest::addRow("recipient, %s", how) << "handover"
                                            << "recipient" << stationFirst;
    }
}

/// No close event comes: the editor that has the focus goes with everything around it, and what was typed stays.
void tst_UnsentWords::windowGoesUnclosed() {
    QFETCH(QString, place);
    QFETCH(QString, editor);
    QFETCH(bool, stationFirst);
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), place);
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    auto* field = line(harness, qPrintable(editor));
    QVERIFY(field && field->isVisible());
    field->setFocus();
    field->selectAll();
    write(harness, QStringLiteral("17/8/"));
    QCOMPARE(field->text(), QStringLiteral("17/8/"));
    if (!stationFirst)
        harness.window.reset();
    harness.session->close();
    QVERIFY(isOnDisk(harness, QStringLiteral("17/8/")));
    QVERIFY(!harness.window || !harness.window->workbench());
}

void tst_UnsentWords::eachUserHasTheirOwn() {
    Harness harness;
    beginNote(harness);
    press(harness, Qt::Key_L, Qt::ControlModifier);
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F2);
    QCOMPARE(written(harness), QString());
    press(harness, Qt::Key_L, Qt::ControlModifier);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F2);
    QCOMPARE(written(harness), words);
}

void tst_UnsentWords::whatIsOnRecordIsForgotten() {
    Harness harness;
    beginNote(harness);
    press(harness, Qt::Key_Return);
    press(harness, Qt::Key_F8);
    write(harness, words);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.counter->saveDrafts());
    QVERIFY(!isOnDisk(harness, words));
}

QTEST_MAIN(tst_UnsentWords)
#include "tst_UnsentWords.moc"
