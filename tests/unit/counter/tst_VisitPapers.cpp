// What is one sheet for several papers of a visit: form 01, and the slip of the fees that are taken when the results go out together.

#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using domain::DossierId;
using domain::FeeCollected;
using domain::PrintRecorded;
using test::CounterBench;

class tst_VisitPapers : public QObject {
    Q_OBJECT

private slots:
    void oneReceipt_data();
    void oneReceipt();
    void onePaperKeepsItsOwnReceipt();
    void whichWasRefusedIsNotOnIt();
    void printedAgainFromAnyOfThem();
    void reprintSaysWhatChanged();
    void aProvinceWithoutTheForm();
    void recordedInAllOrNone();
    void killedBetweenPaperAndRecord();
    void owedOnce();
    void handedOverTogether_data();
    void handedOverTogether();
    void handOverTakenBack();
    void changedMeanwhile();
    void oneThatIsNotReadyKeepsThemApart();
    void slipPrintedAgain();

private:
    struct Desk : CounterBench {
        Desk() {
            clock.set(QDate(2027, 1, 4), QTime(9, 0));
            for (domain::Volume& volume : archive.published.volumes)
                volume.year = 2027;
            restart();
            seatClerk();
        }
        counter::IntakeForm& form() { return counter->bench().visit().form(); }
        /// Copies, each with its own original.
        std::vector<DossierId> receive(int papers) {
            if (!form().applyCardQr(card()))
                qFatal("card");
            for (int i = 0; i < papers; ++i) {
                form().setFact(QStringLiteral("document"), QStringLiteral("Học bạ %1").arg(i + 1));
                form().setFact(QStringLiteral("pages"), 1);
                form().setFact(QStringLiteral("copies"), 1);
                if (i + 1 < papers)
                    counter->bench().visit().next();
            }
            const auto outcomes = counter->bench().acts().receive();
            if (!outcomes)
                qFatal("%s", qPrintable(outcomes.error().toLogLine()));
            std::vector<DossierId> received;
            for (const auto& outcome : *outcomes)
                received.push_back(outcome.dossier);
            return received;
        }
        std::vector<DossierId> readyWith(DossierId id) {
            const domain::Dossier opened = dossier(id);
            return counter->handOver().readyWith(opened, counter->handOver().visitOf(opened));
        }
        /// Received, approved, and the attestations are there.
        std::vector<DossierId> ready(int papers) {
            const auto received = receive(papers);
            seatSupervisor();
            for (const DossierId id : received)
                if (const auto approved = counter->approval().approve(id); !approved)
                    qFatal("%s", qPrintable(approved.error().toLogLine()));
            seatClerk();
            for (const DossierId id : received)
                counter->handOver().printAttestation(id);
            return received;
        }
        template <class Body>
        std::vector<Body> said(DossierId id) const {
            std::vector<Body> found;
            const auto history = journal.history(id);
            for (const domain::Event& event : history ? *history : std::vector<domain::Event>())
                if (const auto* body = std::get_if<Body>(&event.body))
                    found.push_back(*body);
            return found;
        }
        /// Sheets of a form that came out.
        int sheets(const QString& form) const {
            return static_cast<int>(std::count_if(paper.requests.begin(), paper.requests.end(),
                [&](const auto& request) { return request.pdf.startsWith("%PDF-" + form.toUtf8() + '\n'); }));
        }
        QJsonObject lastSaid(const QString& form) const {
            for (auto each = paper.rendered.rbegin(); each != paper.rendered.rend(); ++each)
                if (each->first == form)
                    return each->second;
            return {};
        }
        counter::Finish cash() const {
            counter::Finish finish;
            finish.recipient = QStringLiteral("Nguyễn Văn An");
            return finish;
        }
    };
    static constexpr char receipt[] = "form-01-visit";
};

void tst_VisitPapers::oneReceipt_data() {
    QTest::addColumn<int>("papers");
    QTest::newRow("two") << 2;
    QTest::newRow("nine") << 9;
}

