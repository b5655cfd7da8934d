// Every row of the catalogue can be received, whatever it leaves out.

#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;

class tst_EveryProcedure : public QObject {
    Q_OBJECT

private slots:
    void everyActiveRowIsReceived();
    void whatWasGivenGoesWithTheProcedure();
    void zeroIsAnAnswer();
    void nothingIsReceivedWithoutItsDay();
    void theReceiptSaysWhatTheDayRestsOn();
    void wordsInTheMiddleComeBack();

private:
    /// All that the form still asks for, as a clerk who knows would give it. False: something else is open.
    static bool supply(counter::IntakeForm& form, QDate day);
    /// The clerk has typed all that a row which lacks everything needs.
    static void supplyLackingAll(CounterBench& bench);
    static const domain::Procedure* lackingAll(const domain::Catalogue& catalogue);
};

bool tst_EveryProcedure::supply(counter::IntakeForm& form, QDate day) {
    const domain::JobKind* job = form.job();
    const QJsonObject declared = job ? job->facts.value(QLatin1String("properties")).toObject() : QJsonObject();
    for (const QString& gap : form.gaps()) {
        if (gap.startsWith(QLatin1String("fact:")))
            form.setFact(gap.mid(5), declared.value(gap.mid(5)).toObject().value(QLatin1String("type")) == QLatin1String("integer")
                                         ? QJsonValue(2)
                                         : QJsonValue(QStringLiteral("Học bạ")));
        if (gap == QLatin1String("papers") && form.content().papers.empty())
            form.setNoPapers(true);
        if (gap == QLatin1String("due")) {
            form.setAgreedDue(day.addDays(10));
            form.setDueGround(QStringLiteral("Thỏa thuận với người nộp hồ sơ"));
        }
        if (gap == QLatin1String("fee"))
            form.setTypedFee(0);
    }
    for (size_t i = 0; i < form.content().papers.size(); ++i)
        if (form.content().papers[i].quantity == 0)
            form.setPaper(static_cast<int>(i), domain::PaperKind::Copy, 1);
    return form.gaps().isEmpty();
}

const domain::Procedure* tst_EveryProcedure::lackingAll(const domain::Catalogue& catalogue) {
    for (const domain::Procedure& row : catalogue.procedures())
        if (row.active && domain::lacksOf(row) == domain::ProcedureLacks{true, true, true} && row.papers.isEmpty())
            return &row;
    return nullptr;
}

void tst_EveryProcedure::supplyLackingAll(CounterBench& bench) {
    bench.seatClerk();
    counter::Intake& intake = bench.counter->intake();
    intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn An"));
    intake.form().setProcedure(lackingAll(bench.archive.published.catalogue)->version.code);
    QVERIFY(supply(intake.form(), bench.counter->desk().today()));
}

void tst_EveryProcedure::everyActiveRowIsReceived() {
    constexpr size_t aDesk = 40; // the archive in memory replays all of a desk's events at every question
    std::unique_ptr<CounterBench> bench;
    int received = 0;
    int agreed = 0;
    const domain::Catalogue catalogue = CounterBench().archive.published.catalogue;
    for (size_t i = 0; i < catalogue.procedures().size(); ++i) {
        if (i % aDesk == 0) {
            bench = std::make_unique<CounterBench>();
            bench->seatClerk();
        }
        const domain::Procedure& row = catalogue.procedures()[i];
        if (!row.active)
            continue;
        counter::Intake& intake = bench->counter->intake();
        intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn %1").arg(i));
        intake.form().setProcedure(row.version.code);
        QVERIFY2(supply(intake.form(), bench->counter->desk().today()), qPrintable(row.version.code + intake.form().gaps().join(QLatin1Char(' '))));
        const auto outcome = intake.acts().receive();
        QVERIFY2(outcome, outcome ? "" : qPrintable(row.version.code + outcome.error().toLogLine()));
        const domain::Dossier dossier = bench->dossier(outcome->dossier);
        QVERIFY2(dossier.due.isValid(), qPrintable(row.version.code));
        QCOMPARE(!dossier.dueGround.isEmpty(), domain::lacksOf(row).time);
        agreed += dossier.dueGround.isEmpty() ? 0 : 1;
        const QJsonObject receipt = bench->paper.rendered.back().second;
        for (const QString& name : receipt.keys())
            QVERIFY2(!receipt.value(name).toString().contains(QStringLiteral("chưa kiểm chứng"), Qt::CaseInsensitive), qPrintable(row.version.code));
        QVERIFY2(!receipt.value(QLatin1String("timeLimit")).toString().startsWith(QLatin1String("00")), qPrintable(row.version.code));
        ++received;
    }
    QCOMPARE(received, 519); // 2 of the 521 are repealed
    QVERIFY(agreed > 200);
}

