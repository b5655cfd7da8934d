#include "sync/engine/BatchSize.h"
#include "sync/engine/Planner.h"

#include <QTest>

using namespace motcua::engine;

class tst_Planner : public QObject {
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void blobs_data();
    void blobs();
    void batchesGrowWhileAnswersAreQuick();
    void batchesShrinkOnABadLine();
};

namespace {

using Needs = QList<qint64>;

Backlog backlogOf(qint64 acknowledged, qint64 last, const Needs& neededBy, bool confirmed = true) {
    Backlog backlog;
    backlog.acknowledged = acknowledged;
    backlog.lastSeq = last;
    backlog.markConfirmed = confirmed;
    for (const qint64 seq : neededBy) {
        PendingBlob blob;
        blob.hash = QStringLiteral("blob-%1").arg(backlog.blobs.size());
        blob.neededBy = seq;
        backlog.blobs.push_back(blob);
    }
    return backlog;
}

}

void tst_Planner::records_data() {
    QTest::addColumn<qint64>("acknowledged");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<QList<qint64>>("neededBy");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, qint64 acknowledged, qint64 last, bool confirmed, const Needs& needs, const char* expected) {
        QTest::newRow(name) << acknowledged << last << confirmed << needs << QByteArray(expected);
    };
    row("an empty journal still asks for the mark", 0, 0, false, {}, "ask");
    row("the mark is asked before anything is sent", 5, 9, false, {}, "ask");
    row("nothing to send", 9, 9, true, {}, "none");
    row("an empty journal", 0, 0, true, {}, "none");
    row("all of a short backlog", 0, 7, true, {}, "send 0 7");
    row("from the mark", 5, 7, true, {}, "send 5 2");
    row("a batch at a time", 0, 100, true, {}, "send 0 10");
    row("up to the record whose page is missing", 0, 7, true, {4}, "send 0 3");
    row("the next record waits for its page", 3, 7, true, {4}, "none");
    row("the first record waits for its page", 0, 7, true, {1}, "none");
    row("the nearest page counts", 0, 7, true, {6, 3, 5}, "send 0 2");
    row("a page beyond the batch does not matter", 0, 100, true, {50}, "send 0 10");
    row("a page of an unfinished draft holds nothing up", 0, 7, true, {0}, "send 0 7");
    row("a page of a record already held holds nothing up", 5, 7, true, {3}, "send 5 2");
    row("a mark beyond the journal sends nothing", 9, 7, true, {}, "none");
}

void tst_Planner::records() {
    QFETCH(qint64, acknowledged);
    QFETCH(qint64, last);
    QFETCH(bool, confirmed);
    QFETCH(QList<qint64>, neededBy);
    QFETCH(QByteArray, expected);
    const RecordsWork work = planner::nextRecords(backlogOf(acknowledged, last, neededBy, confirmed), 10);
    QByteArray found = "none";
    if (work.kind == RecordsWork::Kind::AskMark)
        found = "ask";
    else if (work.kind == RecordsWork::Kind::Send)
        found = "send " + QByteArray::number(work.after) + ' ' + QByteArray::number(work.limit);
    QCOMPARE(found, expected);
}

void tst_Planner::blobs_data() {
    QTest::addColumn<QList<qint64>>("neededBy");
    QTest::addColumn<QStringList>("underWay");
    QTest::addColumn<int>("free");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << Needs{} << QStringList{} << 2 << QStringList{};
    QTest::newRow("most urgent first") << Needs{9, 3, 5} << QStringList{} << 3 << QStringList{"blob-1", "blob-2", "blob-0"};
    QTest::newRow("as many as are free") << Needs{9, 3, 5} << QStringList{} << 1 << QStringList{"blob-1"};
    QTest::newRow("not one under way") << Needs{9, 3, 5} << QStringList{"blob-1"} << 1 << QStringList{"blob-2"};
    QTest::newRow("no room") << Needs{9, 3} << QStringList{} << 0 << QStringList{};
    QTest::newRow("less than no room") << Needs{9, 3} << QStringList{} << -1 << QStringList{};
    QTest::newRow("pages of a draft stay on the station") << Needs{0, 3} << QStringList{} << 2 << QStringList{"blob-1"};
    QTest::newRow("same record, in order") << Needs{3, 3} << QStringList{} << 2 << QStringList{"blob-0", "blob-1"};
}

void tst_Planner::blobs() {
    QFETCH(QList<qint64>, neededBy);
    QFETCH(QStringList, underWay);
    QFETCH(int, free);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const PendingBlob& blob : planner::nextBlobs(backlogOf(0, 10, neededBy), underWay, free))
        found << blob.hash;
    QCOMPARE(found, expected);
}

void tst_Planner::batchesGrowWhileAnswersAreQuick() {
    BatchSize size;
    QCOMPARE(size.records(), 500);
    size.answered(std::chrono::milliseconds(40));
    QCOMPARE(size.records(), 1000);
    for (int i = 0; i < 5; ++i)
        size.answered(std::chrono::milliseconds(40));
    QCOMPARE(size.records(), BatchSize::most);
    size.answered(std::chrono::milliseconds(2000));
    QCOMPARE(size.records(), BatchSize::most);
}

void tst_Planner::batchesShrinkOnABadLine() {
    BatchSize size;
    size.answered(std::chrono::milliseconds(6000));
    QCOMPARE(size.records(), 250);
    for (int i = 0; i < 20; ++i)
        size.failed();
    QCOMPARE(size.records(), 10);
}

QTEST_GUILESS_MAIN(tst_Planner)
#include "tst_Planner.moc"
