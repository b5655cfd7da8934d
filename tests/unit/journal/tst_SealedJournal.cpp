#include "app/domain/EventCodec.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QCryptographicHash>
#include <QTest>

#include <thread>

using namespace motcua;
using test::StationBench;

class tst_SealedJournal : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatDoesNotFollow_data();
    void refusesWhatDoesNotFollow();
    void appendsAllOrNothing();
    void theLatestComeInTheirOrder();
    void dropsTheDraftWithTheAppend();
    void erasedPayloadStillVerifies();
    void payloadGoneWithoutErasureIsReported_data();
    void payloadGoneWithoutErasureIsReported();
    void forgedErasureIsToldToTheHolderOfTheKey();
    void twoThreadsWriteAtOnce();
    void draftsBelongToTheirOwner();
    void blobsAreOneForEachContent();
};

void tst_SealedJournal::refusesWhatDoesNotFollow_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("again") << "journal.version-conflict";
    QTest::newRow("ahead") << "journal.version-conflict";
    QTest::newRow("no directory") << "journal.version-conflict";
    QTest::newRow("after another station") << "journal.version-conflict";
    QTest::newRow("number") << "journal.number-taken";
    QTest::newRow("station") << "journal.wrong-station";
}

void tst_SealedJournal::refusesWhatDoesNotFollow() {
    QFETCH(QString, code);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto events = bench.job(1).events();
    QVERIFY(bench.append(events));
    const qint64 before = bench.unlocked().head()->seq;
    domain::Event event = events.back();
    const QByteArray row = QTest::currentDataTag();
    if (row == "ahead")
        event.dossierVersion += 2;
    else if (row == "no directory")
        event.dossier = {};
    else if (row == "station") {
        event.station = domain::StationId::make(99);
        event.dossierVersion += 1;
    } else if (row == "number") {
        event = events[3];
        event.dossier = domain::DossierId::make(5);
        event.dossierVersion = 1;
    } else if (row == "after another station") {
        event.dossierVersion += 1;
        domain::Event theirs = event;
        theirs.station = domain::StationId::make(99);
        QVERIFY(bench.unlocked().syncStore().receive({StationBench::recordItem(5, 1, theirs)}));
    }
    const auto appended = bench.unlocked().journal().append({event});
    QVERIFY(!appended);
    QCOMPARE(appended.error().code, code);
    QCOMPARE(bench.unlocked().head()->seq, before);
}

void tst_SealedJournal::appendsAllOrNothing() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto events = bench.job(1).events();
    events.push_back(events.back());
    QVERIFY(!bench.unlocked().journal().append(events));
    QCOMPARE(bench.unlocked().head()->seq, 0);
    events.pop_back();
    QCOMPARE(*bench.unlocked().journal().append(events), 9);
    QCOMPARE(*bench.unlocked().journal().append({}), 9);
}

void tst_SealedJournal::theLatestComeInTheirOrder() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.unlocked().journal().latest(3)->empty());
    const auto events = bench.job(1).events();
    QVERIFY(bench.append(events));
    const auto latest = bench.unlocked().journal().latest(3);
    QCOMPARE(latest->size(), 3u);
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(domain::kindOf((*latest)[i].body), domain::kindOf(events[events.size() - 3 + i].body));
        QCOMPARE((*latest)[i].dossier, events.back().dossier);
    }
    QCOMPARE(bench.unlocked().journal().latest(100)->size(), events.size());
}

void tst_SealedJournal::dropsTheDraftWithTheAppend() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto draft = domain::DraftId::make(1);
    QVERIFY(bench.unlocked().drafts().save({draft, bench.clerk, bench.clock.now(), "page 1"}));
    auto events = bench.job(1).events();
    auto wrong = events;
    wrong.front().dossierVersion = 7;
    QVERIFY(!bench.unlocked().journal().appendAndDropDraft(wrong, draft));
    QCOMPARE(bench.unlocked().drafts().drafts(bench.clerk)->size(), size_t(1));
    QVERIFY(bench.unlocked().journal().appendAndDropDraft(events, draft));
    QVERIFY(bench.unlocked().drafts().drafts(bench.clerk)->empty());
}

void tst_SealedJournal::erasedPayloadStillVerifies() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto job = bench.job(1);
    QVERIFY(bench.append(job.events()));
    QVERIFY(bench.unlocked().erasePayload(2));
    QCOMPARE(bench.unlocked().erasePayload(99).error().code, QStringLiteral("journal.unknown-record"));
    QCOMPARE(bench.unlocked().journal().history(job.dossier)->size(), size_t(8));
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    bench.close();
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification->faults.empty());
    QCOMPARE(verification->erased, 1);
}

void tst_SealedJournal::payloadGoneWithoutErasureIsReported_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("set to null") << QByteArray("UPDATE record SET sealed = NULL WHERE seq = 3") << "verify.payload-missing";
    QTest::newRow("emptied") << QByteArray("UPDATE record SET sealed = x'' WHERE seq = 3") << "verify.payload-changed";
    QTest::newRow("mark of another") << QByteArray("UPDATE record SET sealed = (SELECT sealed FROM record WHERE seq = 2) WHERE seq = 3")
                                     << "verify.payload-changed";
    QTest::newRow("mark damaged") << QByteArray("UPDATE record SET sealed = zeroblob(66) WHERE seq = 2") << "verify.payload-changed";
}

