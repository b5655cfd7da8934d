// The proof that a unit's numbers of a year are one run: each fault is found, and what is right is not called one.

#include "tests/unit/domain/numbers/Days.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

using Spoil = std::function<void(RunFacts&)>;
Q_DECLARE_METATYPE(Spoil)

class tst_RunProof : public QObject {
    Q_OBJECT

private slots:
    void faults_data();
    void faults();
    void counts();
    void startsAfterWhatWasBefore_data();
    void startsAfterWhatWasBefore();
    void aYearInAMoment();
};

void tst_RunProof::faults_data() {
    QTest::addColumn<QString>("acts");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("faults");
    using Kind = RunFault::Kind;
    const auto said = [](Kind kind, int number) { return QStringLiteral("%1:%2").arg(static_cast<int>(kind)).arg(number); };
    const auto row = [](const char* name, const char* acts, const Spoil& spoil, const QString& faults) {
        QTest::newRow(name) << QString::fromLatin1(acts) << spoil << faults;
    };
    const VolumeId first = volume().id;
    row("nothing at all", "", [](RunFacts&) {}, {});
    row("a day", "A+3 A=1 A~2 A<3 B!1 B=3", [](RunFacts&) {}, {});
    row(
        "a row is lost", "A+3 A=1 A=2", [=](RunFacts& f) { f.taken[first].erase(1); }, said(Kind::Gap, 1));
    row(
        "a lease is lost", "A+3 B+2", [](RunFacts& f) { f.leases.erase(f.leases.begin()); },
        QStringList{said(Kind::Gap, 1), said(Kind::Gap, 2), said(Kind::Gap, 3)}.join(u' '));
    row(
        "a row by nobody's lease", "A+3", [=](RunFacts& f) { f.taken[first].insert(5); }, said(Kind::Unleased, 5));
    row(
        "a row before the first number", "A+3", [=](RunFacts& f) { f.taken[first].insert(0); }, said(Kind::Unleased, 0));
    row(
        "a row whose number is still open", "A+3", [=](RunFacts& f) { f.taken[first].insert(2); }, said(Kind::Doubled, 2));
    row(
        "two desks hold it", "A+3",
        [](RunFacts& f) {
            HeldLease other = f.leases.front();
            other.holder = desk(u'B');
            other.open = {{2, 2}};
            other.back = {{1, 1}, {3, 3}};
            f.leases.push_back(other);
        },
        said(Kind::Doubled, 2));
    row(
        "written off and open", "A+3",
        [=](RunFacts& f) {
            f.off.push_back({first, 3, 3, {}, {}});
        },
        said(Kind::Doubled, 3));
    row("written off and taken, by a desk that came back", "A+3 A/ A=2", [](RunFacts&) {}, {});
    row("what was written off is not on record", "A+1 A<1 m12 .", [](RunFacts& f) { f.off.clear(); }, {});
    row(
        "closed with a number open", "A+2 A=1", [](RunFacts& f) { f.volumes.front().closed = true; }, said(Kind::LeftOpen, 2));
    row(
        "closed with one back", "A+2 A=1 A<2", [](RunFacts& f) { f.volumes.front().closed = true; }, said(Kind::LeftOpen, 2));
    row("closed and all is accounted for", "A+2 A=1 A~2", [](RunFacts& f) { f.volumes.front().closed = true; }, {});
    row(
        "the second volume begins again", "A+3", [](RunFacts& f) { f.volumes.push_back(volume(2, 2026, 1)); }, said(Kind::WrongStart, 1));
    row(
        "the second volume leaves one out", "A+3", [](RunFacts& f) { f.volumes.push_back(volume(2, 2026, 5)); }, said(Kind::Gap, 4));
    row("the second volume goes on", "A+3", [](RunFacts& f) { f.volumes.push_back(volume(2, 2026, 4)); }, {});
}

void tst_RunProof::faults() {
    QFETCH(QString, acts);
    QFETCH(Spoil, spoil);
    Days all;
    QCOMPARE(all.play(acts), QString());
    RunFacts facts = all.facts();
    spoil(facts);
    QStringList words;
    for (const RunFault& fault : provesOneRun(facts).faults)
        words << QStringLiteral("%1:%2").arg(static_cast<int>(fault.kind)).arg(fault.number);
    QTEST(words.join(u' '), "faults");
}

void tst_RunProof::counts() {
    Days all(4);
    QCOMPARE(all.play(QStringLiteral("A+3 B+3 A=1 A~2 A<3 B=4 C#2 C~3")), QString());
    const RunProof proof = provesOneRun(all.facts());
    QVERIFY(proof.faults.empty());
    QCOMPARE(proof.taken, 2);
    QCOMPARE(proof.writtenOff, 2);
    QCOMPARE(proof.open, 3);
}

void tst_RunProof::startsAfterWhatWasBefore_data() {
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("first");
    QTest::addColumn<bool>("right");
    QTest::newRow("a new unit") << 0 << 1 << true;
    QTest::newRow("carried over") << 38 << 39 << true;
    QTest::newRow("a number of before again") << 38 << 38 << false;
    QTest::newRow("from 01 again") << 38 << 1 << false;
    QTest::newRow("the paper book is ahead") << 38 << 60 << true;
}

void tst_RunProof::startsAfterWhatWasBefore() {
    QFETCH(int, before);
    QFETCH(int, first);
    const RunProof proof = provesOneRun({{volume(1, 2026, first)}, {}, {}, {}, before});
    QTEST(proof.faults.empty(), "right");
}

void tst_RunProof::aYearInAMoment() {
    // One lease for each draw of a busy commune's year.
    RunFacts facts{{volume()}, {}, {}, {}, 0};
    constexpr int numbers = 30'000;
    for (int number = 1; number <= numbers; ++number) {
        HeldLease lease(NumberLease{LeaseId(uuid(static_cast<quint32>(number))), volume().id, desk(u'A'), number, number, LeaseUse::Draw,
            vietnam(2026, 11, 2, 9), QDate(2026, 11, 1)});
        lease.take(number);
        facts.leases.push_back(lease);
        facts.taken[volume().id].insert(number);
    }
    QElapsedTimer timer;
    timer.start();
    const RunProof proof = provesOneRun(facts);
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(proof.faults.empty());
    QCOMPARE(proof.taken, numbers);
}

QTEST_GUILESS_MAIN(tst_RunProof)
#include "tst_RunProof.moc"
