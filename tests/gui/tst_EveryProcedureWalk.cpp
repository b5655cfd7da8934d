#include "app/domain/PaperNeed.h"
#include "app/domain/jobs/FactField.h"
#include "tests/gui/PlaceTest.h"

#include <QSet>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// Every active procedure of the catalogue through the real window, by keys: received, asked a supplement, returned, put right, approved, handed
/// over; refused; sent home with form 02 and received when the citizen is back; withdrawn. One procedure of each shape; all of them where
/// MOTCUA_EVERY_PROCEDURE is set (./packaging/nightly every-procedure).
class tst_EveryProcedureWalk : public QObject {
    Q_OBJECT

private slots:
    void isServed_data() { rows(); }
    void isServed();
    void isRefused_data() { rows(); }
    void isRefused();
    void comesBackWithWhatWasMissing_data() { rows(); }
    void comesBackWithWhatWasMissing();
    void isWithdrawn_data() { rows(); }
    void isWithdrawn();

private:
    static void rows();
    static QString shapeOf(const domain::Procedure& row, counter::IntakeForm& form);
    /// All that the form still asks for, as a clerk would give it, then F9.
    static domain::DossierId receive(Harness& harness, Hand& hand);
    static void fill(Harness& harness, Hand& hand);
    static void fillFact(Harness& harness, Hand& hand, const QString& fact);
    static void switchTo(Harness& harness, const QString& login, const QString& place);
    static domain::DossierId only(const Harness& harness) { return harness.bench.archive.dossiers({})->front().id; }
    static counter::IntakeForm& form(const Harness& harness) { return harness.bench.counter->intake().form(); }
    static QString words(Harness& harness, const char* place) { return bannerOf(harness, QLatin1String(place))->text(); }
};

/// What makes one procedure another job than the next on the screens.
QString tst_EveryProcedureWalk::shapeOf(const domain::Procedure& row, counter::IntakeForm& form) {
    form.setProcedure(row.version.code);
    const domain::JobKind* job = form.job();
    if (!job)
        return {};
    const domain::ProcedureLacks lacks = form.lacks();
    const bool conditional =
        std::any_of(row.papers.begin(), row.papers.end(), [](const QString& paper) { return domain::needOf(paper) != domain::PaperNeed::Always; });
    return QStringLiteral("%1 %2 %3%4%5 %6 %7 %8 %9")
        .arg(job->kind)
        .arg(static_cast<int>(form.timeLimit().unit))
        .arg(lacks.time)
        .arg(lacks.fee)
        .arg(lacks.papers)
        .arg(form.isFeeTyped())
        .arg(form.feeTotal() > 0)
        .arg(conditional)
        .arg(qMin<qsizetype>(row.papers.size(), 2));
}

void tst_EveryProcedureWalk::rows() {
    QTest::addColumn<QString>("code");
    CounterBench bench;
    bench.seatClerk();
    const bool all = qEnvironmentVariableIsSet("MOTCUA_EVERY_PROCEDURE");
    QSet<QString> seen;
    for (const domain::Procedure& row : bench.archive.published.catalogue.procedures()) {
        if (!row.active)
            continue;
        const QString shape = shapeOf(row, bench.counter->intake().form());
        if (!all && seen.contains(shape))
            continue;
        seen.insert(shape);
        QTest::addRow("%s", qPrintable(row.version.code)) << row.version.code;
    }
}

void tst_EveryProcedureWalk::fillFact(Harness& harness, Hand& hand, const QString& fact) {
    constexpr int longestWalk = 100;
    for (int i = 0; i < longestWalk && Hand::place() != fact; ++i)
        hand.press(Qt::Key_Tab);
    QCOMPARE(Hand::place(), fact);
    const auto fields = domain::fieldsOf(*form(harness).job());
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const domain::FactField& each) { return each.name == fact; });
    QVERIFY(field != fields.end());
    hand.type(field->type == domain::FactType::Text ? QStringLiteral("Học bạ") : QStringLiteral("2"));
    hand.press(Qt::Key_Return);
}

void tst_EveryProcedureWalk::fill(Harness& harness, Hand& hand) {
    for (const QString& gap : form(harness).gaps()) {
        if (gap.startsWith(QLatin1String("fact:"))) {
            fillFact(harness, hand, gap.mid(5));
        } else if (gap == QLatin1String("papers") && form(harness).content().papers.empty()) {
            QVERIFY(hand.tabTo(QStringLiteral("Không cần giấy tờ nào")) || Hand::place() == QLatin1String("noPapers"));
            hand.press(Qt::Key_Space);
        } else if (gap == QLatin1String("papers")) {
            hand.press(Qt::Key_F4);
        } else if (gap == QLatin1String("due")) {
            QVERIFY(hand.tabTo(QStringLiteral("Ngày hẹn đã thống nhất")));
            hand.type(QStringLiteral("4/12/2026"));
            hand.press(Qt::Key_Return);
            hand.type(QStringLiteral("Thỏa thuận"));
            hand.press(Qt::Key_Return);
        } else if (gap == QLatin1String("fee")) {
            QVERIFY(hand.tabTo(form(harness).lacks().fee ? QStringLiteral("Mức phí phải thu") : QStringLiteral("Mức phí do tỉnh quy định")));
            hand.type(QStringLiteral("0"));
            hand.press(Qt::Key_Return);
        }
    }
    QVERIFY2(form(harness).gaps().isEmpty(), qPrintable(form(harness).gaps().join(QLatin1Char(' '))));
}

