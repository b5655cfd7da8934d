// Putting a dossier right before anything is decided on it: what may be changed, what follows from it, and who may decide then.

#include "DomainDesk.h"

#include "app/domain/jobs/Jobs.h"

#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

using Change = std::function<void(Correctable&)>;
Q_DECLARE_METATYPE(Change)

class tst_DecideCorrection : public QObject {
    Q_OBJECT

private slots:
    void whatIsSaidIsLookedAt_data();
    void whatIsSaidIsLookedAt();
    void termsFollowFromTheFacts();
    void bothSidesAreOnRecord();
    void anotherChangeInBetweenIsNotLost();
    void whatWasPaidIsNotOwedBack();
    void whoPutsItRightDoesNotApproveIt();
    void aFalseBeforeIsNotAdmitted();

private:
    static void receive(Desk& desk) { QCOMPARE(desk.act(Desk::copyIntake()), QString()); }
    static Correct correction(const Desk& desk, const Change& change) {
        Correctable after = correctableOf(desk.dossier);
        change(after);
        return {correctableOf(desk.dossier), after, QStringLiteral("Gõ nhầm")};
    }
};

void tst_DecideCorrection::whatIsSaidIsLookedAt_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* error, const Change& change) { QTest::newRow(name) << change << QString::fromLatin1(error); };
    row("the name", "", [](Correctable& as) { as.applicant.name = QStringLiteral("Nguyễn Văn Anh"); });
    row("a fact", "", [](Correctable& as) { as.facts.insert(QStringLiteral("document"), QStringLiteral("Học bạ")); });
    row("nothing", "dossier.nothing-corrected", [](Correctable&) {});
    row("only where the name came from", "dossier.nothing-corrected",
        [](Correctable& as) { as.applicant.origins.insert(QStringLiteral("name"), 1); });
    row("only a needless space", "dossier.nothing-corrected", [](Correctable& as) { as.applicant.name.append(QLatin1Char(' ')); });
    row("no name", "applicant.name-missing", [](Correctable& as) { as.applicant.name.clear(); });
    row("no number of copies", "facts.missing", [](Correctable& as) { as.facts.remove(QStringLiteral("copies")); });
    row("0 copies", "facts.invalid", [](Correctable& as) { as.facts.insert(QStringLiteral("copies"), 0); });
    row("a required paper taken away", "dossier.papers-missing", [](Correctable& as) {
        as.papers.front().shownOnly = false;
        as.papers.front().quantity = 0;
    });
    row("due before the receipt", "dossier.due-in-past", [](Correctable& as) { as.due = vietnam(2026, 11, 20, 17); });
}

void tst_DecideCorrection::whatIsSaidIsLookedAt() {
    QFETCH(Change, change);
    QFETCH(QString, error);
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(correction(desk, change)), error);
}

void tst_DecideCorrection::termsFollowFromTheFacts() {
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 3)), QString());
    QCOMPARE(desk.dossier.job.subject, QStringLiteral("Học bạ"));
    QCOMPARE(desk.dossier.job.attestations, 3);
    QCOMPARE(desk.dossier.feeTotal(), 15'000);
    QCOMPARE(desk.dossier.state, State::Accepted);
}

void tst_DecideCorrection::bothSidesAreOnRecord() {
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 3)), QString());
    QCOMPARE(desk.dossier.state, State::Processing);
    const auto& body = std::get<DossierCorrected>(desk.history.back().body);
    QCOMPARE(body.before.facts.value(QStringLiteral("copies")).toInt(), 2);
    QCOMPARE(body.after.facts.value(QStringLiteral("copies")).toInt(), 3);
    QCOMPARE(body.before.job.subject, QStringLiteral("Bằng tốt nghiệp"));
    QCOMPARE(body.after.job.subject, QStringLiteral("Học bạ"));
}

void tst_DecideCorrection::anotherChangeInBetweenIsNotLost() {
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(Submit{}), QString());
    const Correct begun = correction(desk, [](Correctable& as) { as.applicant.name = QStringLiteral("Nguyễn Văn Anh"); });
    QCOMPARE(desk.act(Desk::supplement()), QString());
    QCOMPARE(desk.act(ReturnWithSupplement{{{QStringLiteral("Bản chính"), PaperKind::Original, 2, true, false, {}}}}), QString());
    QCOMPARE(desk.act(begun), QStringLiteral("dossier.changed-meanwhile"));
}

void tst_DecideCorrection::whatWasPaidIsNotOwedBack() {
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(CollectFee{PaymentMethod::Cash, FeeStage::Intake}), QString());
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 1)), QStringLiteral("dossier.fee-below-paid"));
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 3)), QString());
    QCOMPARE(desk.dossier.money, MoneyState::Due);
    QCOMPARE(desk.act(CollectFee{}), QString());
    QCOMPARE(desk.dossier.collected, 15'000);
}

/// Who changed what is decided on does not decide on it alone (as with what one received oneself).
void tst_DecideCorrection::whoPutsItRightDoesNotApproveIt() {
    Desk desk;
    receive(desk);
    QCOMPARE(desk.act(Submit{}), QString());
    std::swap(desk.clerk, desk.supervisor);
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 3)), QString());
    std::swap(desk.clerk, desk.supervisor);
    QCOMPARE(desk.act(Approve{}), QStringLiteral("dossier.own-work"));
    // Also when somebody else puts it right after that.
    QCOMPARE(desk.act(Desk::correction(correctableOf(desk.dossier), 4)), QString());
    QCOMPARE(desk.act(Approve{}), QStringLiteral("dossier.own-work"));
    desk.settings.twoHatAllowed = true;
    QCOMPARE(desk.act(Approve{}), QString());
    QVERIFY(desk.dossier.twoHat);
}

void tst_DecideCorrection::aFalseBeforeIsNotAdmitted() {
    Desk desk;
    receive(desk);
    const Correctable now = correctableOf(desk.dossier);
    DossierCorrected body{now, Desk::correction(now, 3).after, QStringLiteral("Gõ nhầm")};
    QVERIFY(admissible(desk.dossier, desk.eventOf(body, desk.clerk)));
    DossierCorrected false_ = body;
    false_.before.applicant.name = QStringLiteral("Lê Thị Hoa");
    QCOMPARE(admissible(desk.dossier, desk.eventOf(false_, desk.clerk)).error().code, QStringLiteral("event.wrong-state"));
    DossierCorrected other = body;
    other.after.job.kind = QStringLiteral("general");
    QCOMPARE(admissible(desk.dossier, desk.eventOf(other, desk.clerk)).error().code, QStringLiteral("event.wrong-state"));
}

QTEST_GUILESS_MAIN(tst_DecideCorrection)
#include "tst_DecideCorrection.moc"
