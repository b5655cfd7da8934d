// Taking in: what receiving fills, takes and refuses; supplements and the clock.

#include "DomainDesk.h"

#include "app/domain/Catalogue.h"
#include "app/domain/EventChecks.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_DecideIntake : public QObject {
    Q_OBJECT

private slots:
    void receiveFillsCodeDueAndFee();
    void everyRowOfTheCatalogueIsReceived();
    void receiveTakesSerialsFromTheRange();
    void receiveRefuses_data();
    void receiveRefuses();
    void intakeSupplementIsKeptWithoutACode();
    void supplementsAddUpFromTheLimitsLastDay();
    void supplementStopsTheClock();
};

void tst_DecideIntake::receiveFillsCodeDueAndFee() {
    Desk desk;
    Receive receive = Desk::copyIntake(3, 2);
    receive.intake.applicant.name = QStringLiteral("  Nguyễn   Văn An ").normalized(QString::NormalizationForm_D);
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.dossier.code, QStringLiteral("H49.30-261123-0001"));
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 23, 17));
    QCOMPARE(desk.dossier.feeTotal(), 10'000);
    QCOMPARE(desk.dossier.money, MoneyState::Due);
    QCOMPARE(desk.dossier.applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(desk.dossier.helpedUnit, QStringLiteral("H49.30"));
    QCOMPARE(desk.dossier.decidingUnit, QStringLiteral("H49.30"));
    QCOMPARE(desk.dossier.receivedBy, desk.clerk.id);
    QCOMPARE(desk.dossier.holder, desk.station);
}

void tst_DecideIntake::everyRowOfTheCatalogueIsReceived() {
    int undated = 0;
    const Catalogue catalogue = motcua::test::shippedCatalogue();
    for (const Procedure& procedure : catalogue.procedures()) {
        Receive receive = Desk::copyIntake();
        receive.intake.procedure = procedure.version;
        Desk desk;
        desk.job = builtInJobs().serving(procedure, QDate(2026, 11, 23)).front();
        if (desk.job->kind == QLatin1String("counted-copies"))
            receive.intake.facts = {{QStringLiteral("copies"), 3}, {QStringLiteral("events"), 1}};
        else if (procedure.feeRule != FeeRule::CertifiedCopy)
            receive.intake.facts = {};
        if (procedure.feeRule != FeeRule::CertifiedCopy) {
            receive.intake.papers.clear();
            for (const QString& paper : procedure.papers)
                receive.intake.papers.push_back({paper, PaperKind::Original, 1, true, false, {}});
        }
        // Where the catalogue has no time nothing is invented: a day has to be agreed on.
        if (lacksOf(procedure).time) {
            const auto refused = desk.decided(receive);
            QVERIFY2(!refused && refused.error().code == QLatin1String("dossier.due-missing"), qPrintable(procedure.version.code));
            receive.intake.due = vietnam(2026, 12, 3, 17);
            receive.intake.dueGround = QStringLiteral("Thỏa thuận");
            ++undated;
        }
        const auto bodies = desk.decided(receive);
        QVERIFY2(bodies, qPrintable(procedure.version.code));
        const auto sound = wellFormed(bodies->front());
        QVERIFY2(sound, sound ? "" : qPrintable(procedure.version.code + sound.error().toLogLine()));
        QVERIFY2(std::get<DossierReceived>(bodies->front()).due.isValid(), qPrintable(procedure.version.code));
    }
    QCOMPARE(undated, 234);
}

void tst_DecideIntake::receiveTakesSerialsFromTheRange() {
    Desk desk;
    Context context = desk.context(desk.clerk);
    context.range.first = 300;
    context.range.last = 301;
    const auto codeAfter = [&](int lastSerial) {
        context.lastSerial = lastSerial;
        const auto bodies = decide(desk.dossier, Desk::copyIntake(), context);
        return bodies ? std::get<DossierReceived>(bodies->front()).code : bodies.error().code;
    };
    QCOMPARE(codeAfter(0), QStringLiteral("H49.30-261123-0300"));
    QCOMPARE(codeAfter(300), QStringLiteral("H49.30-261123-0301"));
    QCOMPARE(codeAfter(301), QStringLiteral("code.range-exhausted"));
}

void tst_DecideIntake::receiveRefuses_data() {
    using Change = std::function<void(DossierReceived&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    for (const char* name : {"123", "😀", "\uFFFC", "- -"})
        QTest::addRow("a name without a letter: %s", name)
            << Change([name](DossierReceived& i) { i.applicant.name = QString::fromUtf8(name); }) << "applicant.name-no-letter";
    QTest::newRow("a proxy without a letter") << Change([](DossierReceived& i) { i.applicant.proxy.name = QStringLiteral("7"); })
                                              << "applicant.name-no-letter";
    QTest::newRow("no name") << Change([](DossierReceived& i) { i.applicant.name = QStringLiteral("  "); }) << "applicant.name-missing";
    QTest::newRow("name of 100") << Change([](DossierReceived& i) { i.applicant.name = QString(100, QChar(u'Ạ')); }) << "";
    QTest::newRow("name of 101") << Change([](DossierReceived& i) { i.applicant.name = QString(101, QChar(u'Ạ')); }) << "applicant.name-too-long";
    QTest::newRow("number of 11 digits") << Change([](DossierReceived& i) { i.applicant.personalId = QStringLiteral("02209000123"); })
                                         << "applicant.personal-id";
    QTest::newRow("number with a letter") << Change([](DossierReceived& i) { i.applicant.personalId = QStringLiteral("02209000123O"); })
                                          << "applicant.personal-id";
    QTest::newRow("no number") << Change([](DossierReceived& i) { i.applicant.personalId.clear(); }) << "";
    QTest::newRow("born tomorrow") << Change([](DossierReceived& i) { i.applicant.birthDate = QDate(2026, 11, 24); }) << "applicant.birth-date";
    QTest::newRow("no procedure") << Change([](DossierReceived& i) { i.procedure.code.clear(); }) << "dossier.no-procedure";
    QTest::newRow("0 pages") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("pages"), 0); }) << "facts.invalid";
    QTest::newRow("2000 pages") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("pages"), 2000); }) << "";
    QTest::newRow("2001 pages") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("pages"), 2001); }) << "facts.invalid";
    QTest::newRow("0 copies") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("copies"), 0); }) << "facts.invalid";
    QTest::newRow("501 copies") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("copies"), 501); }) << "facts.invalid";
    QTest::newRow("no document") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("document"), QStringLiteral(" ")); })
                                 << "facts.missing";
    QTest::newRow("nothing to certify") << Change([](DossierReceived& i) { i.facts = {}; }) << "facts.missing";
    QTest::newRow("a fact nobody asked for") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("colour"), QStringLiteral("đỏ")); })
                                             << "facts.invalid";
    QTest::newRow("pages in words") << Change([](DossierReceived& i) { i.facts.insert(QStringLiteral("pages"), QStringLiteral("ba")); })
                                    << "facts.invalid";
    QTest::newRow("paper missing") << Change([](DossierReceived& i) {
        i.papers = {{QStringLiteral("Tờ khai"), PaperKind::Original, 0, true, false, {}}};
    }) << "dossier.papers-missing";
    QTest::newRow("optional paper missing") << Change([](DossierReceived& i) {
        i.papers = {{QStringLiteral("Ủy quyền"), PaperKind::Original, 0, false, false, {}}};
    }) << "";
    QTest::newRow("paper without a name") << Change([](DossierReceived& i) {
        i.papers = {{{}, PaperKind::Original, 1, true, false, {}}};
    }) << "paper.no-name";
    QTest::newRow("negative quantity") << Change([](DossierReceived& i) {
        i.papers = {{QStringLiteral("Tờ khai"), PaperKind::Original, -1, true, false, {}}};
    }) << "paper.quantity";
    QTest::newRow("fee that does not add up") << Change([](DossierReceived& i) {
        i.fees = {{QStringLiteral("Phí"), 1000, 2, 3000, {}}};
    }) << "fee.wrong-amount";
    QTest::newRow("negative fee") << Change([](DossierReceived& i) {
        i.fees = {{QStringLiteral("Phí"), -1000, 1, -1000, {}}};
    }) << "fee.wrong-amount";
    QTest::newRow("exempt fee") << Change([](DossierReceived& i) {
        i.fees = {{QStringLiteral("Phí"), 1000, 2, 0, QStringLiteral("Hộ nghèo")}};
    }) << "";
    QTest::newRow("zero without a ground") << Change([](DossierReceived& i) {
        i.fees = {{QStringLiteral("Phí"), 1000, 2, 0, {}}};
    }) << "fee.wrong-amount";
    QTest::newRow("code of no form") << Change([](DossierReceived& i) { i.code = QStringLiteral("H49/1"); }) << "code.malformed";
    QTest::newRow("received tomorrow") << Change([](DossierReceived& i) { i.received = vietnam(2026, 11, 24, 8); }) << "dossier.received-in-future";
}

