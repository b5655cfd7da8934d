#include "tests/support/sqlite/StationBench.h"

#include <QFile>
#include <QTest>

using namespace motcua;
using test::StationBench;

class tst_ReadModel : public QObject {
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void lists();
    void showsWhatANewerProgramWrote();
    void whatWasNeverJudgedChangesNothing();
    void anAdditionStandsNoEarlierThanItCame_data();
    void anAdditionStandsNoEarlierThanItCame();
    void whatWasHereBeforeOwnWorkStandsBeforeIt();
    void knowsTheBook();
    void badSnapshotIsDropped_data();
    void badSnapshotIsDropped();
    void snapshotAndTailAgreeWithReplaying();
};

void tst_ReadModel::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    // Job 24 of the bench: Đặng Hồng Đào, 022085000024, 0912000024, Bằng tốt nghiệp …
    QTest::newRow("name") << "Đặng Hồng Đào" << 1;
    QTest::newRow("without marks") << "dang hong dao" << 1;
    QTest::newRow("words begun, any order") << "dao DAN ho" << 1;
    QTest::newRow("personal number") << "022085000024" << 1;
    QTest::newRow("with spaces") << "022 085 000 024" << 1;
    QTest::newRow("phone with dots") << "0912.000.024" << 1;
    QTest::newRow("dossier code") << "H49.30-261123-0024" << 1;
    QTest::newRow("document and name") << "bang tot nghiep dang hong" << 1;
    QTest::newRow("i for y") << "li hong" << 1;
    QTest::newRow("NFD") << QString("Đặng Hồng").normalized(QString::NormalizationForm_D) << 1;
    QTest::newRow("limit") << "022085" << 5;
    QTest::newRow("nobody") << "khong co ai" << 0;
    QTest::newRow("nothing") << "  " << 0;
    QTest::newRow("FTS5's own words") << "\" OR NOT * ( NEAR" << 0;
}

void tst_ReadModel::finds() {
    QFETCH(QString, text);
    QFETCH(int, count);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    for (int number = 20; number < 30; ++number)
        QVERIFY(bench.append(bench.job(number).events()));
    const auto rows = bench.unlocked().archive().search(text, 5);
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(count));
    for (size_t i = 1; i < rows->size(); ++i)
        QVERIFY(rows->at(i - 1).received > rows->at(i).received);
}

void tst_ReadModel::lists() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto& archive = bench.unlocked().archive();
    for (int number = 1; number <= 6; ++number) {
        auto events = bench.job(number).events();
        events.resize(number % 2 ? 2 : events.size());
        QVERIFY(bench.append(events));
    }
    const auto all = archive.dossiers({});
    QCOMPARE(all->size(), size_t(6));
    QCOMPARE(all->front().applicant, bench.job(6).applicant());
    domain::ports::DossierFilter waiting;
    waiting.states = {domain::State::Processing};
    waiting.oldestDeadlineFirst = true;
    const auto tray = archive.dossiers(waiting);
    QCOMPARE(tray->size(), size_t(3));
    QCOMPARE(tray->front().applicant, bench.job(1).applicant());
    waiting.offset = 2;
    QCOMPARE(archive.dossiers(waiting)->size(), size_t(1));
    domain::ports::DossierFilter closed;
    closed.closed = true;
    closed.receivedOn = QDate(2026, 11, 23);
    closed.receivedBy = bench.clerk;
    closed.procedureCode = "2.000815";
    QCOMPARE(archive.dossiers(closed)->size(), size_t(3));
    closed.receivedBy = bench.supervisor;
    QVERIFY(archive.dossiers(closed)->empty());
    QCOMPARE(archive.countsByState()->at(domain::State::Processing), 3);
    QCOMPARE(*archive.lastSerial(QDate(2026, 11, 23)), 6);
    QCOMPARE(*archive.lastSerial(QDate(2026, 11, 24)), 0);
    QCOMPARE(archive.dossier(domain::DossierId::make(1)).error().code, QStringLiteral("dossier.unknown"));
}

