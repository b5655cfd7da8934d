// The form: what fills it, what is worked out from it, and how it ends.

#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using test::CounterBench;

class tst_CounterIntake : public QObject {
    Q_OBJECT

private slots:
    void cardFillsTheApplicant();
    void bornInAYear_data();
    void bornInAYear();
    void damagedCardChangesNothing_data();
    void damagedCardChangesNothing();
    void copyInTheChecklistIsNoOriginal();
    void typingTakesTheOriginOver();
    void feeFollowsTheForm_data();
    void feeFollowsTheForm();
    void gapsAreNamedInOrder();
    void dueFollowsTheClock_data();
    void dueFollowsTheClock();
    void duplicateIsNoticed();
    void implausibleNumberWarns();
    void receivingSubmitsInOneStep();
    void refusedReceiptKeepsEverything_data();
    void refusedReceiptKeepsEverything();
    void refusalAndSupplementAtIntake();
    void comingBackWithThePapers();
    void generalProcedureAsksForItsPapers();
};

void tst_CounterIntake::cardFillsTheApplicant() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.form().isBlank());
    QVERIFY(intake.form().applyCardQr(CounterBench::card()).has_value());
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(intake.form().content().applicant.personalId, QStringLiteral("022090001234"));
    QCOMPARE(intake.form().content().applicant.birthDate, QDate(1990, 1, 15));
    QCOMPARE(intake.form().originOf(QStringLiteral("address")), domain::Origin::CardQr);
    QCOMPARE(intake.form().originOf(QStringLiteral("phone")), domain::Origin::Typed);
}

void tst_CounterIntake::bornInAYear_data() {
    QTest::addColumn<QString>("onCard");
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("written");
    QTest::newRow("year") << "1948"
                          << "1948"
                          << "1948";
    QTest::newRow("year behind zeros") << "00001948"
                                       << "1948"
                                       << "1948";
    QTest::newRow("month") << "00051948"
                           << "1948-05"
                           << "05/1948";
}

/// Of many elderly people no paper says more: the card is taken, and the dossier and its papers say just that.
void tst_CounterIntake::bornInAYear() {
    QFETCH(QString, onCard);
    QFETCH(QString, known);
    QFETCH(QString, written);
    CounterBench bench;
    bench.seatClerk();
    auto& form = bench.counter->intake().form();
    const QString card =
        QString(CounterBench::card()).replace(QStringLiteral("15011990"), onCard).replace(QStringLiteral("022090"), QStringLiteral("022048"));
    QVERIFY(form.applyCardQr(card));
    form.setProcedure(QStringLiteral("1.004873"));
    for (int i = 0; i < static_cast<int>(form.content().papers.size()); ++i)
        form.setPaper(i, domain::PaperKind::Original, 1);
    form.setTypedFee(0);
    QVERIFY(form.warnings().empty());
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY2(received, qPrintable(received ? QString() : received.error().toLogLine()));
    const domain::Applicant applicant = bench.dossier(received->dossier).applicant;
    QVERIFY(!applicant.birthDate.isValid());
    QCOMPARE(applicant.bornIn.toString(), known);
    QCOMPARE(applicant.birth(), written);
    QCOMPARE(applicant.birthYear(), 1948);
    form.setApplicantText(QStringLiteral("personalId"), QStringLiteral("022049001234"));
    form.setBornIn(domain::BornIn(known));
    QCOMPARE(form.warnings().front().code, QStringLiteral("personal-id.birth-year"));
    form.setBirthDate(QDate(1949, 3, 2));
    QVERIFY(form.content().applicant.bornIn.isNull());
}

void tst_CounterIntake::damagedCardChangesNothing_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString() << QStringLiteral("card.field-count");
    QTest::newRow("six fields") << QStringLiteral("022090001234||Nguyễn Văn An|15011990|Nam|Hà Nội") << QStringLiteral("card.field-count");
    QTest::newRow("eleven digits") << QStringLiteral("02209000123||Nguyễn Văn An|15011990|Nam|Hà Nội|12052021") << QStringLiteral("card.number");
    QTest::newRow("no such day") << QStringLiteral("022090001234||Nguyễn Văn An|31021990|Nam|Hà Nội|12052021") << QStringLiteral("card.birth-date");
}

