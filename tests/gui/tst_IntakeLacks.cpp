#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// Procedures of which the catalogue does not say all, received by keyboard.
class tst_IntakeLacks : public QObject {
    Q_OBJECT

private slots:
    void oneOfEachShape_data();
    void oneOfEachShape();
    void dayIsLookedAt();
    void papersMayBeAdded();

private:
    static domain::Procedure rowLacking(const domain::ProcedureLacks& lacks, bool namesPapers);
};

/// The first active row of this shape whose job asks nothing else; where the catalogue that ships has none, one that is made.
domain::Procedure tst_IntakeLacks::rowLacking(const domain::ProcedureLacks& lacks, bool namesPapers) {
    const CounterBench bench;
    const auto& published = bench.archive.published;
    const auto asksNoFacts = [&](const domain::Procedure& row) {
        return published.jobs.serving(row, bench.clock.now().date()).front()->kind == QLatin1String(domain::generalKind);
    };
    for (const domain::Procedure& row : published.catalogue.procedures())
        if (row.active && asksNoFacts(row) && domain::lacksOf(row) == lacks && row.papers.isEmpty() != namesPapers)
            return row;
    domain::Procedure made;
    made.version.code = QStringLiteral("9.000002");
    made.version.name = QStringLiteral("Thủ tục thử nghiệm");
    made.version.timeUnit = lacks.time ? domain::TimeUnit::Other : domain::TimeUnit::WorkingDay;
    made.version.timeValue = lacks.time ? 0 : 3;
    made.feeRule = lacks.fee ? domain::FeeRule::None : domain::FeeRule::PerCase;
    made.feeAmount = lacks.fee ? 0 : 5'000;
    made.papersIncomplete = lacks.papers;
    if (namesPapers)
        made.papers = {QStringLiteral("Đơn đề nghị")};
    return made;
}

void tst_IntakeLacks::oneOfEachShape_data() {
    QTest::addColumn<bool>("time");
    QTest::addColumn<bool>("fee");
    QTest::addColumn<bool>("papers");
    for (const bool time : {false, true})
        for (const bool fee : {false, true})
            for (const bool papers : {false, true})
                QTest::addRow("%s%s%s", time ? "-time" : "+time", fee ? "-fee" : "+fee", papers ? "-papers" : "+papers") << time << fee << papers;
}

void tst_IntakeLacks::oneOfEachShape() {
    QFETCH(bool, time);
    QFETCH(bool, fee);
    QFETCH(bool, papers);
    const domain::Procedure row = rowLacking({time, fee, papers}, !papers);
    QVERIFY(domain::lacksOf(row) == (domain::ProcedureLacks{time, fee, papers}));
    Harness harness;
    harness.bench.archive.published.catalogue.put(row);
    Hand hand;
    harness.beginIntake(row.version.code, hand);
    const counter::IntakeForm& form = harness.bench.counter->intake().form();
    const QString words = harness.visibleWords().join(QLatin1Char('\n'));
    QCOMPARE(words.contains(QStringLiteral("thời hạn chưa kiểm chứng")), time);
    QCOMPARE(words.contains(QStringLiteral("phí chưa kiểm chứng")), fee);
    QCOMPARE(words.contains(QStringLiteral("giấy tờ chưa kiểm chứng")), papers);
    if (papers) {
        QTRY_COMPARE(Hand::place(), QStringLiteral("anotherPaper"));
        hand.press(Qt::Key_Return);
        QCOMPARE(Hand::place(), QStringLiteral("noPapers"));
        hand.press(Qt::Key_Space);
    } else {
        hand.press(Qt::Key_F4);
    }
    if (time) {
        // F9 leads to the day, then to its ground alone.
        hand.press(Qt::Key_F9);
        QCOMPARE(Hand::place(), QStringLiteral("agreedDue"));
        hand.type(QStringLiteral("4/12/2026"));
        hand.press(Qt::Key_F3);
        hand.press(Qt::Key_F9);
        QCOMPARE(Hand::place(), QStringLiteral("dueGround"));
        hand.type(QStringLiteral("Thỏa thuận"));
        hand.press(Qt::Key_Return);
    }
    if (form.isFeeTyped()) {
        QVERIFY(form.gaps().contains(QStringLiteral("fee")));
        QVERIFY(hand.tabTo(fee ? QStringLiteral("Mức phí phải thu") : QStringLiteral("Mức phí do tỉnh quy định")));
        hand.type(QStringLiteral("0"));
        hand.press(Qt::Key_Return);
    }
    if (time && fee && papers)
        harness.shoot(QStringLiteral("intake-lacks-given"));
    QCOMPARE(form.gaps(), QStringList());
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    const domain::Dossier dossier = harness.bench.dossier(harness.bench.archive.dossiers({})->front().id);
    QCOMPARE(dossier.procedure.code, row.version.code);
    QCOMPARE(dossier.dueGround, time ? QStringLiteral("Thỏa thuận") : QString());
    QVERIFY(dossier.due.isValid());
}

void tst_IntakeLacks::dayIsLookedAt() {
    Harness harness;
    Hand hand;
    harness.beginIntake(rowLacking({true, true, true}, false).version.code, hand);
    harness.shoot(QStringLiteral("intake-lacks-all"));
    QVERIFY(hand.tabTo(QStringLiteral("Ngày hẹn đã thống nhất")));
    const auto said = [&harness](const char* words) { return harness.visibleWords().join(QLatin1Char('\n')).contains(QString::fromUtf8(words)); };
    auto* day = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    hand.type(QStringLiteral("22/11/2026"));
    hand.press(Qt::Key_Return);
    QVERIFY(said("Ngày này đã qua."));
    QVERIFY(harness.bench.counter->intake().form().gaps().contains(QStringLiteral("due")));
    day->setFocus();
    day->clear();
    hand.type(QStringLiteral("28/11/2026"));
    hand.press(Qt::Key_Return);
    QVERIFY(said("Cơ quan nghỉ ngày này."));
    day->setFocus();
    day->clear();
    hand.type(QStringLiteral("31/11"));
    hand.press(Qt::Key_Return);
    QVERIFY(said("Không phải ngày."));
    QVERIFY(!harness.bench.counter->intake().form().due().isValid());
}

void tst_IntakeLacks::papersMayBeAdded() {
    Harness harness;
    Hand hand;
    harness.beginIntake(rowLacking({true, true, true}, false).version.code, hand);
    QTRY_COMPARE(Hand::place(), QStringLiteral("anotherPaper"));
    hand.type(QStringLiteral("Đơn đề nghị"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("Căn cước"));
    hand.press(Qt::Key_Return);
    const auto& papers = harness.bench.counter->intake().form().content().papers;
    QCOMPARE(papers.size(), size_t(2));
    QCOMPARE(papers[1].name, QStringLiteral("Căn cước"));
    QVERIFY(!harness.bench.counter->intake().form().gaps().contains(QStringLiteral("papers")));
}

QTEST_MAIN(tst_IntakeLacks)
#include "tst_IntakeLacks.moc"
