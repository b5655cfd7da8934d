#include "app/counter/IntakeActs.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/ui/intake/EarlierIntake.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// Two states gave one passport number: their holders are two people wherever the real window tells people apart.
class tst_SameNumber : public QObject {
    Q_OBJECT

private slots:
    void anotherStatesHolderIsNoDuplicate();
    void whatWaitsIsTheOthers();
    void asksBeforeOneTakesTheOthersPlace();
    void takesTheirOwnResult();
    void theOthersResultStays();
    void aStateTypedByName();
    void isFoundByNumberAndState_data();
    void isFoundByNumberAndState();
    void proxyOfTheSameNumber();

private:
    static void scan(Harness& harness, const QString& code);
    static counter::IntakeForm& form(const Harness& harness) { return harness.bench.counter->intake().form(); }
    static bool warns(const Harness& harness, const char* code) {
        const auto& warnings = form(harness).warnings();
        return std::any_of(warnings.begin(), warnings.end(), [code](const auto& each) { return each.code == QLatin1String(code); });
    }
    /// A certified copy for whoever showed this passport; approved if asked.
    static domain::DossierId received(Harness& harness, const QString& passport, bool approved);
};

namespace {

const QString anna = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
const QString minjun = QStringLiteral("P<KORKIM<<MIN<JUN<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36KOR7408122F1204159ZE184226B<<<<<10");

}

void tst_SameNumber::scan(Harness& harness, const QString& code) {
    Reader reader(harness.window.get());
    reader.press(Qt::Key_F24, milliseconds(3000));
    for (const QString& line : code.split(QLatin1Char('\n')))
        reader.scan(line);
    reader.press(Qt::Key_F24, milliseconds(3000));
}

domain::DossierId tst_SameNumber::received(Harness& harness, const QString& passport, bool approved) {
    auto& bench = harness.bench;
    bench.seatClerk();
    bench.fillCopy();
    bench.counter->intake().form().applyPassport(*domain::Passport::parse(passport));
    const auto outcome = bench.counter->intake().acts().receive();
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().toLogLine()));
    if (approved) {
        bench.seatSupervisor();
        if (const auto done = bench.counter->approval().approve(outcome->dossier); !done)
            qFatal("%s", qPrintable(done.error().toLogLine()));
        bench.seatClerk();
    }
    return outcome->dossier;
}

void tst_SameNumber::anotherStatesHolderIsNoDuplicate() {
    Harness harness;
    received(harness, anna, false);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    for (const bool same : {false, true}) {
        form(harness).clear();
        harness.bench.fillCopy();
        form(harness).setApplicantText(QStringLiteral("name"), {});
        form(harness).setApplicantText(QStringLiteral("personalId"), {});
        scan(harness, same ? anna : minjun);
        if (bannerOf(harness, QStringLiteral("intake"))->isVisible())
            press(harness, Qt::Key_F3, Qt::ControlModifier);
        QCOMPARE(form(harness).applicant().passport.number, QStringLiteral("L898902C3"));
        QCOMPARE(warns(harness, "intake.duplicate"), same);
    }
}

/// Put aside, and asked back by form 02.
void tst_SameNumber::whatWaitsIsTheOthers() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, anna);
    form(harness).setProcedure(QStringLiteral("2.000815"));
    form(harness).setFact(QStringLiteral("document"), QStringLiteral("Giấy khai sinh"));
    press(harness, Qt::Key_F2);
    auto* earlier = harness.desk().page(QStringLiteral("intake"))->findChild<ui::EarlierIntake*>();
    scan(harness, minjun);
    QCOMPARE(form(harness).applicant().passport.issuer, QStringLiteral("KOR"));
    QVERIFY(!earlier->isVisible());
    form(harness).clear();
    scan(harness, anna);
    QTRY_VERIFY(earlier->isVisible());
    form(harness).clear();
    harness.bench.fillCopy();
    form(harness).applyPassport(*domain::Passport::parse(anna));
    QVERIFY(harness.bench.counter->intake().acts().askSupplement(
        {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu bản chính"), QStringLiteral("Điều 20")));
    form(harness).clear();
    scan(harness, minjun);
    form(harness).setProcedure(QStringLiteral("2.000815"));
    QVERIFY(form(harness).comingBack().isNull());
    form(harness).clear();
    scan(harness, anna);
    form(harness).setProcedure(QStringLiteral("2.000815"));
    QVERIFY(!form(harness).comingBack().isNull());
}

void tst_SameNumber::asksBeforeOneTakesTheOthersPlace() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, anna);
    form(harness).setApplicantText(QStringLiteral("phone"), QStringLiteral("0912345678"));
    scan(harness, minjun);
    QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(form(harness).applicant().name, QStringLiteral("ERIKSSON ANNA MARIA"));
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(form(harness).applicant().name, QStringLiteral("KIM MIN JUN"));
    QCOMPARE(form(harness).applicant().phone, QString());
    scan(harness, minjun);
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
}