void tst_DecideIntake::receiveRefuses() {
    QFETCH(std::function<void(DossierReceived&)>, change);
    QFETCH(QString, error);
    Desk desk;
    Receive receive = Desk::copyIntake();
    change(receive.intake);
    QCOMPARE(desk.act(receive), error);
}

void tst_DecideIntake::intakeSupplementIsKeptWithoutACode() {
    Desk desk;
    QCOMPARE(desk.act(Desk::supplement()), QString());
    QCOMPARE(desk.dossier.state, State::Registered);
    QVERIFY(desk.dossier.code.isEmpty());
    QCOMPARE(desk.dossier.supplements, 0);
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.dossier.state, State::Accepted);
    QVERIFY(!desk.dossier.code.isEmpty());
    QCOMPARE(desk.dossier.version, 2);
}

/// 30 days from 5 November end on Saturday 5 December; two days of waiting, one by one, end on Monday 7 December.
void tst_DecideIntake::supplementsAddUpFromTheLimitsLastDay() {
    Desk desk;
    desk.job = builtInJobs().inForce(QLatin1String(generalKind), QDate(2026, 11, 23));
    desk.now = vietnam(2026, 11, 5, 9);
    Receive receive;
    receive.intake.procedure = {
        QStringLiteral("1.012812"), QStringLiteral("2026-11-01"), QStringLiteral("Hòa giải tranh chấp đất đai"), {}, 30, TimeUnit::Day, {}, {}};
    receive.intake.applicant = Desk::applicant();
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.dossier.due, vietnam(2026, 12, 7, 17));
    for (const int day : {10, 12}) {
        desk.now = vietnam(2026, 11, day, 9);
        QCOMPARE(desk.act(Desk::supplement()), QString());
        desk.now = vietnam(2026, 11, day + 1, 9);
        QCOMPARE(desk.act(ReturnWithSupplement{{}}), QString());
        QCOMPARE(desk.dossier.due, vietnam(2026, 12, 7, 17));
    }
    QCOMPARE(desk.dossier.waitedDays, 2);
    // Never told to anybody: records and what is made of them stay as older programs know them.
    QVERIFY(!motcua::base::toJson(desk.dossier).contains(QLatin1String("waitedDays")));
}