/// Two dossiers of a newer desk, one opened by it and one that it went on with: both are there, and say so.
void tst_ReadModel::showsWhatANewerProgramWrote() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto elsewhere = domain::StationId::make(77);
    const auto opened = domain::DossierId::make(5);
    const auto job = bench.job(1);
    domain::Event received = job.events().front();
    received.station = elsewhere;
    const domain::UnreadRecord newer{"dossier-received", 9, true, R"({"code":"H49.30-261123-0777","riddle":{"a":[1,2]}})"};
    const domain::UnreadRecord unheard{"dossier-weighed", 3, true, "not even JSON"};
    QVERIFY(bench.unlocked().syncStore().receive({StationBench::recordItem(1, 1, {newer, opened, 1, elsewhere, bench.clerk, job.at}),
        StationBench::recordItem(2, 2, received), StationBench::recordItem(3, 3, {unheard, job.dossier, 2, elsewhere, bench.clerk, job.at})}));
    QVERIFY(bench.unlocked().projection().refresh());
    for (int round = 0; round < 2; ++round) {
        const auto& archive = bench.unlocked().archive();
        const auto rows = archive.dossiers({});
        QCOMPARE(rows->size(), size_t(2));
        for (const auto& row : *rows)
            QVERIFY(row.needsNewerProgram);
        const auto found = archive.search(QStringLiteral("H49.30-261123-0777"), 10);
        QCOMPARE(found->size(), size_t(1));
        QCOMPARE(found->front().state, domain::State::Accepted);
        QCOMPARE(archive.dossier(opened)->unread, 1);
        const auto readPart = archive.dossier(job.dossier);
        QCOMPARE(readPart->unread, 1);
        QCOMPARE(readPart->applicant.name, job.applicant());
        const auto history = bench.unlocked().journal().history(job.dossier);
        QCOMPARE(history->size(), size_t(2));
        QVERIFY(std::holds_alternative<domain::UnreadRecord>(history->back().body));
        // As a snapshot gives it back.
        bench.close();
        QVERIFY(bench.open());
        QVERIFY(bench.unlock());
    }
}

/// What the province kept unread and barred when it could read it: a change that its header calls an addition, words that are none, the
/// closing of another desk's book.
void tst_ReadModel::whatWasNeverJudgedChangesNothing() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    const domain::StationId elsewhere(QUuid::fromString(QStringLiteral("7f1c0f6e-0d3b-4f3c-9f5e-3f9f0a8f0001")));
    const auto job = bench.job(1);
    auto events = job.events();
    events.resize(3);
    QVERIFY(bench.append(events));
    const auto before = bench.unlocked().archive().dossier(job.dossier);
    const domain::Volume bookBefore = *bench.unlocked().archive().volume(bench.volume);
    domain::BookEntry numbered;
    numbered.volume = bench.volume;
    numbered.number = 500;
    auto garbled =
        StationBench::recordItem(3, 3, {domain::UnreadRecord{"note-added", 1, false, "x"}, job.dossier, 0, elsewhere, bench.clerk, job.at});
    QVERIFY(bench.unlocked().syncStore().receive({StationBench::recordItem(
                                                      1, 1, {domain::DossierReleased{elsewhere}, job.dossier, 0, elsewhere, bench.clerk, job.at}),
        StationBench::recordItem(2, 2, {domain::DossierWithdrawn{QStringLiteral("x")}, job.dossier, 0, elsewhere, bench.clerk, job.at}), garbled,
        StationBench::recordItem(4, 4, {domain::VolumeClosed{bench.volume, 1, 0, {}}, {}, 0, elsewhere, bench.supervisor, job.at}),
        // About no dossier: words that are none, and rows of this desk's book.
        StationBench::recordItem(5, 5, {domain::UnreadRecord{"volume-closed", 1, false, "x"}, {}, 0, elsewhere, bench.supervisor, job.at}),
        StationBench::recordItem(6, 6, {domain::EntryRegistered{numbered}, {}, 0, elsewhere, bench.supervisor, job.at}),
        StationBench::recordItem(7, 7, {domain::EntrySpoiled{bench.volume, 1, QStringLiteral("x")}, {}, 0, elsewhere, bench.supervisor, job.at})}));
    QVERIFY(bench.unlocked().projection().refresh());
    const auto after = bench.unlocked().archive().dossier(job.dossier);
    QVERIFY(before && after);
    QCOMPARE(base::toJson(*after), base::toJson(*before));
    QCOMPARE(base::toJson(*bench.unlocked().archive().volume(bench.volume)), base::toJson(bookBefore));
}