void tst_SameNumber::takesTheirOwnResult() {
    Harness harness;
    const auto annas = received(harness, anna, true);
    const auto minjuns = received(harness, minjun, true);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* waiting = harness.desk().page(QStringLiteral("handover"))->findChild<ui::DossierList*>();
    for (const auto& [passport, theirs] : {std::pair{minjun, minjuns}, {anna, annas}, {minjun, minjuns}}) {
        scan(harness, passport);
        QTRY_COMPARE(waiting->current(), theirs);
        QVERIFY(!bannerOf(harness, QStringLiteral("handover"))->isVisible());
        QVERIFY(harness.window->findChild<ui::NoticeBar*>()->text().contains(QStringLiteral("1")));
    }
}

void tst_SameNumber::theOthersResultStays() {
    Harness harness;
    received(harness, anna, true);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    scan(harness, minjun);
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("handover"))->isVisible());
    // Not a name that differs: somebody else.
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("KIM MIN JUN")), qPrintable(bannerOf(harness, QStringLiteral("handover"))->text()));
    QVERIFY(!wordsOf(harness).contains(QStringLiteral("tên khác")));
}

/// By hand: "Hàn Quốc" is KOR; a word that names no state here may be any, and the name decides.
void tst_SameNumber::aStateTypedByName() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    for (const auto& [state, name, asked] : {std::tuple{u"Hàn Quốc", u"Kim Min Jun", false}, {u"Nga", u"Kim Min Jun", true},
             {u"Đại Hàn", u"Kim Min Jun", false}, {u"Đại Hàn", u"Anna Maria", true}, {u"", u"Kim Min Jun", false}}) {
        form(harness).clear();
        form(harness).setWho(domain::Who::Passport);
        form(harness).setApplicantText(QStringLiteral("name"), QString::fromUtf16(name));
        form(harness).setApplicantText(QStringLiteral("passportNumber"), QStringLiteral("L898902C3"));
        form(harness).setApplicantText(QStringLiteral("passportIssuer"), QString::fromUtf16(state));
        bannerOf(harness, QStringLiteral("intake"))->clear();
        scan(harness, minjun);
        QCOMPARE(bannerOf(harness, QStringLiteral("intake"))->isVisible(), asked);
        QCOMPARE(form(harness).applicant().passport.issuer == QLatin1String("KOR"), !asked);
    }
}

void tst_SameNumber::isFoundByNumberAndState_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<size_t>("found");
    QTest::newRow("number") << "L898902C3" << size_t(2);
    QTest::newRow("number and code") << "L898902C3 KOR" << size_t(1);
    QTest::newRow("number and state") << "hàn quốc L898902C3" << size_t(1);
    QTest::newRow("another state") << "L898902C3 RUS" << size_t(0);
}

void tst_SameNumber::isFoundByNumberAndState() {
    QFETCH(QString, text);
    QFETCH(size_t, found);
    Harness harness;
    received(harness, anna, false);
    received(harness, minjun, false);
    QCOMPARE(harness.bench.counter->dossiers().search(text, 10)->size(), found);
}

/// Comes for the other one: neither the same person nor kept from it.
void tst_SameNumber::proxyOfTheSameNumber() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, anna);
    form(harness).setThroughProxy(true);
    scan(harness, minjun);
    QCOMPARE(form(harness).applicant().name, QStringLiteral("ERIKSSON ANNA MARIA"));
    QCOMPARE(form(harness).applicant().proxy.name, QStringLiteral("KIM MIN JUN"));
    for (const auto& fault : form(harness).faults())
        QVERIFY2(fault.code != QLatin1String("applicant.proxy-is-applicant"), qPrintable(fault.toLogLine()));
    form(harness).setApplicantText(QStringLiteral("proxyName"), QStringLiteral("Eriksson Anna Maria"));
    const auto& faults = form(harness).faults();
    QVERIFY(std::any_of(faults.begin(), faults.end(), [](const auto& each) { return each.code == QLatin1String("applicant.proxy-is-applicant"); }));
}

QTEST_MAIN(tst_SameNumber)
#include "tst_SameNumber.moc"