void tst_VisitPapers::oneReceipt() {
    QFETCH(int, papers);
    Desk desk;
    const auto received = desk.receive(papers);
    QCOMPARE(desk.sheets(receipt), 1);
    QCOMPARE(desk.sheets(QStringLiteral("form-01")), 0);
    const QJsonObject said = desk.lastSaid(receipt);
    const QJsonArray matters = said[QLatin1String("matters")].toArray();
    QCOMPARE(matters.size(), papers);
    QCOMPARE(said[QLatin1String("code")].toString(), desk.dossier(received.front()).code);
    QCOMPARE(said[QLatin1String("count")].toString(), QStringLiteral("0%1").arg(papers));
    qint64 fee = 0;
    QSet<QPair<QString, int>> jobs;
    for (int i = 0; i < papers; ++i) {
        const DossierId id = received[static_cast<size_t>(i)];
        QCOMPARE(matters[i][QLatin1String("code")].toString(), desk.dossier(id).code);
        QVERIFY(matters[i][QLatin1String("details")].toString().contains(QStringLiteral("Học bạ %1;").arg(i + 1)));
        QCOMPARE(matters[i][QLatin1String("applicant")].toString(), QString());
        fee += desk.dossier(id).feeTotal();
        const auto prints = desk.said<PrintRecorded>(id);
        QCOMPARE(prints.size(), size_t(1));
        QCOMPARE(prints.front().form, QLatin1String(receipt));
        jobs.insert({prints.front().queue + prints.front().sha256, prints.front().job});
    }
    QCOMPARE(jobs.size(), 1);
    QVERIFY(said[QLatin1String("fee")].toString().startsWith(QString::number(fee / 1000) + QLatin1Char('.')));
    QVERIFY(desk.drafts.everybodys()->empty());
}

void tst_VisitPapers::onePaperKeepsItsOwnReceipt() {
    Desk desk;
    const auto received = desk.receive(1);
    QCOMPARE(desk.sheets(QStringLiteral("form-01")), 1);
    QCOMPARE(desk.sheets(receipt), 0);
    QCOMPARE(desk.said<PrintRecorded>(received.front()).front().form, QStringLiteral("form-01"));
}

void tst_VisitPapers::whichWasRefusedIsNotOnIt() {
    Desk desk;
    if (!desk.form().applyCardQr(CounterBench::card()))
        qFatal("card");
    desk.form().setFact(QStringLiteral("document"), QStringLiteral("Bảng điểm"));
    desk.form().setFact(QStringLiteral("pages"), 1);
    desk.form().setFact(QStringLiteral("copies"), 1);
    desk.counter->bench().visit().next();
    QVERIFY(desk.counter->bench().acts().holdRefusal(QStringLiteral("Bản chính bị tẩy xóa"), {}));
    const auto outcomes = desk.counter->bench().acts().receive();
    QVERIFY(outcomes);
    QCOMPARE(outcomes->size(), size_t(1));
    QCOMPARE(desk.sheets(QStringLiteral("form-01")), 1);
    QCOMPARE(desk.sheets(receipt), 0);
}

void tst_VisitPapers::printedAgainFromAnyOfThem() {
    Desk desk;
    const auto received = desk.receive(3);
    const QJsonObject first = desk.lastSaid(receipt);
    const auto papers = desk.counter->printing().printable(desk.dossier(received.back()));
    QVERIFY(!papers.empty());
    QCOMPARE(papers.front().paper.form, QLatin1String(receipt));
    QVERIFY(std::none_of(papers.begin(), papers.end(), [](const auto& each) { return each.paper.form == QLatin1String("form-01"); }));
    desk.counter->printing().print(papers.front().paper.form, received.back());
    QCOMPARE(desk.sheets(receipt), 2);
    QCOMPARE(desk.lastSaid(receipt), first);
    for (const DossierId id : received)
        QCOMPARE(desk.said<PrintRecorded>(id).size(), size_t(2));
}

/// What was put right on one paper is said on the sheet of all.
void tst_VisitPapers::reprintSaysWhatChanged() {
    Desk desk;
    const auto received = desk.receive(2);
    desk.clock.set(QDate(2027, 1, 4), QTime(9, 5));
    const domain::Dossier before = desk.dossier(received.back());
    domain::Correctable after = domain::correctableOf(before);
    after.facts.insert(QStringLiteral("copies"), 3);
    const auto corrected = desk.counter->runner().run(received.back(), domain::Correct{domain::correctableOf(before), after, QStringLiteral("nhầm")});
    QVERIFY2(corrected, corrected ? "" : qPrintable(corrected.error().toLogLine()));
    desk.counter->printing().printOffered(domain::offer::accepted, received.back());
    QCOMPARE(desk.sheets(receipt), 2);
    const QString replaces = desk.lastSaid(receipt)[QLatin1String("replaces")].toString();
    QVERIFY2(replaces.contains(QStringLiteral("sửa hồ sơ (")), qPrintable(replaces));
    QCOMPARE(desk.lastSaid(receipt)[QLatin1String("matters")].toArray().size(), 2);
}

/// Where the province's own papers know no such form, each paper has its receipt.
void tst_VisitPapers::aProvinceWithoutTheForm() {
    Desk desk;
    domain::JobKind general = *desk.archive.jobs().inForce(QLatin1String(domain::generalKind), QDate(2027, 1, 4));
    std::erase_if(general.papers, [](const domain::JobPaper& paper) { return paper.form == QLatin1String(receipt); });
    general.version = QStringLiteral("2026-12-30");
    general.from = QDate(2026, 12, 30);
    desk.archive.published.jobs.put(general);
    const auto received = desk.receive(3);
    QCOMPARE(desk.sheets(QStringLiteral("form-01")), 3);
    for (const DossierId id : received)
        QCOMPARE(desk.said<PrintRecorded>(id).size(), size_t(1));
}

