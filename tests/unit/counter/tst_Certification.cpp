#include "tests/support/counter/CounterBench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using counter::NextStep;
using test::CounterBench;

/// From the tray to the closed dossier: approval, attestation, money, hand-over, books, supplements.
class tst_Certification : public QObject {
    Q_OBJECT

private slots:
    void approvalTakesTheNumber();
    void approvalIsRefused_data();
    void approvalIsRefused();
    void twoHats();
    void manyAtOnce();
    void returnedToTheClerk();
    void dossierOfAnotherDeskIsClaimed();
    void decidedDossierStays();
    void returnedDossierIsSubmittedAgain();
    void claimThatFails();
    void finishingInTwoSteps();
    void nothingLeavesWithoutItsAttestation();
    void whatAttestsMayComeWhenCompleted();
    void nothingIsRecordedUnlessPrinted_data();
    void nothingIsRecordedUnlessPrinted();
    void manyCopiesGoAsSeveralJobs();
    void onePdfStandsForAllCopies();
    void pdfInsteadOfAPrinter();
    void supplementStopsTheClock();
    void withdrawal();
    void collisionIsTriedOnceMore();
    void readModelThatLagsCatchesUp();
    void nobodySeated();
};

void tst_Certification::approvalTakesTheNumber() {
    CounterBench bench;
    const auto id = bench.approvedCopy();
    const domain::Dossier dossier = bench.dossier(id);
    QCOMPARE(dossier.state, domain::State::Completed);
    QCOMPARE(dossier.entries.size(), 1u);
    QCOMPARE(dossier.entries.front().number, 1);
    QCOMPARE(dossier.entries.front().signer.name, QStringLiteral("Trần Văn Hùng"));
    QCOMPARE(dossier.entries.front().volumeLabel, QStringLiteral("01/2026-SCT/BS"));
    QVERIFY(bench.counter->approval().tray()->empty());
}

void tst_Certification::approvalIsRefused_data() {
    QTest::addColumn<bool>("asSupervisor");
    QTest::addColumn<bool>("volumeClosed");
    QTest::addColumn<QString>("code");
    QTest::newRow("a clerk") << false << false << "actor.not-supervisor";
    QTest::newRow("no open volume") << true << true << "book.no-open-volume";
}

void tst_Certification::approvalIsRefused() {
    QFETCH(bool, asSupervisor);
    QFETCH(bool, volumeClosed);
    QFETCH(QString, code);
    CounterBench bench;
    bench.archive.published.volumes.front().closed = volumeClosed;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    if (asSupervisor)
        bench.seatSupervisor();
    QCOMPARE(bench.counter->approval().mayDecide(dossier).error().code, code);
    QCOMPARE(bench.counter->approval().approve(dossier).error().code, code);
    QCOMPARE(bench.dossier(dossier).state, domain::State::Processing);
}

void tst_Certification::twoHats() {
    CounterBench bench;
    bench.seatSupervisor();
    const auto dossier = bench.receiveCopy();
    QCOMPARE(bench.counter->approval().approve(dossier).error().code, QStringLiteral("dossier.own-work"));
    QVERIFY(!bench.counter->approval().isTwoHat(dossier));
    bench.archive.published.settings.twoHatAllowed = true;
    QVERIFY(bench.counter->approval().isTwoHat(dossier));
    QVERIFY(bench.counter->approval().approve(dossier).has_value());
    QVERIFY(bench.dossier(dossier).twoHat);
}

void tst_Certification::manyAtOnce() {
    CounterBench bench;
    bench.seatClerk();
    std::vector<domain::DossierId> dossiers;
    for (int i = 0; i < 5; ++i)
        dossiers.push_back(bench.receiveCopy(QStringLiteral("Văn bản %1").arg(i)));
    dossiers.push_back(domain::DossierId::make(1));
    bench.seatSupervisor();
    const auto report = bench.counter->approval().approveMany(dossiers);
    QCOMPARE(report.approved, 5);
    QCOMPARE(report.notApproved.size(), 1u);
    const auto entries = bench.counter->books().entries(bench.archive.published.volumes.front().id);
    QCOMPARE(entries->size(), 5u);
    for (size_t i = 0; i < entries->size(); ++i)
        QCOMPARE(entries->at(i).number, static_cast<int>(i) + 1);
}