void tst_CounterIntake::damagedCardChangesNothing() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
    const auto applied = intake.form().applyCardQr(text);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, code);
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Lê Thị Thủy"));
    QVERIFY(intake.form().content().applicant.personalId.isEmpty());
}

void tst_CounterIntake::copyInTheChecklistIsNoOriginal() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    intake.form().setProcedure(QStringLiteral("2.000815"));
    const auto& papers = intake.form().content().papers;
    QCOMPARE(papers.size(), 2u);
    QCOMPARE(papers[0].kind, domain::PaperKind::Original);
    QVERIFY2(papers[1].name.startsWith(QStringLiteral("Bản sao cần chứng thực")), qPrintable(papers[1].name));
    QCOMPARE(papers[1].kind, domain::PaperKind::Copy);
}

void tst_CounterIntake::typingTakesTheOriginOver() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.form().applyCardQr(CounterBench::card()).has_value());
    intake.form().setApplicantText(QStringLiteral("address"), QStringLiteral("  Tổ 4,  Khu 5 "));
    QCOMPARE(intake.form().content().applicant.address, QStringLiteral("Tổ 4, Khu 5"));
    QCOMPARE(intake.form().originOf(QStringLiteral("address")), domain::Origin::Typed);
    QCOMPARE(intake.form().originOf(QStringLiteral("name")), domain::Origin::CardQr);
    intake.form().setApplicantText(QStringLiteral("phone"), QStringLiteral("+84 912 345 678"));
    QCOMPARE(intake.form().content().applicant.phone, QStringLiteral("0912345678"));
}

