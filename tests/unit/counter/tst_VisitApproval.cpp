#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;
using counter::HeldAct;
using domain::DossierId;
using test::CounterBench;

/// What is approved together is foreseen, taken back and recorded as one.
class tst_VisitApproval : public QObject {
    Q_OBJECT

private slots:
    void oneTransactionNumbersInOrder_data();
    void oneTransactionNumbersInOrder();
    void takenBackAsOne();
    void whatIsRefusedIsLeftOut();
    void whatChangedMeanwhileIsAskedAbout();
    void whatHindersAllLeavesAllUndone();
    void askedAboutOnceAfterAKill();
    void theNextStepOnOneDoesThemAll();
    void visitsStandTogether();
    void foreseenIsWhatComes_data();
    void foreseenIsWhatComes();
    void foreseenAfterWhatWaits();
    void obstaclesAreKnownBefore();

private:
    struct Tray : CounterBench {
        Tray() {
            undo = 10s;
            restart();
            seatClerk();
        }
        DossierId copyOf(domain::VisitId visit, const QString& document = QStringLiteral("Học bạ")) {
            fillCopy(document);
            counter->intake().form().setVisit(visit);
            const auto received = counter->intake().acts().receive();
            if (!received)
                qFatal("%s", qPrintable(received.error().toLogLine()));
            return received->dossier;
        }
        std::vector<DossierId> visitOf(int papers) {
            const auto visit = domain::VisitId::make(clock.now().toMSecsSinceEpoch());
            std::vector<DossierId> dossiers;
            for (int i = 0; i < papers; ++i)
                dossiers.push_back(copyOf(visit));
            return dossiers;
        }
        int numberOf(DossierId id) const {
            const domain::Dossier folded = dossier(id);
            return folded.liveEntry() ? folded.liveEntry()->number : 0;
        }
        counter::ApprovalDesk& desk() { return counter->approval(); }
        counter::HeldActs& held() { return counter->held(); }
        void leaseNumbers(int first, int last) {
            archive.published.volumes.front().station = {};
            domain::HeldLease lease;
            lease.id = domain::LeaseId::make(7);
            lease.volume = archive.published.volumes.front().id;
            lease.holder = station;
            lease.given = clock.now();
            lease.first = first;
            lease.last = last;
            lease.month = QDate(2026, 11, 1);
            lease.open = {{first, last}};
            archive.leases = {lease};
        }
    };
};

void tst_VisitApproval::oneTransactionNumbersInOrder_data() {
    QTest::addColumn<bool>("units");
    QTest::newRow("the desk's own volume") << false;
    QTest::newRow("the unit's, of a lease") << true;
}

void tst_VisitApproval::oneTransactionNumbersInOrder() {
    QFETCH(bool, units);
    Tray tray;
    if (units)
        tray.leaseNumbers(41, 60);
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    const auto report = tray.desk().approveMany(visit);
    QCOMPARE(report.approved, 3);
    QVERIFY(report.notApproved.empty());
    QCOMPARE(tray.held().acts().size(), 1u);
    QCOMPARE(tray.drafts.all().size(), 1u);
    QCOMPARE(tray.numberOf(visit.front()), 0);
    int appends = 0;
    tray.journal.beforeAppend = [&] { ++appends; };
    QSignalSpy approved(&tray.desk(), &counter::ApprovalDesk::approved);
    tray.held().settle();
    tray.journal.beforeAppend = {};
    QCOMPARE(appends, 1);
    QCOMPARE(approved.count(), 1);
    for (size_t i = 0; i < visit.size(); ++i)
        QCOMPARE(tray.numberOf(visit[i]), (units ? 41 : 1) + static_cast<int>(i));
    QVERIFY(tray.drafts.all().empty());
}

void tst_VisitApproval::takenBackAsOne() {
    Tray tray;
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    QCOMPARE(tray.desk().approveMany(visit).approved, 3);
    QVERIFY(tray.desk().tray()->empty());
    for (const DossierId id : visit)
        QVERIFY(tray.held().isHeld(id));
    tray.held().takeBack();
    QVERIFY(tray.held().acts().empty());
    QVERIFY(tray.drafts.all().empty());
    QCOMPARE(tray.desk().tray()->size(), 3u);
    tray.held().settle();
    QCOMPARE(tray.numberOf(visit.front()), 0);
}