void tst_Certification::returnedToTheClerk() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    bench.seatSupervisor();
    QCOMPARE(bench.counter->approval().returnToClerk(dossier, QStringLiteral("  ")).error().code, QStringLiteral("dossier.no-reason"));
    QVERIFY(bench.counter->approval().returnToClerk(dossier, QStringLiteral("Thiếu dấu giáp lai")).has_value());
    QCOMPARE(bench.dossier(dossier).returnReason, QStringLiteral("Thiếu dấu giáp lai"));
    QCOMPARE(bench.dossier(dossier).state, domain::State::Accepted);
}

/// Two desks, the feed played by hand: the supervisor's desk claims, the clerk's desk lets go, the decision is offered and the
/// dossier comes home with its number.
void tst_Certification::dossierOfAnotherDeskIsClaimed() {
    CounterBench clerks;
    clerks.seatClerk();
    const auto dossier = clerks.receiveCopy();
    CounterBench supervisors;
    supervisors.station = clerks.otherStation;
    supervisors.archive.published.volumes.front().station = supervisors.station;
    supervisors.restart();
    for (const auto& event : clerks.journal.events())
        supervisors.journal.receive(event);
    supervisors.seatSupervisor();
    auto& approval = supervisors.counter->approval();
    QCOMPARE(approval.approve(dossier).error().code, QStringLiteral("dossier.not-holder"));
    QSignalSpy arrived(&approval, &counter::ApprovalDesk::dossierArrived);
    approval.claim(dossier, counter::Decision::Approve);
    QCOMPARE(supervisors.sync.claims, QStringList{dossier.toString()});
    QVERIFY(approval.isClaimed(dossier));

    // The clerk reads the dossier, so it stays until it is closed.
    QSignalSpy released(&clerks.counter->keeper(), &counter::DossierKeeper::released);
    clerks.counter->approval().setOpen(dossier, true);
    clerks.exchange.dossierWishes = {{dossier, supervisors.station}};
    emit clerks.sync.received();
    QCOMPARE(released.count(), 0);
    clerks.counter->approval().setOpen(dossier, false);
    QCOMPARE(released.count(), 1);
    QCOMPARE(clerks.dossier(dossier).holder, supervisors.station);
    QVERIFY(clerks.journal.events().back().actor.isNull());

    supervisors.journal.receive(clerks.journal.events().back());
    emit supervisors.sync.received();
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(arrived.front().at(1).value<counter::Decision>(), counter::Decision::Approve);
    QVERIFY(!approval.isClaimed(dossier));
    QVERIFY(approval.approve(dossier).has_value());
    QCOMPARE(supervisors.dossier(dossier).holder, clerks.station);
    QCOMPARE(supervisors.dossier(dossier).state, domain::State::Completed);
}

void tst_Certification::returnedDossierIsSubmittedAgain() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    QCOMPARE(bench.counter->dossiers().submitAgain(dossier, {}).error().code, QStringLiteral("dossier.wrong-state"));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().returnToClerk(dossier, QStringLiteral("Thiếu trang 2")));
    bench.seatClerk();
    QCOMPARE(bench.dossier(dossier).state, domain::State::Accepted);
    bench.clock.advance(60);
    QVERIFY(bench.counter->dossiers().submitAgain(dossier, QStringLiteral(" Đã thêm trang 2 ")));
    QCOMPARE(bench.dossier(dossier).state, domain::State::Processing);
    QVERIFY(bench.dossier(dossier).returnReason.isEmpty());
    const auto history = bench.journal.history(dossier);
    QCOMPARE(std::get<domain::DossierSubmitted>(history->back().body).note, QStringLiteral("Đã thêm trang 2"));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(dossier).has_value());
}

/// The line was down, the supervisor decided at the clerk's desk: the old wish must not carry the result away.
void tst_Certification::decidedDossierStays() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    bench.exchange.dossierWishes = {{dossier, bench.otherStation}};
    QSignalSpy released(&bench.counter->keeper(), &counter::DossierKeeper::released);
    emit bench.sync.received();
    QCOMPARE(released.count(), 0);
    QCOMPARE(bench.dossier(dossier).holder, bench.station);
}

void tst_Certification::claimThatFails() {
    CounterBench bench;
    bench.seatSupervisor();
    const auto dossier = domain::DossierId::make(1);
    QSignalSpy failed(&bench.counter->approval(), &counter::ApprovalDesk::claimFailed);
    bench.counter->approval().claim(dossier);
    emit bench.sync.claimAnswered(dossier.toString(), {QStringLiteral("claim.held-by-other")});
    QCOMPARE(failed.count(), 1);
    QVERIFY(!bench.counter->approval().isClaimed(dossier));
    emit bench.sync.claimAnswered(dossier.toString(), {QStringLiteral("sync.no-line")});
    QCOMPARE(failed.count(), 1);
}

