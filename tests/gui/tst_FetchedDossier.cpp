#include "app/domain/PaperCode.h"
#include "app/ui/widgets/Banner.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Harness;

/// The citizen was given form 02 at one desk and comes back to another.
class tst_FetchedDossier : public QObject {
    Q_OBJECT

private slots:
    void comesWhenItIsAskedFor_data();
    void comesWhenItIsAskedFor();
    void isSaidWhenItDoesNotCome();
    void theSlipLeadsThere();
    void stayWhereSomebodyWorksOnIt();

private:
    enum class Asked { AtIntake, InProcessing };
    /// What form 02 was given for at the first desk.
    static domain::DossierId askedAt(CounterBench& desk, Asked when);
    /// A window at the second desk, which has heard all that the first one recorded.
    static void hear(Harness& second, const CounterBench& first);
    static void passOn(const CounterBench& from, size_t known, Harness& to);
};

domain::DossierId tst_FetchedDossier::askedAt(CounterBench& desk, Asked when) {
    desk.seatClerk();
    if (when == Asked::InProcessing) {
        const auto dossier = desk.receiveCopy();
        [&] { QVERIFY(desk.counter->supplements().ask(dossier, {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {})); }();
        return dossier;
    }
    desk.fillCopy();
    const auto asked = desk.counter->intake().acts().askSupplement({QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {});
    // The clerk turned to the next citizen.
    desk.counter->intake().draft().startNew();
    return asked ? asked->dossier : domain::DossierId();
}

void tst_FetchedDossier::hear(Harness& second, const CounterBench& first) {
    second.bench.station = first.otherStation;
    second.bench.restart();
    for (const auto& event : first.journal.events())
        second.bench.journal.receive(event);
}

void tst_FetchedDossier::passOn(const CounterBench& from, size_t known, Harness& to) {
    const auto& events = from.journal.events();
    for (size_t i = known; i < events.size(); ++i)
        to.bench.journal.receive(events[i]);
    emit to.bench.sync.received();
}

void tst_FetchedDossier::comesWhenItIsAskedFor_data() {
    QTest::addColumn<bool>("atIntake");
    QTest::newRow("form 02 at intake") << true;
    QTest::newRow("form 02 while it was processed") << false;
}

void tst_FetchedDossier::comesWhenItIsAskedFor() {
    QFETCH(bool, atIntake);
    CounterBench first;
    const auto dossier = askedAt(first, atIntake ? Asked::AtIntake : Asked::InProcessing);
    QVERIFY(!dossier.isNull());
    Harness second;
    hear(second, first);
    begin(second, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QVERIFY(canPress(second, Qt::Key_F9));
    second.shoot(QStringLiteral("fetch-asked-vi"));
    press(second, Qt::Key_F9);
    QCOMPARE(second.bench.sync.claims, QStringList{dossier.toString()});
    QVERIFY(!canPress(second, Qt::Key_F9));
    // The first desk lets it go by itself.
    const size_t known = first.journal.events().size();
    first.exchange.dossierWishes = {{dossier, second.bench.station}};
    first.counter->keeper().answerWishes();
    QCOMPARE(first.journal.events().size(), known + 1);
    passOn(first, known, second);
    QVERIFY(canPress(second, Qt::Key_F9));
    press(second, Qt::Key_F9);
    second.shoot(atIntake ? QStringLiteral("fetch-goes-on-vi") : QStringLiteral("fetch-papers-vi"));
    if (atIntake)
        QCOMPARE(second.bench.counter->intake().form().content().dossier, dossier);
    else
        QCOMPARE(second.bench.counter->supplements().dossier(), dossier);
}

void tst_FetchedDossier::isSaidWhenItDoesNotCome() {
    CounterBench first;
    const auto dossier = askedAt(first, Asked::AtIntake);
    Harness second;
    hear(second, first);
    begin(second, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(second, Qt::Key_F9);
    emit second.bench.sync.claimAnswered(dossier.toString(), base::Error{QStringLiteral("sync.no-line")});
    QVERIFY(bannerOf(second, QStringLiteral("dossiers"))->isVisible());
    QVERIFY(canPress(second, Qt::Key_F9));
}

/// Its code read at the second desk opens no intake that could not be ended.
void tst_FetchedDossier::theSlipLeadsThere() {
    CounterBench first;
    const auto dossier = askedAt(first, Asked::AtIntake);
    Harness second;
    hear(second, first);
    QVERIFY(second.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(second.bench.counter->intake().acts().continueDossier(dossier).error().code, QStringLiteral("dossier.not-holder"));
    test::Reader(second.window.get()).scan(domain::paperCodeOf(dossier));
    QVERIFY(second.bench.counter->intake().form().content().dossier.isNull());
    QTRY_VERIFY2(canPress(second, Qt::Key_F9), qPrintable(wordsOf(second)));
    press(second, Qt::Key_F9);
    QCOMPARE(second.bench.sync.claims, QStringList{dossier.toString()});
}

void tst_FetchedDossier::stayWhereSomebodyWorksOnIt() {
    CounterBench first;
    const auto dossier = askedAt(first, Asked::AtIntake);
    QVERIFY(first.counter->intake().acts().continueDossier(dossier));
    const size_t known = first.journal.events().size();
    first.exchange.dossierWishes = {{dossier, first.otherStation}};
    first.counter->keeper().answerWishes();
    QCOMPARE(first.journal.events().size(), known);
    first.counter->intake().draft().startNew();
    first.counter->keeper().answerWishes();
    QCOMPARE(first.journal.events().size(), known + 1);
}

QTEST_MAIN(tst_FetchedDossier)
#include "tst_FetchedDossier.moc"
