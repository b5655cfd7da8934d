// Who applies at the form: a card, a passport, a body, and somebody in their place; what is warned of, filed, found and handed over.

#include "app/domain/CardQr.h"
#include "app/domain/Comer.h"
#include "app/domain/Passport.h"
#include "tests/support/counter/CounterBench.h"

#include <QTest>

#include <algorithm>

using namespace motcua;
using domain::Who;
using test::CounterBench;

class tst_Applicants : public QObject {
    Q_OBJECT

private slots:
    void passportFillsTheApplicant();
    void theOtherKindsDataIsNotFiled();
    void anotherKindByMistakeLosesNothing();
    void organisationsCardIsItsRepresentatives();
    void proxyNeedsNameAndGround();
    void warnings_data();
    void warnings();
    void duplicateByNumber_data();
    void duplicateByNumber();
    void isFoundBy_data();
    void isFoundBy();
    void theProxyTakesTheResult();
    void draftBringsItBack();

private:
    static domain::Passport passport() {
        return domain::Passport::parse(QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"))
            .value_or(domain::Passport());
    }
    static QString proxysCard() { return QStringLiteral("022190004321||Lê Thị Hoa|02021990|Nữ|Thôn Pò Hèn, Hải Sơn, Quảng Ninh|12052021"); }
    static void fillOrganisation(counter::IntakeForm& form);
    static void fillProxy(counter::IntakeForm& form);
    static QStringList codes(const counter::IntakeForm& form);
};

void tst_Applicants::fillOrganisation(counter::IntakeForm& form) {
    form.setWho(Who::Organisation);
    form.setApplicantText(QStringLiteral("name"), QStringLiteral("Công ty TNHH Hải Sơn"));
    form.setApplicantText(QStringLiteral("taxCode"), QStringLiteral("0100 109 106"));
    form.setApplicantText(QStringLiteral("representative"), QStringLiteral("Trần Văn Hải"));
    form.setApplicantText(QStringLiteral("representativeTitle"), QStringLiteral("Giám đốc"));
}

void tst_Applicants::fillProxy(counter::IntakeForm& form) {
    const auto card = domain::CardQr::parse(proxysCard());
    QVERIFY(card);
    form.applyProxyCard(*card);
    form.setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Giấy ủy quyền"));
}

QStringList tst_Applicants::codes(const counter::IntakeForm& form) {
    QStringList codes;
    for (const counter::Warning& warning : form.warnings())
        codes << warning.code;
    return codes;
}

void tst_Applicants::passportFillsTheApplicant() {
    CounterBench bench;
    bench.seatClerk();
    auto& form = bench.counter->intake().form();
    form.jot(QStringLiteral("passportNumber"), QStringLiteral("half a num"));
    form.applyPassport(passport());
    QCOMPARE(form.who(), Who::Passport);
    const domain::Applicant applicant = form.applicant();
    QCOMPARE(applicant.kind, domain::ApplicantKind::Citizen);
    QCOMPARE(applicant.name, QStringLiteral("ERIKSSON ANNA MARIA"));
    QCOMPARE(applicant.passport.number, QStringLiteral("L898902C3"));
    QCOMPARE(applicant.birthDate, QDate(1974, 8, 12));
    QCOMPARE(applicant.sex, QStringLiteral("Nữ"));
    QCOMPARE(form.originOf(QStringLiteral("passportNumber")), domain::Origin::PassportLines);
    QVERIFY(form.jotted(QStringLiteral("passportNumber")).isEmpty());
    QVERIFY(codes(form).contains(QStringLiteral("passport.expired")));
}

/// A card was read first; then it was seen that an organisation asks.
void tst_Applicants::theOtherKindsDataIsNotFiled() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto& intake = bench.counter->intake();
    fillOrganisation(intake.form());
    const auto outcome = intake.acts().receive();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toLogLine()));
    const domain::Applicant filed = bench.dossier(outcome->dossier).applicant;
    QCOMPARE(filed.kind, domain::ApplicantKind::Enterprise);
    QCOMPARE(filed.name, QStringLiteral("Công ty TNHH Hải Sơn"));
    QCOMPARE(filed.body.taxCode, QStringLiteral("0100109106"));
    QVERIFY(filed.personalId.isEmpty() && filed.formerId.isEmpty() && !filed.birthDate.isValid() && filed.sex.isEmpty());
}

void tst_Applicants::anotherKindByMistakeLosesNothing() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto& form = bench.counter->intake().form();
    const QJsonObject before = base::toJson(form.applicant());
    for (const Who who : {Who::Passport, Who::Organisation, Who::Household, Who::Card})
        form.setWho(who);
    form.setThroughProxy(true);
    form.setThroughProxy(false);
    QCOMPARE(base::toJson(form.applicant()), before);
}