void tst_Certification::finishingInTwoSteps() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    auto& desk = bench.counter->handOver();
    QCOMPARE(desk.waiting()->size(), 1u);
    QCOMPARE(desk.nextStep(dossier), NextStep::PrintAttestation);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    QSignalSpy printed(&bench.counter->printing(), &counter::Printing::printed);
    desk.printAttestation(dossier);
    QTRY_COMPARE(printed.count(), 1);
    QCOMPARE(bench.paper.requests.back().copies, 2);
    QCOMPARE(desk.nextStep(dossier), NextStep::Finish);
    const auto finished = desk.finish(dossier, {domain::PaymentMethod::Transfer, {}, true, 5, {}, true});
    QVERIFY2(finished.has_value(), finished ? "" : qPrintable(finished.error().toLogLine()));
    QVERIFY(finished->closed);
    QCOMPARE(finished->rating, 5);
    QCOMPARE(finished->money, domain::MoneyState::Paid);
    QCOMPARE(desk.nextStep(dossier), NextStep::None);
    QVERIFY(desk.waiting()->empty());
    QTRY_COMPARE(printed.count(), 2);
    QCOMPARE(bench.paper.rendered.back().first, QStringLiteral("fee-slip"));
    QCOMPARE(bench.paper.rendered.back().second.value(QLatin1String("totalInWords")).toString(), QStringLiteral("Mười nghìn đồng chẵn"));
}

void tst_Certification::nothingLeavesWithoutItsAttestation() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    const auto finished = bench.counter->handOver().finish(dossier, {});
    QCOMPARE(finished.error().code, QStringLiteral("dossier.attestation-not-printed"));
    QCOMPARE(bench.dossier(dossier).money, domain::MoneyState::Due);
}

/// A kind may offer what attests with the completed dossier, which has its number by then and is not handed over yet.
void tst_Certification::whatAttestsMayComeWhenCompleted() {
    CounterBench bench;
    domain::JobKind later = *bench.archive.published.jobs.inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 29));
    later.papers.front().offered = QLatin1String(domain::offer::completed);
    bench.archive.published.jobs.put(later);
    const auto dossier = bench.approvedCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    QCOMPARE(bench.counter->handOver().nextStep(dossier), NextStep::PrintAttestation);
    bench.counter->handOver().printAttestation(dossier);
    QTRY_COMPARE(bench.counter->handOver().nextStep(dossier), NextStep::Finish);
    QVERIFY(bench.counter->handOver().finish(dossier, {}));
    QVERIFY(bench.dossier(dossier).closed);
}

void tst_Certification::nothingIsRecordedUnlessPrinted_data() {
    QTest::addColumn<QString>("render");
    QTest::addColumn<QString>("print");
    QTest::newRow("empty paper") << "paper.empty"
                                 << "";
    QTest::newRow("no queue") << ""
                              << "print.no-queue";
    QTest::newRow("paper out") << ""
                               << "print.stopped";
}

void tst_Certification::nothingIsRecordedUnlessPrinted() {
    QFETCH(QString, render);
    QFETCH(QString, print);
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    const auto before = bench.kinds(dossier);
    bench.paper.renderFailure = {render};
    bench.paper.printFailure = {print};
    QSignalSpy failed(&bench.counter->printing(), &counter::Printing::failed);
    bench.counter->handOver().printAttestation(dossier);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().at(2).value<base::Error>().code, render + print);
    QCOMPARE(bench.kinds(dossier), before);
    QCOMPARE(bench.counter->handOver().nextStep(dossier), NextStep::PrintAttestation);
    QCOMPARE(bench.counter->printing().pending(), 0);
}

void tst_Certification::manyCopiesGoAsSeveralJobs() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    bench.paper.requests.clear();
    bench.counter->printing().print(QStringLiteral("attestation-copy"), dossier, 250);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    QCOMPARE(bench.paper.requests.size(), 3u);
    QCOMPARE(bench.paper.requests.back().copies, 50);
}

void tst_Certification::onePdfStandsForAllCopies() {
    QTemporaryDir directory;
    CounterBench bench;
    bench.counter->printing().setTarget({{}, directory.path()});
    bench.seatClerk();
    bench.fillCopy(QStringLiteral("Học bạ"), 3, 230);
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY(received);
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(received->dossier));
    bench.seatClerk();
    bench.counter->handOver().printAttestation(received->dossier);
    const domain::Dossier dossier = bench.dossier(received->dossier);
    QCOMPARE(dossier.attestedCopies(*dossier.liveEntry()), 230);
    QCOMPARE(bench.counter->handOver().nextStep(received->dossier), NextStep::Finish);
}