void tst_VisitPapers::recordedInAllOrNone() {
    Desk desk;
    desk.paper.printFailure = {QStringLiteral("print.no-printer")};
    const auto received = desk.receive(3);
    for (const DossierId id : received)
        QVERIFY(desk.said<PrintRecorded>(id).empty());
    const auto missing = desk.counter->printing().unprinted();
    QCOMPARE(missing.size(), size_t(1));
    QCOMPARE(missing.front().paper.with.size(), size_t(2));
    desk.paper.printFailure = {};
    desk.counter->printing().printAgain(missing.front());
    QVERIFY(desk.counter->printing().unprinted().empty());
    for (const DossierId id : received)
        QCOMPARE(desk.said<PrintRecorded>(id).size(), size_t(1));
}

/// The spooler has it, and the program is killed: what the spooler knows is on record in all of them after the next start, once.
void tst_VisitPapers::killedBetweenPaperAndRecord() {
    Desk desk;
    desk.paper.isSlow = true;
    const auto received = desk.receive(3);
    QCOMPARE(desk.sheets(receipt), 1);
    for (const DossierId id : received)
        QVERIFY(desk.said<PrintRecorded>(id).empty());
    desk.paper.isSlow = false;
    desk.paper.found = {domain::ports::JobFate::CameOut, {QStringLiteral("desk"), 41}, 0};
    for (int start = 0; start < 2; ++start) {
        desk.restart();
        desk.seatClerk();
        desk.counter->printing().restore();
        QCoreApplication::processEvents();
        QVERIFY(desk.counter->printing().unprinted().empty());
        for (const DossierId id : received) {
            QCOMPARE(desk.said<PrintRecorded>(id).size(), size_t(1));
            QCOMPARE(desk.said<PrintRecorded>(id).front().job, 41);
        }
    }
    QCOMPARE(desk.sheets(receipt), 1);
}

/// Killed between the record and its paper: the visit is owed one sheet.
void tst_VisitPapers::owedOnce() {
    Desk desk;
    desk.paper.renderFailure = {QStringLiteral("paper.broken")};
    const auto received = desk.receive(9);
    const auto drafts = desk.drafts.everybodys();
    for (const domain::ports::Draft& draft : *drafts)
        QVERIFY(desk.drafts.drop(draft.id));
    desk.paper.renderFailure = {};
    desk.restart();
    desk.seatClerk();
    desk.counter->printing().restore();
    const auto missing = desk.counter->printing().unprinted();
    QCOMPARE(missing.size(), size_t(1));
    QCOMPARE(missing.front().paper.dossier, received.front());
    QCOMPARE(missing.front().paper.with.size(), size_t(8));
}

void tst_VisitPapers::handedOverTogether_data() {
    oneReceipt_data();
}

void tst_VisitPapers::handedOverTogether() {
    QFETCH(int, papers);
    Desk desk;
    const auto received = desk.ready(papers);
    const auto together = desk.readyWith(received.back());
    QCOMPARE(together, received);
    const auto held = desk.counter->handOver().holdFinish(together, desk.cash());
    QVERIFY2(held, held ? "" : qPrintable(held.error().toLogLine()));
    QCOMPARE(desk.sheets(QStringLiteral("fee-slip")), 1);
    const auto first = desk.said<FeeCollected>(received.front());
    QCOMPARE(first.size(), size_t(1));
    QVERIFY(first.front().slipOf.isNull());
    for (const DossierId id : received) {
        const domain::Dossier dossier = desk.dossier(id);
        QVERIFY(dossier.closed);
        QCOMPARE(dossier.money, domain::MoneyState::Paid);
        const auto paid = desk.said<FeeCollected>(id);
        QCOMPARE(paid.size(), size_t(1));
        QCOMPARE(paid.front().slipNumber, first.front().slipNumber);
        QCOMPARE(paid.front().amount, dossier.feeTotal());
        QCOMPARE(paid.front().slipOf, id == received.front() ? DossierId() : received.front());
        const auto prints = desk.said<PrintRecorded>(id);
        QCOMPARE(prints.back().form, QStringLiteral("fee-slip"));
        QCOMPARE(prints.back().slipNumber, first.front().slipNumber);
    }
    const QJsonObject said = desk.lastSaid(QStringLiteral("fee-slip"));
    QCOMPARE(said[QLatin1String("lines")].toArray().size(), papers);
    QVERIFY(said[QLatin1String("code")].toString().endsWith(QStringLiteral(" và %1 hồ sơ cùng lượt").arg(papers - 1)));
    for (int i = 0; i < papers; ++i)
        QVERIFY(said[QLatin1String("lines")][i][QLatin1String("name")].toString().contains(desk.dossier(received[static_cast<size_t>(i)]).code));
    QVERIFY(desk.drafts.everybodys()->empty());
}