void tst_Applicants::organisationsCardIsItsRepresentatives() {
    CounterBench bench;
    bench.seatClerk();
    auto& form = bench.counter->intake().form();
    fillOrganisation(form);
    QVERIFY(form.applyCardQr(CounterBench::card()));
    QCOMPARE(form.applicant().name, QStringLiteral("Công ty TNHH Hải Sơn"));
    QCOMPARE(form.applicant().body.representative, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(form.applicant().body.representativeId, QStringLiteral("022090001234"));
    QVERIFY(form.applicant().personalId.isEmpty());
}

void tst_Applicants::proxyNeedsNameAndGround() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto& form = bench.counter->intake().form();
    QVERIFY(form.gaps().isEmpty());
    form.setThroughProxy(true);
    QCOMPARE(form.gaps(), QStringList({QStringLiteral("proxyName"), QStringLiteral("proxyGround")}));
    QVERIFY(form.isProxysTurn(domain::markOf(QStringLiteral("022190004321"))));
    QVERIFY(!form.isProxysTurn(domain::markOf(QStringLiteral("022090001234"))));
    fillProxy(form);
    QVERIFY(form.gaps().isEmpty());
    QCOMPARE(form.applicant().name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(form.applicant().proxy.name, QStringLiteral("Lê Thị Hoa"));
}

void tst_Applicants::warnings_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("tax code's check digit") << "taxCode"
                                            << "0100109107"
                                            << "tax-code.check-digit";
    QTest::newRow("tax code's form") << "taxCode"
                                     << "01001091"
                                     << "applicant.tax-code";
    QTest::newRow("a good tax code") << "taxCode"
                                     << "0100109106-001"
                                     << "";
    QTest::newRow("representative's number") << "representativeId"
                                             << "123"
                                             << "applicant.representative-id";
    QTest::newRow("a good number") << "representativeId"
                                   << "022090001234"
                                   << "";
}

void tst_Applicants::warnings() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, code);
    CounterBench bench;
    bench.seatClerk();
    auto& form = bench.counter->intake().form();
    fillOrganisation(form);
    form.setApplicantText(field, text);
    // What cannot be a number keeps the intake open; what is odd does not.
    const bool isFault = code.startsWith(QLatin1String("applicant."));
    QCOMPARE(form.gaps().contains(field), isFault);
    QCOMPARE(form.isGapWrong(field) && isFault, isFault);
    QCOMPARE(isFault ? form.faults().front().code : codes(form).join(QLatin1Char(' ')), code);
}

void tst_Applicants::duplicateByNumber_data() {
    QTest::addColumn<bool>("organisation");
    QTest::newRow("tax code") << true;
    QTest::newRow("passport") << false;
}

/// The name may be written otherwise: the number is the same.
void tst_Applicants::duplicateByNumber() {
    QFETCH(bool, organisation);
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    for (int i = 0; i < 2; ++i) {
        bench.fillCopy();
        if (organisation)
            fillOrganisation(intake.form());
        else
            intake.form().applyPassport(passport());
        QCOMPARE(codes(intake.form()).contains(QStringLiteral("intake.duplicate")), i > 0);
        intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Tên khác"));
        if (i == 0)
            QVERIFY(intake.acts().receive());
    }
    QVERIFY(codes(intake.form()).contains(QStringLiteral("intake.duplicate")));
}

void tst_Applicants::isFoundBy_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("organisation") << QStringLiteral("cong ty hai son") << 1;
    QTest::newRow("tax code") << "0100109106" << 1;
    QTest::newRow("representative") << "tran van hai" << 1;
    QTest::newRow("proxy") << QStringLiteral("Lê Thị Hoa") << 1;
    QTest::newRow("proxy's number") << "022190004321" << 1;
    QTest::newRow("nobody") << "022190004322" << 0;
}

void tst_Applicants::isFoundBy() {
    QFETCH(QString, text);
    QFETCH(int, found);
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    fillOrganisation(bench.counter->intake().form());
    fillProxy(bench.counter->intake().form());
    QVERIFY(bench.counter->intake().acts().receive());
    const auto rows = bench.counter->dossiers().search(text, 10);
    QVERIFY(rows);
    QCOMPARE(static_cast<int>(rows->size()), found);
}

void tst_Applicants::theProxyTakesTheResult() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    fillProxy(bench.counter->intake().form());
    const auto outcome = bench.counter->intake().acts().receive();
    QVERIFY(outcome);
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(outcome->dossier));
    bench.seatClerk();
    auto& desk = bench.counter->handOver();
    const auto waiting = desk.waiting();
    QVERIFY(waiting);
    const std::vector<domain::DossierId> theirs{outcome->dossier};
    QCOMPARE(desk.waitingFor(domain::markOf(QStringLiteral("022190004321")), *waiting), theirs);
    QCOMPARE(desk.waitingFor(domain::markOf(QStringLiteral("022090001234")), *waiting), theirs);
    QVERIFY(desk.waitingFor(domain::markOf(QStringLiteral("022190004322")), *waiting).empty());
    QVERIFY(desk.waitingFor({}, *waiting).empty());
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    desk.printAttestation(outcome->dossier);
    QTRY_COMPARE(desk.nextStep(outcome->dossier), counter::NextStep::Finish);
    QVERIFY(desk.finish(outcome->dossier, {}));
    const auto history = bench.journal.history(outcome->dossier);
    const auto handed = std::find_if(
        history->begin(), history->end(), [](const domain::Event& event) { return std::holds_alternative<domain::ResultHandedOver>(event.body); });
    QVERIFY(handed != history->end());
    QCOMPARE(std::get<domain::ResultHandedOver>(handed->body).recipient, QStringLiteral("Lê Thị Hoa"));
}

void tst_Applicants::draftBringsItBack() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    fillOrganisation(intake.form());
    intake.form().setThroughProxy(true);
    intake.form().jot(QStringLiteral("proxyName"), QStringLiteral("Lê Thị H"));
    QVERIFY(intake.draft().saveNow());
    bench.restart();
    bench.seatClerk();
    const auto& form = bench.counter->intake().form();
    QCOMPARE(form.who(), Who::Organisation);
    QVERIFY(form.isThroughProxy());
    QCOMPARE(form.applicantText(QStringLiteral("proxyName")), QStringLiteral("Lê Thị H"));
    QCOMPARE(form.applicant().body.representative, QStringLiteral("Trần Văn Hải"));
}

QTEST_GUILESS_MAIN(tst_Applicants)
#include "tst_Applicants.moc"