void tst_Certification::pdfInsteadOfAPrinter() {
    QTemporaryDir directory;
    CounterBench bench;
    bench.counter->printing().setTarget({{}, directory.path() + QStringLiteral("/paper")});
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    QFile pdf(directory.filePath(QStringLiteral("paper/%1-form-01.pdf").arg(bench.dossier(dossier).code)));
    QVERIFY2(pdf.open(QIODevice::ReadOnly), qPrintable(pdf.fileName()));
    QCOMPARE(bench.kinds(dossier).back(), QStringLiteral("print-recorded"));
    QVERIFY(bench.paper.requests.empty());
    bench.counter->printing().setTarget({{}, QStringLiteral("/proc/none")});
    QSignalSpy failed(&bench.counter->printing(), &counter::Printing::failed);
    bench.counter->printing().print(QStringLiteral("form-01"), dossier);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.front().at(2).value<base::Error>().code, QStringLiteral("file.write-failed"));
}

void tst_Certification::supplementStopsTheClock() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    auto& supplements = bench.counter->supplements();
    QCOMPARE(supplements.open(dossier).error().code, QStringLiteral("dossier.wrong-state"));
    QCOMPARE(supplements.take(CounterBench::page("x")).error().code, QStringLiteral("supplement.not-open"));
    QVERIFY(supplements.ask(dossier, {QStringLiteral("Trang 2"), QStringLiteral("  ")}, QStringLiteral("Mờ"), {}).has_value());
    QCOMPARE(supplements.waiting()->size(), 1u);
    QVERIFY(supplements.open(dossier).has_value());
    QVERIFY(supplements.take(CounterBench::page("page two")).has_value());
    bench.restart();
    bench.seatClerk();
    auto& again = bench.counter->supplements();
    QVERIFY(again.open(dossier).has_value());
    QCOMPARE(again.papers().front().pages.size(), 1u);
    QVERIFY(bench.counter->intake().form().isBlank());
    QVERIFY(again.giveBack().has_value());
    QVERIFY(bench.drafts.all().empty());
    QCOMPARE(bench.dossier(dossier).papers.front().pages.size(), 1u);
    QCOMPARE(bench.dossier(dossier).state, domain::State::Processing);
}

void tst_Certification::withdrawal() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    QCOMPARE(bench.counter->withdrawals().withdraw(dossier, QString()).error().code, QStringLiteral("dossier.no-reason"));
    QVERIFY(bench.counter->withdrawals().withdraw(dossier, QStringLiteral("Không cần nữa")).has_value());
    QCOMPARE(bench.dossier(dossier).state, domain::State::Stopped);
    QVERIFY(bench.dossier(dossier).closed);
}

void tst_Certification::collisionIsTriedOnceMore() {
    CounterBench bench;
    bench.seatClerk();
    const auto dossier = bench.receiveCopy();
    bench.journal.nextFailure = {QStringLiteral("journal.version-conflict")};
    bench.journal.failOnce = true;
    QVERIFY(bench.counter->dossiers().addNote(dossier, QStringLiteral("ghi chú")).has_value());
    QCOMPARE(bench.archive.refreshes, 1);
    bench.journal.nextFailure = {QStringLiteral("journal.version-conflict")};
    bench.journal.failOnce = false;
    QCOMPARE(bench.counter->dossiers().addNote(dossier, QStringLiteral("ghi chú")).error().code, QStringLiteral("journal.version-conflict"));
}

void tst_Certification::readModelThatLagsCatchesUp() {
    CounterBench bench;
    bench.seatClerk();
    bench.archive.failApply = true;
    const auto first = bench.receiveCopy();
    bench.archive.failApply = false;
    const int before = bench.archive.refreshes;
    const auto second = bench.receiveCopy(QStringLiteral("Khác"));
    QVERIFY(bench.archive.refreshes > before);
    QVERIFY(bench.dossier(first).code != bench.dossier(second).code);
}

void tst_Certification::nobodySeated() {
    CounterBench bench;
    bench.fillCopy();
    QCOMPARE(bench.counter->intake().acts().receive().error().code, QStringLiteral("desk.nobody"));
    QVERIFY(bench.journal.events().empty());
}

QTEST_GUILESS_MAIN(tst_Certification)
#include "tst_Certification.moc"