void tst_DecideIntake::supplementStopsTheClock() {
    Desk desk;
    desk.job = builtInJobs().inForce(QLatin1String(generalKind), QDate(2026, 11, 23));
    desk.calendar.addDayOff(QDate(2026, 11, 24));
    desk.now = vietnam(2026, 11, 9, 9);
    Receive receive;
    receive.intake.procedure = {
        QStringLiteral("1.004873"), QStringLiteral("2026-11-01"), QStringLiteral("Cấp Giấy xác nhận"), {}, 5, TimeUnit::WorkingDay, {}, {}};
    receive.intake.applicant = Desk::applicant();
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 16, 17));
    desk.now = vietnam(2026, 11, 11, 10);
    QCOMPARE(desk.act(Desk::supplement()), QString());
    QCOMPARE(desk.dossier.supplementAsked, desk.now);
    desk.now = vietnam(2026, 11, 17, 10);
    QCOMPARE(desk.act(ReturnWithSupplement{{}}), QString());
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 20, 17));
    QCOMPARE(desk.dossier.state, State::Processing);
    QVERIFY(!desk.dossier.supplementAsked.isValid());
    QCOMPARE(desk.dossier.supplements, 1);
}

QTEST_GUILESS_MAIN(tst_DecideIntake)
#include "tst_DecideIntake.moc"