/// Before it is held: the supervisor's own work, and what nobody knows.
void tst_VisitApproval::whatIsRefusedIsLeftOut() {
    Tray tray;
    auto all = tray.visitOf(2);
    tray.seatSupervisor();
    all.insert(all.begin() + 1, tray.copyOf({}));
    all.push_back(DossierId::make(1));
    const auto report = tray.desk().approveMany(all);
    QCOMPARE(report.approved, 2);
    QCOMPARE(report.notApproved.size(), 2u);
    QCOMPARE(report.notApproved.front().second.code, QStringLiteral("dossier.unknown"));
    QCOMPARE(report.notApproved.back().first, all[1]);
    QCOMPARE(report.notApproved.back().second.code, QStringLiteral("dossier.own-work"));
    tray.held().settle();
    QCOMPARE(tray.numberOf(all[0]), 1);
    QCOMPARE(tray.numberOf(all[2]), 2);
    QCOMPARE(tray.numberOf(all[1]), 0);
}

/// While it is held: the others are done, and it is said which was not and why.
void tst_VisitApproval::whatChangedMeanwhileIsAskedAbout() {
    Tray tray;
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    QCOMPARE(tray.desk().approveMany(visit).approved, 3);
    const domain::Dossier second = tray.dossier(visit[1]);
    tray.journal.receive(
        {domain::DossierReturned{QStringLiteral("Quét lại")}, visit[1], second.version + 1, tray.station, tray.supervisor.id, tray.clock.now()});
    QSignalSpy failed(&tray.held(), &counter::HeldActs::failed);
    tray.held().settle();
    QCOMPARE(tray.numberOf(visit[0]), 1);
    QCOMPARE(tray.numberOf(visit[1]), 0);
    QCOMPARE(tray.numberOf(visit[2]), 2);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(tray.held().acts().size(), 1u);
    const HeldAct& left = tray.held().acts().front();
    QCOMPARE(left.dossier, visit[1]);
    QCOMPARE(left.error.code, QStringLiteral("held.changed-meanwhile"));
    QVERIFY(left.others.empty() && !left.waits);
    QCOMPARE(tray.drafts.all().size(), 1u);
    tray.held().takeBack();
    QVERIFY(tray.drafts.all().empty());
}

void tst_VisitApproval::whatHindersAllLeavesAllUndone() {
    Tray tray;
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    QCOMPARE(tray.desk().approveMany(visit).approved, 3);
    tray.journal.nextFailure = {QStringLiteral("journal.disk-full")};
    tray.held().settle();
    QCOMPARE(tray.held().acts().size(), 1u);
    QCOMPARE(tray.held().acts().front().count(), 3);
    QCOMPARE(tray.held().acts().front().error.code, QStringLiteral("journal.disk-full"));
    tray.journal.nextFailure = {};
    tray.held().goOn();
    for (size_t i = 0; i < visit.size(); ++i)
        QCOMPARE(tray.numberOf(visit[i]), static_cast<int>(i) + 1);
    QVERIFY(tray.drafts.all().empty());
}

void tst_VisitApproval::askedAboutOnceAfterAKill() {
    Tray tray;
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    QCOMPARE(tray.desk().approveMany(visit).approved, 3);
    tray.restart();
    tray.seatSupervisor();
    QCOMPARE(tray.held().acts().size(), 1u);
    QVERIFY(!tray.held().waits());
    for (const DossierId id : visit)
        QVERIFY(tray.held().isHeld(id));
    tray.held().goOn();
    for (size_t i = 0; i < visit.size(); ++i)
        QCOMPARE(tray.numberOf(visit[i]), static_cast<int>(i) + 1);
}

void tst_VisitApproval::theNextStepOnOneDoesThemAll() {
    Tray tray;
    const auto visit = tray.visitOf(2);
    tray.seatSupervisor();
    QCOMPARE(tray.desk().approveMany(visit).approved, 2);
    tray.seatSupervisor();
    QVERIFY(tray.counter->dossiers().addNote(visit[1], QStringLiteral("Đã gọi điện")));
    QCOMPARE(tray.numberOf(visit[0]), 1);
    QCOMPARE(tray.numberOf(visit[1]), 2);
}