/// A desk that had the dossier and has it no longer; the time of a record is what its sender says.
void tst_ReadModel::anAdditionStandsNoEarlierThanItCame_data() {
    QTest::addColumn<bool>("beforeRelease");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("unread");
    QTest::newRow("added by the holder") << true << qint64(0) << 1;
    QTest::newRow("added by the holder, whose clock was ahead") << true << qint64(86'400) << 1;
    QTest::newRow("added by the holder in the moment of release") << true << qint64(30) << 1;
    QTest::newRow("added afterwards") << false << qint64(86'400) << 0;
    QTest::newRow("added afterwards, and dated back") << false << qint64(-86'400) << 0;
}

void tst_ReadModel::anAdditionStandsNoEarlierThanItCame() {
    QFETCH(bool, beforeRelease);
    QFETCH(qint64, seconds);
    QFETCH(int, unread);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto elsewhere = domain::StationId::make(77);
    const auto job = bench.job(1);
    domain::Event received = job.events().front();
    received.station = elsewhere;
    const domain::Event released{domain::DossierReleased{bench.station}, job.dossier, 2, elsewhere, bench.clerk, job.at.addSecs(60)};
    const domain::Event added{
        domain::UnreadRecord{"dossier-weighed", 9, false, "{}"}, job.dossier, 0, elsewhere, bench.clerk, job.at.addSecs(30 + seconds)};
    const std::vector<domain::Event> events = beforeRelease ? std::vector{received, added, released} : std::vector{received, released, added};
    std::vector<protocol::FeedItem> items;
    for (const domain::Event& event : events)
        items.push_back(StationBench::recordItem(static_cast<qint64>(items.size()) + 1, static_cast<qint64>(items.size()) + 1, event));
    QVERIFY(bench.unlocked().syncStore().receive(items));
    QVERIFY(bench.unlocked().projection().refresh());
    QCOMPARE(bench.unlocked().archive().dossier(job.dossier)->unread, unread);
    QCOMPARE(bench.unlocked().archive().dossier(job.dossier)->holder, bench.station);
}

/// A desk that never had the dossier adds to it, dated ahead; then it is given the dossier, and gives it back.
void tst_ReadModel::whatWasHereBeforeOwnWorkStandsBeforeIt() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto elsewhere = domain::StationId::make(77);
    const auto job = bench.job(1);
    QVERIFY(bench.append({job.events().front()}));
    QVERIFY(bench.unlocked().syncStore().receive({StationBench::recordItem(
        1, 1, {domain::UnreadRecord{"dossier-weighed", 9, false, "{}"}, job.dossier, 0, elsewhere, bench.clerk, job.at.addSecs(90)})}));
    QVERIFY(bench.append({{domain::DossierReleased{elsewhere}, job.dossier, 2, bench.station, bench.clerk, job.at.addSecs(60)}}));
    QVERIFY(bench.unlocked().syncStore().receive(
        {StationBench::recordItem(2, 2, {domain::DossierReleased{bench.station}, job.dossier, 3, elsewhere, bench.clerk, job.at.addSecs(120)})}));
    QVERIFY(bench.unlocked().projection().refresh());
    const auto dossier = bench.unlocked().archive().dossier(job.dossier);
    QVERIFY(dossier);
    QCOMPARE(dossier->holder, bench.station);
    QCOMPARE(dossier->unread, 0);
}

void tst_ReadModel::knowsTheBook() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    const auto job = bench.job(1);
    auto events = job.events();
    events.resize(4);
    QVERIFY(bench.append(events));
    QVERIFY(bench.append({{domain::EntrySpoiled{bench.volume, 1, "Sai tên"}, job.dossier, 5, bench.station, bench.supervisor, job.at}}));
    // The province publishes the same volume again; the station's own counts stay.
    QVERIFY(bench.grantVolume(2));
    QVERIFY(bench.append({{domain::VolumeClosed{bench.volume, 1, 1, {}}, {}, 0, bench.station, bench.supervisor, job.at}}));
    for (const bool snapshot : {true, false}) {
        const auto volume = bench.unlocked().archive().volume(bench.volume);
        QCOMPARE(volume->lastNumber, 1);
        QCOMPARE(volume->spoiled, 1);
        QVERIFY(volume->closed);
        const auto entries = bench.unlocked().archive().entries(bench.volume);
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().spoiledReason, QStringLiteral("Sai tên"));
        QCOMPARE(*bench.unlocked().archive().dossierOfEntry(bench.volume, 1), job.dossier);
        QCOMPARE(bench.unlocked().archive().dossierOfEntry(bench.volume, 2).error().code, QStringLiteral("book.unknown-entry"));
        bench.close();
        if (!snapshot)
            QVERIFY(QFile::remove(bench.directory() + "/snapshot.sealed"));
        QVERIFY(bench.open());
        QVERIFY(bench.unlock());
    }
}

