#include "app/domain/CardQr.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/ui/intake/IntakePlace.h"
#include "tests/gui/BenchTest.h"

using namespace motcua;
using test::AtBench;
using test::Hand;

/// A kind with parties that a province takes in at the intake and not at the bench.
class tst_IntakeParties : public QObject {
    Q_OBJECT

private slots:
    void whoAppliesIsTheFirst();
    void anotherCardIsTheNextParty();
    void whatIsMissingIsLedTo();

private:
    /// The deal without its place; the clerk's hand is at the intake, the applicant's card was shown.
    static void begin(AtBench& at) {
        domain::JobKind deal = *domain::builtInJobs().inForce(QStringLiteral("deal"), QDate(2027, 1, 4));
        deal.place.clear();
        deal.benchKey = 0;
        at.harness.bench.archive.published.jobs.put(deal);
        at.hand.press(Qt::Key_1, Qt::AltModifier);
        at.show(0);
        at.write(QStringLiteral("2.001035"));
        QCOMPARE(at.harness.desk().currentPlace(), QStringLiteral("intake"));
        QCOMPARE(form(at).content().procedureCode, QStringLiteral("2.001035"));
    }
    static counter::IntakeForm& form(AtBench& at) { return at.harness.bench.counter->intake().form(); }
    static void scan(AtBench& at, int person) {
        at.harness.window->findChild<ui::IntakePlace*>()->takeCard(*domain::CardQr::parse(AtBench::card(person)));
    }
};

void tst_IntakeParties::whoAppliesIsTheFirst() {
    AtBench at;
    begin(at);
    QCOMPARE(form(at).content().parties.size(), size_t(1));
    QCOMPARE(form(at).content().parties.front().role, QStringLiteral("giver"));
    QCOMPARE(form(at).content().parties.front().name, QStringLiteral("Nguyễn Văn An"));
    scan(at, 0);
    QCOMPARE(form(at).content().parties.size(), size_t(1));
    QVERIFY(form(at).partyFaults().empty());
}

void tst_IntakeParties::anotherCardIsTheNextParty() {
    AtBench at;
    begin(at);
    scan(at, 1);
    QCOMPARE(form(at).content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(form(at).content().parties.size(), size_t(2));
    QCOMPARE(form(at).content().parties.back().role, QStringLiteral("receiver"));
    scan(at, 1);
    QCOMPARE(form(at).content().parties.size(), size_t(2));
    form(at).setFact(QStringLiteral("deal"), QStringLiteral("Hợp đồng tặng cho xe máy"));
    form(at).setFact(QStringLiteral("sheets"), 1);
    form(at).setFact(QStringLiteral("pages"), 2);
    QVERIFY2(form(at).gaps().isEmpty(), form(at).gaps().join(QLatin1Char(',')).toUtf8().constData());
    at.hand.press(Qt::Key_F9);
    const auto rows = at.harness.bench.counter->dossiers().list({});
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(at.harness.bench.dossier(rows->front().id).parties.size(), size_t(2));
}

void tst_IntakeParties::whatIsMissingIsLedTo() {
    AtBench at;
    begin(at);
    form(at).setFact(QStringLiteral("deal"), QStringLiteral("Hợp đồng tặng cho xe máy"));
    form(at).setFact(QStringLiteral("sheets"), 1);
    form(at).setFact(QStringLiteral("pages"), 2);
    std::vector<domain::Party> parties = form(at).content().parties;
    parties.front().address.clear();
    form(at).setParties(parties);
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), QStringLiteral("party.address"));
}

QTEST_MAIN(tst_IntakeParties)
#include "tst_IntakeParties.moc"