void tst_EveryProcedure::whatWasGivenGoesWithTheProcedure() {
    CounterBench bench;
    bench.seatClerk();
    counter::IntakeForm& form = bench.counter->intake().form();
    form.setProcedure(lackingAll(bench.archive.published.catalogue)->version.code);
    QCOMPARE(form.gaps(), QStringList({"name", "papers", "due", "fee"}));
    QVERIFY(!form.due().isValid());
    QVERIFY(!supply(form, bench.counter->desk().today()));
    QCOMPARE(form.gaps(), QStringList({"name"}));
    QCOMPARE(base::toVietnamTime(form.due()), QDateTime(QDate(2026, 12, 3), QTime(17, 0), Qt::OffsetFromUTC, 7 * 3600));
    form.setAgreedDue(QDate(2026, 11, 22));
    QVERIFY(form.isDuePast());
    QCOMPARE(form.gaps(), QStringList({"name", "due"}));
    form.setAgreedDue(QDate(2026, 11, 28));
    QVERIFY(form.isDueOnDayOff());
    QCOMPARE(form.gaps(), QStringList({"name"}));
    form.setDueGround(QStringLiteral(" "));
    QCOMPARE(form.gaps(), QStringList({"name", "dueGround"}));
    const QString code = form.content().procedureCode;
    form.setProcedure(QStringLiteral("2.000815"));
    form.setProcedure(code);
    QCOMPARE(form.gaps(), QStringList({"name", "papers", "due", "fee"}));
    form.addPaper(QStringLiteral("Đơn đề nghị"));
    QCOMPARE(form.gaps(), QStringList({"name", "due", "fee"}));
}

void tst_EveryProcedure::zeroIsAnAnswer() {
    CounterBench bench;
    supplyLackingAll(bench);
    counter::Intake& intake = bench.counter->intake();
    QCOMPARE(intake.form().content().typedFee, 0);
    const auto outcome = intake.acts().receive();
    QVERIFY(outcome);
    QVERIFY(bench.dossier(outcome->dossier).fees.empty());
    QCOMPARE(bench.dossier(outcome->dossier).money, domain::MoneyState::Nothing);
}

/// Whoever asks the use case without looking at the form's gaps is refused too, and nothing is lost.
void tst_EveryProcedure::nothingIsReceivedWithoutItsDay() {
    CounterBench bench;
    supplyLackingAll(bench);
    counter::Intake& intake = bench.counter->intake();
    const auto refusal = [&] {
        const auto outcome = intake.acts().receive();
        return outcome ? QString() : outcome.error().code;
    };
    const QDate agreed = intake.form().content().agreedDue;
    intake.form().setAgreedDue({});
    QCOMPARE(refusal(), QStringLiteral("dossier.due-missing"));
    intake.form().setAgreedDue(bench.counter->desk().today().addDays(-1));
    QCOMPARE(refusal(), QStringLiteral("dossier.due-in-past"));
    intake.form().setAgreedDue(agreed);
    intake.form().setDueGround({});
    QCOMPARE(refusal(), QStringLiteral("dossier.due-without-ground"));
    intake.form().setDueGround(QStringLiteral("Thỏa thuận"));
    intake.form().setTypedFee(-1);
    QCOMPARE(refusal(), QStringLiteral("fee.not-given"));
    QVERIFY(bench.archive.dossiers({})->empty());
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    intake.form().setTypedFee(0);
    QCOMPARE(refusal(), QString());
}

void tst_EveryProcedure::theReceiptSaysWhatTheDayRestsOn() {
    CounterBench bench;
    supplyLackingAll(bench);
    counter::Intake& intake = bench.counter->intake();
    QVERIFY(intake.acts().receive());
    const QJsonObject receipt = bench.paper.rendered.back().second;
    QCOMPARE(receipt.value(QLatin1String("timeLimit")).toString(), QStringLiteral("hẹn theo thỏa thuận (Thỏa thuận với người nộp hồ sơ)"));
    QCOMPARE(receipt.value(QLatin1String("dueAt")).toString(), QStringLiteral("17 giờ 00 phút, ngày 03 tháng 12 năm 2026"));
}

void tst_EveryProcedure::wordsInTheMiddleComeBack() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->intake().form().setProcedure(lackingAll(bench.archive.published.catalogue)->version.code);
    bench.counter->intake().form().jot(QStringLiteral("dueGround"), QStringLiteral("Thỏa thu"));
    QVERIFY(bench.counter->intake().draft().saveNow());
    bench.restart();
    bench.seatClerk();
    QCOMPARE(bench.counter->intake().form().content().dueGround, QStringLiteral("Thỏa thu"));
}

QTEST_GUILESS_MAIN(tst_EveryProcedure)
#include "tst_EveryProcedure.moc"