void tst_VisitApproval::visitsStandTogether() {
    Tray tray;
    const auto one = domain::VisitId::make(1);
    const auto other = domain::VisitId::make(2);
    const DossierId a1 = tray.copyOf(one);
    const DossierId alone = tray.copyOf({});
    const DossierId b1 = tray.copyOf(other);
    const DossierId a2 = tray.copyOf(one);
    const DossierId b2 = tray.copyOf(other);
    tray.seatSupervisor();
    std::vector<DossierId> order;
    const auto rows = tray.desk().tray();
    for (const auto& row : *rows)
        order.push_back(row.id);
    QCOMPARE(order, (std::vector{a1, a2, alone, b1, b2}));
}

void tst_VisitApproval::foreseenIsWhatComes_data() {
    oneTransactionNumbersInOrder_data();
}

/// Also the paper, value by value; and nothing is written.
void tst_VisitApproval::foreseenIsWhatComes() {
    QFETCH(bool, units);
    Tray tray;
    if (units)
        tray.leaseNumbers(41, 60);
    const auto visit = tray.visitOf(2);
    tray.seatSupervisor();
    const size_t events = tray.journal.events().size();
    const auto foreseen = tray.desk().foresee(visit[1], {visit[0]});
    QVERIFY2(foreseen, foreseen ? "" : qPrintable(foreseen.error().toLogLine()));
    const auto paper = tray.counter->printing().attestationOf(*foreseen);
    QVERIFY(paper);
    QCOMPARE(tray.journal.events().size(), events);
    QVERIFY(tray.drafts.all().empty());
    QCOMPARE(tray.numberOf(visit[1]), 0);
    QCOMPARE(tray.desk().approveMany(visit).approved, 2);
    tray.held().settle();
    QCOMPARE(tray.numberOf(visit[1]), foreseen->dossier.liveEntry()->number);
    QVERIFY(tray.counter->printing().preview(paper->form.name, visit[1]));
    QCOMPARE(tray.paper.rendered.back().first, paper->form.name);
    QCOMPARE(tray.paper.rendered.back().second, paper->values);
}

void tst_VisitApproval::foreseenAfterWhatWaits() {
    Tray tray;
    const auto visit = tray.visitOf(3);
    tray.seatSupervisor();
    const auto number = [&](DossierId id) { return tray.desk().foresee(id)->dossier.liveEntry()->number; };
    QCOMPARE(number(visit[2]), 1);
    QVERIFY(tray.desk().holdApproval(visit[0]));
    QCOMPARE(number(visit[2]), 2);
    QCOMPARE(tray.desk().approveMany({visit[1]}).approved, 1);
    QCOMPARE(number(visit[2]), 3);
    tray.held().takeBack();
    QCOMPARE(number(visit[2]), 2);
    // One that will be refused takes no number.
    QCOMPARE(tray.desk().foresee(visit[2], {DossierId::make(1)})->dossier.liveEntry()->number, 2);
}

void tst_VisitApproval::obstaclesAreKnownBefore() {
    Tray tray;
    tray.leaseNumbers(1, 2);
    auto all = tray.visitOf(3);
    tray.seatSupervisor();
    const DossierId own = tray.copyOf({});
    all.insert(all.begin(), own);
    const auto obstacles = tray.desk().obstaclesTo(all);
    QCOMPARE(obstacles.size(), 2u);
    QCOMPARE(obstacles[0].first, own);
    QCOMPARE(obstacles[0].second.code, QStringLiteral("dossier.own-work"));
    // Two numbers are in hand.
    QCOMPARE(obstacles[1].first, all[3]);
    QCOMPARE(obstacles[1].second.code, QStringLiteral("book.no-number"));
    for (domain::Account& account : tray.archive.published.accounts)
        account.authorities = {
            {QStringLiteral("KT. CHỦ TỊCH"), QStringLiteral("PHÓ CHỦ TỊCH"), {}, {}, {}, QDate(2026, 1, 1), QDate(2026, 11, 22), {}}};
    tray.restart();
    tray.counter->seat(tray.archive.published.accounts.back());
    const auto expired = tray.desk().obstaclesTo(all);
    QCOMPARE(expired.size(), 4u);
    QCOMPARE(expired[1].second.code, QStringLiteral("dossier.signer-unauthorised"));
}

QTEST_GUILESS_MAIN(tst_VisitApproval)
#include "tst_VisitApproval.moc"