void tst_CounterIntake::feeFollowsTheForm_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("copies");
    QTest::addColumn<qint64>("typed");
    QTest::addColumn<QString>("exemption");
    QTest::addColumn<qint64>("total");
    QTest::newRow("two pages") << "2.000815" << 2 << 1 << qint64(-1) << "" << qint64(4'000);
    QTest::newRow("ten pages twice") << "2.000815" << 10 << 2 << qint64(-1) << "" << qint64(24'000);
    QTest::newRow("capped") << "2.000815" << 250 << 3 << qint64(-1) << "" << qint64(600'000);
    QTest::newRow("exempt") << "2.000815" << 10 << 2 << qint64(-1) << "NĐ 55/2015/NĐ-CP" << qint64(0);
    QTest::newRow("a figure is no ground") << "2.000815" << 10 << 2 << qint64(-1) << "0" << qint64(24'000);
    QTest::newRow("a letter is none") << "2.000815" << 10 << 2 << qint64(-1) << "x." << qint64(24'000);
    QTest::newRow("signature") << "2.000884" << 0 << 0 << qint64(-1) << "" << qint64(10'000);
    QTest::newRow("typed does not move a rule") << "2.000884" << 0 << 0 << qint64(99) << "" << qint64(10'000);
}

void tst_CounterIntake::feeFollowsTheForm() {
    QFETCH(QString, procedure);
    QFETCH(int, pages);
    QFETCH(int, copies);
    QFETCH(qint64, typed);
    QFETCH(QString, exemption);
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    intake.form().setProcedure(procedure);
    intake.form().setFact(QStringLiteral("pages"), pages);
    intake.form().setFact(QStringLiteral("copies"), copies);
    intake.form().setTypedFee(typed);
    intake.form().setExemption(exemption);
    QTEST(intake.form().feeTotal(), "total");
    const bool isGround = exemption.isEmpty() || exemption.size() > 2;
    QCOMPARE(!intake.form().gaps().contains(QStringLiteral("fee")), isGround);
}

void tst_CounterIntake::gapsAreNamedInOrder() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QCOMPARE(intake.form().gaps(), QStringList({"procedure", "name"}));
    intake.form().setProcedure(QStringLiteral("2.000815"));
    QCOMPARE(intake.form().gaps(), QStringList({"name", "fact:document", "fact:pages"}));
    bench.fillCopy();
    QVERIFY(intake.form().gaps().isEmpty());
    intake.form().setFact(QStringLiteral("copies"), 0);
    QCOMPARE(intake.form().gaps(), QStringList({"fact:copies"}));
    intake.form().setProcedure(QStringLiteral("no such"));
    QVERIFY(!intake.form().procedure());
}

void tst_CounterIntake::dueFollowsTheClock_data() {
    QTest::addColumn<QTime>("time");
    QTest::addColumn<bool>("after");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QString>("warning");
    // 24 November 2026 is Ngày Văn hóa Việt Nam, but the bench's calendar has no holidays.
    QTest::newRow("morning") << QTime(9, 0) << false << QDate(2026, 11, 23) << "";
    QTest::newRow("near") << QTime(14, 50) << false << QDate(2026, 11, 23) << "intake.cut-off-near";
    QTest::newRow("three sharp") << QTime(15, 0) << false << QDate(2026, 11, 23) << "intake.cut-off-near";
    QTest::newRow("a second late") << QTime(15, 0, 1) << true << QDate(2026, 11, 24) << "intake.after-cut-off";
}

void tst_CounterIntake::dueFollowsTheClock() {
    QFETCH(QTime, time);
    QFETCH(bool, after);
    QFETCH(QDate, due);
    QFETCH(QString, warning);
    CounterBench bench;
    bench.clock.set(QDate(2026, 11, 23), time);
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    intake.form().setProcedure(QStringLiteral("2.000815"));
    QCOMPARE(intake.form().isAfterCutOff(), after);
    QCOMPARE(base::toVietnamTime(intake.form().due()).date(), due);
    QCOMPARE(intake.form().warnings().size(), warning.isEmpty() ? 0u : 1u);
    if (!warning.isEmpty())
        QCOMPARE(intake.form().warnings().front().code, warning);
}

void tst_CounterIntake::duplicateIsNoticed() {
    CounterBench bench;
    bench.seatClerk();
    const auto first = bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    bench.fillCopy(QStringLiteral("Bằng lái xe"));
    QVERIFY(bench.counter->intake().form().warnings().empty());
    bench.fillCopy(QStringLiteral("giay khai sinh"));
    QCOMPARE(bench.counter->intake().form().warnings().size(), 1u);
    QCOMPARE(bench.counter->intake().form().warnings().front().code, QStringLiteral("intake.duplicate"));
    QCOMPARE(bench.counter->intake().form().warnings().front().detail.value(QStringLiteral("code")), bench.dossier(first).code);
    QVERIFY(bench.counter->intake().form().gaps().isEmpty());
}

void tst_CounterIntake::implausibleNumberWarns() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    bench.counter->intake().form().setApplicantText(QStringLiteral("sex"), QStringLiteral("Nữ"));
    QCOMPARE(bench.counter->intake().form().warnings().size(), 1u);
    QCOMPARE(bench.counter->intake().form().warnings().front().code, QStringLiteral("personal-id.sex"));
    QVERIFY(bench.counter->intake().acts().receive().has_value());
}

void tst_CounterIntake::receivingSubmitsInOneStep() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    QSignalSpy received(&bench.counter->intake().acts(), &counter::IntakeActs::received);
    QSignalSpy printed(&bench.counter->printing(), &counter::Printing::printed);
    QVERIFY(bench.counter->intake().draft().saveNow().has_value());
    QCOMPARE(bench.drafts.all().size(), 1u);
    const auto outcome = bench.counter->intake().acts().receive();
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->code, QStringLiteral("H49.30-261123-0001"));
    QCOMPARE(received.count(), 1);
    QTRY_COMPARE(printed.count(), 1);
    QCOMPARE(bench.kinds(outcome->dossier), QStringList({"dossier-received", "dossier-submitted", "print-recorded"}));
    QCOMPARE(bench.dossier(outcome->dossier).state, domain::State::Processing);
    QVERIFY(bench.drafts.all().empty());
    QVERIFY(bench.counter->intake().form().isBlank());
    QVERIFY(bench.sync.wakes > 0);
    QCOMPARE(bench.counter->approval().tray()->size(), 1u);
    bench.fillCopy(QStringLiteral("Sổ hộ khẩu"));
    QCOMPARE(bench.counter->intake().acts().receive()->code, QStringLiteral("H49.30-261123-0002"));
}

void tst_CounterIntake::refusedReceiptKeepsEverything_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("disk full") << QStringLiteral("journal.disk-full");
    QTest::newRow("write failed") << QStringLiteral("journal.write-failed");
}

void tst_CounterIntake::refusedReceiptKeepsEverything() {
    QFETCH(QString, code);
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    const QJsonObject before = base::toJson(bench.counter->intake().form().content());
    bench.journal.nextFailure = {code};
    const auto outcome = bench.counter->intake().acts().receive();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QCOMPARE(base::toJson(bench.counter->intake().form().content()), before);
    QVERIFY(bench.paper.requests.empty());
    bench.journal.nextFailure = {};
    QVERIFY(bench.counter->intake().acts().receive().has_value());
}

void tst_CounterIntake::refusalAndSupplementAtIntake() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.form().refusalGrounds().front().words.contains(QStringLiteral("tẩy xóa")));
    QCOMPARE(intake.acts().refuse(QString(), QString()).error().code, QStringLiteral("dossier.no-reason"));
    const auto ground = intake.form().refusalGrounds().front();
    const auto refused = intake.acts().refuse(ground.words, ground.article);
    QVERIFY(refused.has_value());
    QVERIFY(refused->code.endsWith(QStringLiteral("/TCHS")));
    QCOMPARE(bench.dossier(refused->dossier).state, domain::State::Refused);
    QVERIFY(bench.dossier(refused->dossier).code.isEmpty());
    QCOMPARE(bench.paper.rendered.back().first, QStringLiteral("form-03"));
    QCOMPARE(bench.paper.rendered.back().second.value(QLatin1String("legalBasis")).toString(), ground.article);
    bench.fillCopy();
    QCOMPARE(intake.acts().askSupplement({}, QStringLiteral("Thiếu"), {}).error().code, QStringLiteral("supplement.no-items"));
    QVERIFY(intake.acts().askSupplement({QStringLiteral("Bản chính")}, QStringLiteral("Thiếu trang 2"), {}).has_value());
    QCOMPARE(bench.paper.rendered.back().first, QStringLiteral("form-02"));
}