void tst_VisitPapers::handOverTakenBack() {
    Desk desk;
    desk.undo = std::chrono::seconds(10);
    desk.restart();
    desk.seatClerk();
    const auto received = desk.receive(3);
    desk.seatSupervisor();
    for (const DossierId id : received)
        QVERIFY(desk.counter->approval().approve(id));
    desk.seatClerk();
    for (const DossierId id : received)
        desk.counter->handOver().printAttestation(id);
    QVERIFY(desk.counter->handOver().holdFinish(received, desk.cash()));
    for (const DossierId id : received) {
        QVERIFY(desk.counter->held().isHeld(id));
        QVERIFY(!desk.dossier(id).closed);
    }
    QCOMPARE(desk.counter->handOver().waiting()->size(), size_t(0));
    desk.counter->held().takeBack();
    QCOMPARE(desk.counter->handOver().waiting()->size(), size_t(3));
    // The next step on one of them needs all that waits on it.
    QVERIFY(desk.counter->handOver().holdFinish(received, desk.cash()));
    QVERIFY(desk.counter->dossiers().addNote(received.back(), QStringLiteral("đã gọi điện")));
    for (const DossierId id : received)
        QVERIFY(desk.dossier(id).closed);
}

void tst_VisitPapers::changedMeanwhile() {
    Desk desk;
    const auto received = desk.ready(2);
    const DossierId other = received.back();
    desk.undo = std::chrono::seconds(10);
    desk.restart();
    desk.seatClerk();
    QVERIFY(desk.counter->handOver().holdFinish(received, desk.cash()));
    desk.restart();
    desk.seatClerk();
    // Left behind; meanwhile one of them was paid.
    QCOMPARE(desk.counter->held().acts().size(), size_t(1));
    QVERIFY(desk.counter->handOver().collectFee(other, domain::PaymentMethod::Cash));
    desk.counter->held().goOn();
    QCOMPARE(desk.counter->held().acts().size(), size_t(1));
    QCOMPARE(desk.counter->held().acts().front().error.code, QStringLiteral("held.changed-meanwhile"));
    QVERIFY(!desk.dossier(received.front()).closed);
    QCOMPARE(desk.dossier(received.front()).money, domain::MoneyState::Due);
}

void tst_VisitPapers::oneThatIsNotReadyKeepsThemApart() {
    Desk desk;
    const auto received = desk.receive(3);
    desk.seatSupervisor();
    for (size_t i = 0; i < 2; ++i)
        QVERIFY(desk.counter->approval().approve(received[i]));
    desk.seatClerk();
    desk.counter->handOver().printAttestation(received[0]);
    desk.counter->handOver().printAttestation(received[1]);
    QCOMPARE(desk.readyWith(received[0]), std::vector<DossierId>{received[0]});
    desk.seatSupervisor();
    QVERIFY(desk.counter->approval().approve(received[2]));
    desk.seatClerk();
    QCOMPARE(desk.readyWith(received[0]).size(), size_t(1));
    desk.counter->handOver().printAttestation(received[2]);
    QCOMPARE(desk.readyWith(received[0]).size(), size_t(3));
    // Of what is left when one was fetched before.
    QVERIFY(desk.counter->handOver().finish(received[0], desk.cash()));
    QCOMPARE(desk.readyWith(received[1]), (std::vector<DossierId>{received[1], received[2]}));
    // What was handed over and not closed takes nothing with it.
    QVERIFY(desk.counter->handOver().collectFee(received[1], domain::PaymentMethod::Cash));
    QVERIFY(desk.counter->handOver().handOver(received[1], desk.cash()));
    QCOMPARE(desk.readyWith(received[1]), std::vector<DossierId>{received[1]});
}

void tst_VisitPapers::slipPrintedAgain() {
    Desk desk;
    const auto received = desk.ready(3);
    QVERIFY(desk.counter->handOver().holdFinish(received, desk.cash()));
    const QJsonObject first = desk.lastSaid(QStringLiteral("fee-slip"));
    desk.counter->handOver().printFeeSlip(received[1]);
    QCOMPARE(desk.sheets(QStringLiteral("fee-slip")), 2);
    QCOMPARE(desk.lastSaid(QStringLiteral("fee-slip")), first);
    for (const DossierId id : received) {
        const auto prints = desk.said<PrintRecorded>(id);
        QCOMPARE(std::count_if(prints.begin(), prints.end(), [](const PrintRecorded& print) { return print.form == QLatin1String("fee-slip"); }), 2);
    }
}

QTEST_GUILESS_MAIN(tst_VisitPapers)
#include "tst_VisitPapers.moc"
