// The desk's books: a spoiled number and the one that takes its place, here and in another desk's volume; the end of a year.

#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using counter::NextStep;
using test::CounterBench;

class tst_BookDesk : public QObject {
    Q_OBJECT

private slots:
    void spoiledEntryIsReplaced();
    void numberOfAnotherDeskIsSpoiledHere();
    void numberIsSpoiledOnlyWhereItsDossierLies();
    void yearIsClosed();
};

void tst_BookDesk::spoiledEntryIsReplaced() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    const auto volume = bench.archive.published.volumes.front().id;
    auto& books = bench.counter->books();
    QCOMPARE(books.spoil(volume, 7, QStringLiteral("x"), false).error().code, QStringLiteral("book.unknown-entry"));
    QCOMPARE(books.spoil(volume, 1, QString(), true).error().code, QStringLiteral("book.no-reason"));
    QVERIFY(books.spoil(volume, 1, QStringLiteral("Ghi nhầm tên"), true).has_value());
    const auto entries = books.entries(volume);
    QCOMPARE(entries->size(), 2u);
    QCOMPARE(entries->front().spoiledReason, QStringLiteral("Ghi nhầm tên"));
    QCOMPARE(bench.dossier(dossier).liveEntry()->number, 2);
    QCOMPARE(bench.counter->handOver().nextStep(dossier), NextStep::PrintAttestation);
    QCOMPARE(books.spoil(volume, 1, QStringLiteral("lần nữa"), false).error().code, QStringLiteral("book.already-spoiled"));
    QVERIFY(bench.counter->printing().previewBook(volume).result().has_value());
    const QJsonObject values = bench.paper.rendered.back().second;
    QCOMPARE(values.value(QLatin1String("entries")).toArray().size(), 2);
}

/// The supervisor took the number at their own desk. The sheet is spoilt at the counter, where there may be no line: it gets its new
/// number here, at once.
void tst_BookDesk::numberOfAnotherDeskIsSpoiledHere() {
    CounterBench bench;
    const auto dossier = bench.copyApprovedElsewhere();
    QCOMPARE(bench.dossier(dossier).holder, bench.station);
    const domain::BookEntry first = *bench.dossier(dossier).liveEntry();
    QCOMPARE(first.volumeLabel, QStringLiteral("02/2026-SCT/BS"));
    auto& books = bench.counter->books();
    const auto live = books.spoil(first.volume, first.number, QStringLiteral("Mực nhòe"), true);
    QVERIFY2(live, qPrintable(live ? QString() : live.error().code));
    QVERIFY(*live);
    QCOMPARE((*live)->volumeLabel, QStringLiteral("01/2026-SCT/BS"));
    QCOMPARE((*live)->number, 1);
    QCOMPARE((*live)->signer.name, bench.supervisor.name);
    const auto theirs = bench.archive.volume(first.volume);
    QCOMPARE(theirs->lastNumber, 1);
    QCOMPARE(theirs->spoiled, 1);
    QCOMPARE(books.entries(first.volume)->front().spoiledReason, QStringLiteral("Mực nhòe"));
    QCOMPARE(bench.counter->handOver().nextStep(dossier), NextStep::PrintAttestation);
}

void tst_BookDesk::numberIsSpoiledOnlyWhereItsDossierLies() {
    CounterBench bench;
    const auto dossier = bench.approvedCopy();
    const domain::BookEntry entry = *bench.dossier(dossier).liveEntry();
    QVERIFY(bench.counter->runner().run(dossier, domain::Release{bench.otherStation}));
    QCOMPARE(bench.counter->books().dossierHere(entry.volume, entry.number).error().code, QStringLiteral("book.dossier-elsewhere"));
    QCOMPARE(
        bench.counter->books().spoil(entry.volume, entry.number, QStringLiteral("x"), true).error().code, QStringLiteral("book.dossier-elsewhere"));
    QVERIFY(bench.dossier(dossier).liveEntry());
}

void tst_BookDesk::yearIsClosed() {
    CounterBench bench;
    bench.approvedCopy();
    const auto volume = bench.archive.published.volumes.front().id;
    QVERIFY(bench.counter->printing().previewBook(volume).result().has_value());
    QVERIFY(!bench.paper.rendered.back().second.value(QLatin1String("closing")).toArray().first().toObject().contains(QLatin1String("date")));
    QCOMPARE(bench.counter->books().closeYear(volume).error().code, QStringLiteral("actor.not-supervisor"));
    bench.seatSupervisor();
    QVERIFY(bench.counter->books().closeYear(volume).has_value());
    QVERIFY(bench.counter->books().volumes()->front().closed);
    QCOMPARE(bench.counter->books().closeYear(volume).error().code, QStringLiteral("book.closed"));
    QVERIFY(bench.counter->printing().previewBook(volume).result().has_value());
    const QJsonObject stated = bench.paper.rendered.back().second.value(QLatin1String("closing")).toArray().first().toObject();
    QCOMPARE(stated.value(QLatin1String("total")).toInt(), 1);
    QString signer = stated.value(QLatin1String("signerName")).toString();
    QCOMPARE(signer.replace(QChar(QChar::Nbsp), QLatin1Char(' ')), bench.counter->books().volumes()->front().closedBy.name);
    QVERIFY(!stated.value(QLatin1String("signerName")).toString().isEmpty() && !stated.value(QLatin1String("signerTitle")).toString().isEmpty());
    QVERIFY(stated.value(QLatin1String("date")).toString().contains(QStringLiteral("năm")));
}

QTEST_GUILESS_MAIN(tst_BookDesk)
#include "tst_BookDesk.moc"