void tst_CounterIntake::comingBackWithThePapers() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto& intake = bench.counter->intake();
    const auto asked = intake.acts().askSupplement({QStringLiteral("Bản chính")}, QStringLiteral("Thiếu trang 2"), {});
    QVERIFY(asked.has_value());
    QVERIFY(intake.acts().continueDossier(asked->dossier).has_value());
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    intake.form().setFact(QStringLiteral("document"), QStringLiteral("Bằng tốt nghiệp"));
    intake.form().setFact(QStringLiteral("pages"), 2);
    const auto received = intake.acts().receive();
    QVERIFY2(received.has_value(), received ? "" : qPrintable(received.error().toLogLine()));
    QCOMPARE(received->dossier, asked->dossier);
    QCOMPARE(bench.dossier(asked->dossier).state, domain::State::Processing);
}

void tst_CounterIntake::generalProcedureAsksForItsPapers() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.form().applyCardQr(CounterBench::card()).has_value());
    intake.form().setProcedure(QStringLiteral("2.001035"));
    const int papers = static_cast<int>(intake.form().content().papers.size());
    QVERIFY(papers > 0);
    QCOMPARE(intake.form().missing().size(), papers);
    QVERIFY(intake.form().gaps().contains(QStringLiteral("papers")));
    QCOMPARE(intake.acts().receive().error().code, QStringLiteral("dossier.papers-missing"));
    for (int i = 0; i < papers; ++i)
        intake.form().setPaper(i, domain::PaperKind::Copy, 1);
    intake.form().setPaper(99, domain::PaperKind::Copy, 1);
    QVERIFY(intake.form().gaps().isEmpty());
    const auto received = intake.acts().receive();
    QVERIFY(received.has_value());
    QCOMPARE(bench.dossier(received->dossier).feeTotal(), 50'000);
}

QTEST_GUILESS_MAIN(tst_CounterIntake)
#include "tst_CounterIntake.moc"
