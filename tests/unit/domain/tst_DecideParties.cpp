#include "BoatSale.h"
#include "DomainDesk.h"
#include "app/domain/EventChecks.h"
#include "app/domain/jobs/JobFit.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

/// A matter with parties from receipt to correction, as desks decide it and the province admits it.
class tst_DecideParties : public QObject {
    Q_OBJECT

private slots:
    void isReceived();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void isExtended();
    void isPutRight();
    void aSlipBelongsToTheVisit();

private:
    static Receive intake() {
        Receive receive = Desk::copyIntake();
        receive.intake.procedure.code = QStringLiteral("9.000001");
        receive.intake.facts = saleFacts();
        receive.intake.fees.clear();
        receive.intake.parties = {receiver(), giver()};
        receive.intake.visit = VisitId(uuid(77));
        return receive;
    }
    static Desk desk() {
        Desk desk;
        desk.job = &saleKind();
        desk.settings.photocopyPrice = 500;
        return desk;
    }
    static bool fitsThere(const Desk& desk) {
        Jobs jobs = builtInJobs();
        jobs.put(saleKind());
        DossierReceived as;
        static_cast<Filing&>(as) = desk.dossier;
        return fitsItsKind(as, jobs, [](const JobKind&) { return true; }) && dueFits(as, jobs);
    }
};

void tst_DecideParties::isReceived() {
    Desk desk = tst_DecideParties::desk();
    QCOMPARE(desk.act(intake()), QString());
    const Dossier& dossier = desk.dossier;
    QCOMPARE(dossier.parties.front().role, QStringLiteral("giver"));
    QCOMPARE(dossier.visit, VisitId(uuid(77)));
    QCOMPARE(dossier.job.attestation, QStringLiteral("boat-plain"));
    QCOMPARE(dossier.fees.size(), size_t(2));
    QCOMPARE(dossier.feeTotal(), 52'000);
    QCOMPARE(encodeBody(desk.history.front().body).version, partiesSince);
    QVERIFY(fitsThere(desk));
}

void tst_DecideParties::whatIsWrongIsSaid_data() {
    QTest::addColumn<std::function<void(DossierReceived&)>>("change");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* error, const std::function<void(DossierReceived&)>& change) {
        QTest::newRow(name) << change << QString::fromLatin1(error);
    };
    row("nobody gives", "party.too-few", [](DossierReceived& body) { body.parties.pop_back(); });
    row("no witness", "party.too-few", [](DossierReceived& body) { body.parties.front().how = SigningWay::Neither; });
    row("over", "party.paper-expired", [](DossierReceived& body) { body.parties.front().paper.expiry = QDate(2020, 1, 1); });
    row("no hour outside", "facts.missing",
        [](DossierReceived& body) { body.facts.insert(QStringLiteral("where"), QStringLiteral("Ngoài trụ sở")); });
    row("no ground", "extension.unknown-ground", [](DossierReceived& body) { body.extension = Extension{}; });
    row("later without a word", "extension.missing", [](DossierReceived& body) { body.due = vietnam(2026, 12, 15, 17); });
    row("exempt as a friend", "fee.exemption-unknown", [](DossierReceived& body) {
        body.fees = {{QStringLiteral("Phí chứng thực giao dịch"), 50'000, 1, 0, QStringLiteral("Người quen")}};
    });
    row("a party's endless title", "dossier.out-of-range", [](DossierReceived& body) { body.parties.back().title = QString(501, u'x'); });
}

void tst_DecideParties::whatIsWrongIsSaid() {
    QFETCH(std::function<void(DossierReceived&)>, change);
    Desk desk = tst_DecideParties::desk();
    Receive receive = intake();
    change(receive.intake);
    QTEST(desk.act(receive), "error");
}

void tst_DecideParties::isExtended() {
    Desk desk = tst_DecideParties::desk();
    QCOMPARE(desk.act(intake()), QString());
    const QDateTime plain = desk.dossier.due;
    Desk longer = tst_DecideParties::desk();
    Receive receive = intake();
    receive.intake.extension = Extension{QStringLiteral(" Giao dịch có nội dung  phức tạp"), false};
    QCOMPARE(longer.act(receive), QString());
    QVERIFY(longer.dossier.due > plain);
    QVERIFY(fitsThere(longer));
    // By agreement, on a day of their own.
    Desk agreed = tst_DecideParties::desk();
    receive.intake.extension->agreed = true;
    QCOMPARE(agreed.act(receive), QStringLiteral("dossier.due-missing"));
    receive.intake.due = plain.addDays(30);
    QCOMPARE(agreed.act(receive), QString());
    QCOMPARE(agreed.dossier.due, plain.addDays(30));
    QVERIFY(fitsThere(agreed));
}

void tst_DecideParties::isPutRight() {
    Desk desk = tst_DecideParties::desk();
    QCOMPARE(desk.act(intake()), QString());
    const Correctable before = correctableOf(desk.dossier);
    Correctable after = before;
    after.parties.front().origins = {{QStringLiteral("name"), 1}};
    QCOMPARE(desk.act(Correct{before, after, QStringLiteral("Sai")}), QStringLiteral("dossier.nothing-corrected"));
    after.parties.back().how = SigningWay::Fingerprint;
    QCOMPARE(desk.act(Correct{before, after, QStringLiteral("Điểm chỉ")}), QString());
    QCOMPARE(desk.dossier.job.attestation, QStringLiteral("boat-witnessed"));
    QCOMPARE(encodeBody(desk.history.back().body).version, partiesSince);
    QVERIFY(fitsThere(desk));
    after = correctableOf(desk.dossier);
    after.parties.pop_back();
    QCOMPARE(desk.act(Correct{correctableOf(desk.dossier), after, QStringLiteral("Thiếu")}), QStringLiteral("party.too-few"));
    after = correctableOf(desk.dossier);
    after.due = after.due.addDays(20);
    QCOMPARE(desk.act(Correct{correctableOf(desk.dossier), after, QStringLiteral("Hẹn lại")}), QStringLiteral("extension.missing"));
    after.extension = Extension{QStringLiteral("Giao dịch có nội dung phức tạp"), true};
    QCOMPARE(desk.act(Correct{correctableOf(desk.dossier), after, QStringLiteral("Hẹn lại")}), QString());
    QVERIFY(desk.dossier.extension && fitsThere(desk));
}

/// What is refused on the bench is a paper of the visit like the others; a desk of before reads it all the same.
void tst_DecideParties::aSlipBelongsToTheVisit() {
    Desk desk;
    DossierRefused refusal;
    refusal.procedure = Desk::copyProcedure();
    refusal.applicant = Desk::applicant();
    refusal.reason = QStringLiteral("Bản chính bị tẩy xóa");
    refusal.visit = VisitId(uuid(77));
    QCOMPARE(desk.act(Refuse{refusal}), QString());
    QCOMPARE(desk.dossier.visit, VisitId(uuid(77)));
    QCOMPARE(encodeBody(desk.history.front().body).version, 1);
}

QTEST_APPLESS_MAIN(tst_DecideParties)
#include "tst_DecideParties.moc"
