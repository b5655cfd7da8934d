// The feed's cursor: handed out in the order of commits, so that a reader who asks for what lies past the last one misses nothing.

#include "sync/gateway/store/FeedCursor.h"
#include "tests/unit/gateway/PlatformStoreTest.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <set>
#include <thread>

using namespace motcua;
using gateway::Tables;

class tst_FeedCursor : public test::PlatformStoreTest {
    Q_OBJECT

private slots:
    void countsRecordsAndItemsTogether();
    void forgetsWhatWasTakenBack();
    void goesOnAfterAnotherProgram();
    void waitsForWhoWasFirst();
    void nothingAppearsBehindAReader();

private:
    /// What one of several writers commits, now and then changing its mind; -1 among it when the store failed.
    std::vector<qint64> cursorsWritten(int writer) const;
};

void tst_FeedCursor::countsRecordsAndItemsTogether() {
    test::RecordChain chain(desk.id);
    std::vector<qint64> handedOut;
    const auto written = m_first->write([&](Tables& tables) -> base::Outcome {
        for (const auto& cursor :
            {publish(tables), take(tables, desk, chain.add(received())), publish(tables), take(tables, desk, chain.add(received()))}) {
            if (!cursor)
                return base::fail(cursor.error());
            handedOut.push_back(*cursor);
        }
        return base::done();
    });
    QVERIFY(written);
    QCOMPARE(handedOut.size(), size_t(4));
    QVERIFY(handedOut.front() > 0);
    QVERIFY(std::is_sorted(handedOut.begin(), handedOut.end()));
    QCOMPARE(std::set<qint64>(handedOut.begin(), handedOut.end()).size(), size_t(4));
    QCOMPARE(cursorsFor(*m_second, colleague), handedOut);
    QCOMPARE(cursorsFor(*m_second, colleague, handedOut[1]), (std::vector<qint64>{handedOut[2], handedOut[3]}));
    // A station's own records do not come back to it.
    QCOMPARE(cursorsFor(*m_second, desk), (std::vector<qint64>{handedOut[0], handedOut[2]}));
}

void tst_FeedCursor::forgetsWhatWasTakenBack() {
    const auto before = m_first->write([](Tables& tables) { return publish(tables); });
    QVERIFY(before);
    const auto failed = m_first->write([](Tables& tables) -> base::Outcome {
        for (int i = 0; i < 5; ++i)
            if (const auto published = publish(tables); !published)
                return base::fail(published.error());
        return base::fail(QStringLiteral("test.changed-its-mind"));
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, QStringLiteral("test.changed-its-mind"));
    QCOMPARE(cursorsFor(*m_second, desk), std::vector<qint64>{*before});
    const auto after = m_first->write([](Tables& tables) { return publish(tables); });
    QVERIFY(after && *after > *before);
    QCOMPARE(cursorsFor(*m_second, desk), (std::vector<qint64>{*before, *after}));
}

void tst_FeedCursor::goesOnAfterAnotherProgram() {
    std::vector<qint64> cursors;
    for (gateway::PlatformStore* store : {m_first.get(), m_second.get(), m_first.get(), m_second.get()}) {
        const auto cursor = store->write([](Tables& tables) { return publish(tables); });
        QVERIFY(cursor);
        cursors.push_back(*cursor);
    }
    QCOMPARE(cursorsFor(*m_first, desk), cursors);
    QVERIFY(std::adjacent_find(cursors.begin(), cursors.end(), std::greater_equal<>()) == cursors.end());
}

/// Who took a cursor first and commits late: nothing of those who came after it may be seen before.
void tst_FeedCursor::waitsForWhoWasFirst() {
    const auto reader = openAgain();
    std::future<base::Result<qint64>> later;
    std::vector<qint64> seenMeanwhile;
    const auto earlier = m_first->write([&](Tables& tables) -> base::Result<qint64> {
        const auto cursor = publish(tables);
        later = std::async(std::launch::async, [&] { return m_second->write([](Tables& theirs) { return publish(theirs); }); });
        // A store that does not keep the order commits the later one within this time, and the reader sees it.
        (void)later.wait_for(std::chrono::milliseconds(300));
        seenMeanwhile = cursorsFor(*reader, desk);
        return cursor;
    });
    const auto second = later.get();
    QVERIFY(earlier);
    QVERIFY2(second, second ? "" : qPrintable(second.error().toLogLine()));
    QVERIFY(seenMeanwhile.empty());
    QVERIFY(*earlier < *second);
    QCOMPARE(cursorsFor(*reader, desk), (std::vector<qint64>{*earlier, *second}));
}

std::vector<qint64> tst_FeedCursor::cursorsWritten(int writer) const {
    const auto store = openAgain();
    const auto peer = store->write([&](Tables& tables) { return addStation(tables, desk.unit, QString::number(writer)); });
    if (!peer)
        return {-1};
    test::RecordChain chain(peer->id);
    std::vector<qint64> all;
    for (int round = 0; round < 40; ++round) {
        std::vector<qint64> batch;
        test::RecordChain longer = chain;
        const auto written = store->write([&](Tables& tables) -> base::Outcome {
            for (int i = 0; i <= (round + writer) % 3; ++i) {
                const auto cursor = i == 1 ? publish(tables) : take(tables, *peer, longer.add(received()));
                if (!cursor)
                    return base::fail(cursor.error());
                batch.push_back(*cursor);
            }
            return round % 7 == writer ? base::fail(QStringLiteral("test.changed-its-mind")) : base::done();
        });
        if (written) {
            all.insert(all.end(), batch.begin(), batch.end());
            chain = longer;
        } else if (written.error().code != QLatin1String("test.changed-its-mind"))
            all.push_back(-1);
    }
    return all;
}

void tst_FeedCursor::nothingAppearsBehindAReader() {
    constexpr int writers = 4;
    std::atomic_int writing = writers;
    std::vector<std::future<std::vector<qint64>>> published;
    for (int writer = 0; writer < writers; ++writer)
        published.push_back(std::async(std::launch::async, [&, writer] {
            auto cursors = cursorsWritten(writer);
            --writing;
            return cursors;
        }));
    const auto reader = openAgain();
    std::vector<qint64> seen;
    for (bool last = false; !last;) {
        last = writing == 0;
        const auto more = cursorsFor(*reader, desk, seen.empty() ? 0 : seen.back());
        seen.insert(seen.end(), more.begin(), more.end());
    }
    std::vector<qint64> all;
    for (auto& each : published) {
        const auto mine = each.get();
        all.insert(all.end(), mine.begin(), mine.end());
    }
    std::sort(all.begin(), all.end());
    QVERIFY2(!all.empty() && all.front() > 0, "every writer could write");
    QCOMPARE(seen, all);
}

QTEST_GUILESS_MAIN(tst_FeedCursor)
#include "tst_FeedCursor.moc"