void tst_ReadModel::badSnapshotIsDropped_data() {
    QTest::addColumn<QString>("how");
    for (const char* row : {"changed", "cut", "empty", "of another directory", "of a later time"})
        QTest::newRow(row) << row;
}

void tst_ReadModel::badSnapshotIsDropped() {
    QFETCH(QString, how);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.append(bench.job(1).events()));
    bench.close();
    const QString path = bench.directory() + "/snapshot.sealed";
    const QString database = bench.databaseFile();
    if (how == "of a later time") {
        // The database goes back to an older copy, the snapshot stays.
        QVERIFY(QFile::copy(database, database + ".old"));
        QVERIFY(bench.open());
        QVERIFY(bench.unlock());
        QVERIFY(bench.append(bench.job(2).events()));
        bench.close();
        QVERIFY(QFile::remove(database) && QFile::rename(database + ".old", database));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        if (how == "changed")
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        else if (how == "cut")
            bytes.chop(100);
        else if (how == "empty")
            bytes.clear();
        else
            bytes = QByteArray(bytes.size(), 'z');
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(bytes);
    }
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QVERIFY(!bench.unlocked().isFromSnapshot());
    QCOMPARE(bench.unlocked().archive().dossiers({})->size(), size_t(1));
}

void tst_ReadModel::snapshotAndTailAgreeWithReplaying() {
    StationBench bench;
    bench.snapshotEvery = 25;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    for (int number = 1; number <= 12; ++number)
        QVERIFY(bench.append(bench.job(number).events()));
    const auto lines = [&] {
        QStringList all;
        const auto rows = bench.unlocked().archive().dossiers({});
        const auto entries = bench.unlocked().archive().entries(bench.volume);
        for (const auto& row : *rows)
            all << row.code + row.applicant + QString::number(int(row.state)) + row.due.toString(Qt::ISODate);
        for (const auto& entry : *entries)
            all << QString::number(entry.number) + entry.document;
        return all << QString::number(bench.unlocked().archive().volume(bench.volume)->lastNumber);
    };
    const QStringList before = lines();
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QVERIFY(bench.unlocked().isFromSnapshot());
    QCOMPARE(lines(), before);
    bench.close();
    QVERIFY(QFile::remove(bench.directory() + "/snapshot.sealed"));
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QCOMPARE(lines(), before);
}

QTEST_GUILESS_MAIN(tst_ReadModel)
#include "tst_ReadModel.moc"