void tst_SealedJournal::payloadGoneWithoutErasureIsReported() {
    QFETCH(QByteArray, change);
    QFETCH(QString, code);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto job = bench.job(1);
    QVERIFY(bench.append(job.events()));
    QVERIFY(bench.unlocked().erasePayload(2));
    bench.close();
    QVERIFY(journal::verify(bench.directory())->faults.empty());
    const auto connection = sqlite::Connection::open(bench.databaseFile());
    QVERIFY((*connection)->execute(change.constData()));
    const auto verification = journal::verify(bench.directory());
    QCOMPARE(verification->faults.size(), size_t(1));
    QCOMPARE(verification->faults.front().code, code);
    QVERIFY(bench.open());
    QVERIFY(bench.unlock(journal::UnlockMode::Rescue));
    bench.close();
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QCOMPARE(bench.unlocked().journal().history(job.dossier).error().code, QStringLiteral("journal.damaged"));
}

void tst_SealedJournal::forgedErasureIsToldToTheHolderOfTheKey() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto job = bench.job(1);
    QVERIFY(bench.append(job.events()));
    bench.close();
    const auto connection = sqlite::Connection::open(bench.databaseFile());
    auto hash = (*connection)->prepare("SELECT hash FROM record WHERE seq = 3");
    QVERIFY(*hash.next());
    const QByteArray made(34, 'x');
    const QByteArray forged = made + QCryptographicHash::hash(made + hash.bytes(0), QCryptographicHash::Sha256);
    QVERIFY(!*hash.next());
    QVERIFY((*connection)->prepare("UPDATE record SET sealed = ?1 WHERE seq = 3").bind(forged).run());
    QCOMPARE(journal::verify(bench.directory())->erased, 1);
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QCOMPARE(bench.unlocked().journal().history(job.dossier).error().code, QStringLiteral("journal.damaged"));
}

void tst_SealedJournal::twoThreadsWriteAtOnce() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    constexpr int rounds = 60;
    auto theirs = bench.job(500);
    theirs.station = domain::StationId::make(99);
    const auto event = theirs.events().front();
    int received = 0;
    std::thread sync([&] {
        for (int i = 1; i <= rounds; ++i) {
            domain::Event note = event;
            note.body = domain::NoteAdded{QString::number(i)};
            note.dossierVersion = 0;
            received += bool(bench.unlocked().syncStore().receive({StationBench::recordItem(i, i, note)}));
        }
    });
    int appended = 0;
    for (int number = 1; number <= rounds; ++number)
        appended += bool(bench.append(bench.job(number).events()));
    sync.join();
    QCOMPARE(received, rounds);
    QCOMPARE(appended, rounds);
    bench.close();
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification->faults.empty());
    QCOMPARE(verification->events, rounds * 9);
    QCOMPARE(verification->received, rounds);
}

void tst_SealedJournal::draftsBelongToTheirOwner() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto& drafts = bench.unlocked().drafts();
    const auto first = domain::DraftId::make(1);
    const auto second = domain::DraftId::make(2);
    QVERIFY(drafts.save({first, bench.clerk, bench.clock.now(), "one"}));
    QVERIFY(drafts.save({second, bench.clerk, bench.clock.now().addSecs(1), "two"}));
    QVERIFY(drafts.save({first, bench.clerk, bench.clock.now().addSecs(2), "one again"}));
    QVERIFY(drafts.save({domain::DraftId::make(3), bench.supervisor, bench.clock.now(), "not mine"}));
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    const auto found = bench.unlocked().drafts().drafts(bench.clerk);
    QCOMPARE(found->size(), size_t(2));
    QCOMPARE(found->front().id, first);
    QCOMPARE(found->front().content, QByteArray("one again"));
    QVERIFY(bench.unlocked().drafts().drop(first));
    QCOMPARE(bench.unlocked().drafts().drafts(bench.clerk)->size(), size_t(1));
}

void tst_SealedJournal::blobsAreOneForEachContent() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto& blobs = bench.unlocked().blobs();
    const QByteArray content(100'000, 'p');
    const auto hash = blobs.put(content);
    QCOMPARE(*blobs.put(content), *hash);
    QCOMPARE(*blobs.read(*hash), content);
    QVERIFY(blobs.contains(*hash));
    QVERIFY(!blobs.contains(QString(64, 'a')));
    QCOMPARE(blobs.read(QString(64, 'a')).error().code, QStringLiteral("blob.missing"));
    QCOMPARE(blobs.read(QStringLiteral("../../../etc/passwd")).error().code, QStringLiteral("blob.missing"));
    QCOMPARE(blobs.put(QByteArray(64 * 1024 * 1024 + 1, 'x')).error().code, QStringLiteral("blob.too-large"));
    QCOMPARE(bench.unlocked().syncStore().keepBlob(*hash, "other").error().code, QStringLiteral("blob.damaged"));
}

QTEST_GUILESS_MAIN(tst_SealedJournal)
#include "tst_SealedJournal.moc"