domain::DossierId tst_EveryProcedureWalk::receive(Harness& harness, Hand& hand) {
    [&] {
        fill(harness, hand);
        hand.press(Qt::Key_F9);
        QVERIFY2(form(harness).isBlank(), qPrintable(words(harness, "intake")));
    }();
    return only(harness);
}

void tst_EveryProcedureWalk::switchTo(Harness& harness, const QString& login, const QString& place) {
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    harness.session->lock();
    begin(harness, login, place);
}

void tst_EveryProcedureWalk::isServed() {
    QFETCH(QString, code);
    Harness harness;
    Hand hand;
    harness.beginIntake(code, hand);
    if (QTest::currentTestFailed())
        return;
    const auto dossier = receive(harness, hand);
    if (QTest::currentTestFailed())
        return;
    const auto is = [&](domain::State state, const char* place) {
        QVERIFY2(harness.bench.dossier(dossier).state == state, qPrintable(words(harness, place)));
    };
    // A supplement is asked and comes.
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản rõ nét hơn"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    is(domain::State::SupplementAsked, "dossiers");
    hand.press(Qt::Key_F9);
    hand.press(Qt::Key_F9);
    is(domain::State::Processing, "dossiers");
    // Returned, put right, approved.
    switchTo(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Sai nơi cư trú"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    is(domain::State::Accepted, "approval");
    switchTo(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    hand.press(Qt::Key_F9);
    QVERIFY(hand.tabTo(QStringLiteral("Nơi cư trú")));
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(QStringLiteral("Tổ 9, Khu 2, Bãi Cháy"));
    hand.press(Qt::Key_F9);
    hand.type(QStringLiteral("Đã sửa"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    is(domain::State::Processing, "intake");
    QCOMPARE(harness.bench.dossier(dossier).applicant.address, QStringLiteral("Tổ 9, Khu 2, Bãi Cháy"));
    switchTo(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
    hand.press(Qt::Key_F9);
    is(domain::State::Completed, "approval");
    // Printed where something is printed, numbered by hand where that is so, handed over.
    switchTo(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    if (harness.bench.dossier(dossier).job.owesAttestations()) {
        hand.press(Qt::Key_F9);
        QTRY_COMPARE(harness.bench.counter->handOver().nextStep(dossier), counter::NextStep::Finish);
    }
    if (harness.bench.dossier(dossier).job.byHand) {
        QVERIFY(hand.tabTo(QStringLiteral("Số chứng thực (sổ giấy)")));
        hand.type(QStringLiteral("152"));
        hand.press(Qt::Key_Return);
        hand.type(QStringLiteral("01/2026-SCT/CK"));
    }
    hand.press(Qt::Key_F9);
    QVERIFY2(harness.bench.dossier(dossier).closed, qPrintable(words(harness, "handover")));
}

void tst_EveryProcedureWalk::isRefused() {
    QFETCH(QString, code);
    Harness harness;
    Hand hand;
    harness.beginIntake(code, hand);
    hand.press(Qt::Key_F8);
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(form(harness).isBlank(), qPrintable(words(harness, "intake")));
    QCOMPARE(harness.bench.dossier(only(harness)).state, domain::State::Refused);
}

void tst_EveryProcedureWalk::comesBackWithWhatWasMissing() {
    QFETCH(QString, code);
    Harness harness;
    Hand hand;
    harness.beginIntake(code, hand);
    hand.press(Qt::Key_F7);
    hand.type(QStringLiteral("Bản chính rõ nét hơn"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(form(harness).isBlank(), qPrintable(words(harness, "intake")));
    QCOMPARE(harness.bench.dossier(only(harness)).state, domain::State::Registered);
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QCOMPARE(form(harness).content().procedureCode, code);
    const auto dossier = receive(harness, hand);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Processing);
}

void tst_EveryProcedureWalk::isWithdrawn() {
    QFETCH(QString, code);
    Harness harness;
    Hand hand;
    harness.beginIntake(code, hand);
    const auto dossier = receive(harness, hand);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    hand.press(Qt::Key_F8);
    hand.type(QStringLiteral("Không cần nữa"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(harness.bench.dossier(dossier).closed, qPrintable(words(harness, "dossiers")));
}

QTEST_MAIN(tst_EveryProcedureWalk)
#include "tst_EveryProcedureWalk.moc"
