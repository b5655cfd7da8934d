// The bell of the feed: who signs in before it looks is woken by whatever any program publishes.

#include "sync/gateway/publish/FeedBell.h"
#include "tests/unit/gateway/PlatformStoreTest.h"

#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace motcua;
using gateway::FeedBell;
using gateway::Tables;

class tst_FeedBell : public test::PlatformStoreTest {
    Q_OBJECT

private slots:
    void ringsForWhoLooksMeanwhile();
    void ringsForThoseItIsFor();
    void hearsOfOtherPrograms();
    void whatItWritesItselfIsNotOthers();
    void missesNothing();
    void aNewerQuestionEndsTheOlder();
    void turnsAwayTheSurplus();

private:
    enum class Answer { Yes, No, Failed };
    static Answer changedElsewhere(gateway::PlatformStore& store) {
        const auto changed = store.changedElsewhere();
        return !changed ? Answer::Failed : *changed ? Answer::Yes : Answer::No;
    }
    static constexpr std::chrono::seconds soon{20};
    static constexpr std::chrono::seconds now{0};
    /// True: it rang within that time. False: it did not, or it is over.
    static bool rings(FeedBell::Waiter& waiter, std::chrono::seconds within) {
        std::promise<void> told;
        auto future = told.get_future();
        waiter.notify([&told] { told.set_value(); });
        const bool isTold = future.wait_for(within) == std::future_status::ready;
        waiter.notify({});
        return isTold && waiter.takeRing() && !waiter.isOver();
    }
    static base::Outcome publishIn(gateway::PlatformStore& store) {
        return store.write([](Tables& tables) { return publish(tables); }).map([](qint64) { return base::Done(); });
    }
};

void tst_FeedBell::ringsForWhoLooksMeanwhile() {
    FeedBell bell(*m_first, 4);
    FeedBell::Waiter waiter(bell, desk.unit, desk.key);
    QVERIFY(cursorsFor(*m_first, desk).empty());
    QVERIFY(publishIn(*m_first));
    bell.ringUnit(desk.unit, 0);
    // It rang before anyone waited.
    QVERIFY(rings(waiter, soon));
    QCOMPARE(cursorsFor(*m_first, desk).size(), size_t(1));
    QVERIFY(!rings(waiter, now));
}

void tst_FeedBell::ringsForThoseItIsFor() {
    FeedBell bell(*m_first, 4);
    FeedBell::Waiter mine(bell, desk.unit, desk.key);
    FeedBell::Waiter colleagues(bell, colleague.unit, colleague.key);
    FeedBell::Waiter elsewhere(bell, desk.unit + 1, colleague.key + 1);
    bell.ringUnit(desk.unit, desk.key);
    QVERIFY(rings(colleagues, soon));
    QVERIFY(!rings(mine, now));
    QVERIFY(!rings(elsewhere, now));
    bell.ringStation(desk.key);
    QVERIFY(rings(mine, soon));
    QVERIFY(!rings(colleagues, now));
}

void tst_FeedBell::hearsOfOtherPrograms() {
    FeedBell bell(*m_first, 4);
    FeedBell::Waiter waiter(bell, desk.unit, desk.key);
    QVERIFY(cursorsFor(*m_first, desk).empty());
    QVERIFY(bell.ringIfChangedElsewhere());
    QVERIFY(!rings(waiter, now));
    QVERIFY(publishIn(*m_second));
    QVERIFY(bell.ringIfChangedElsewhere());
    QVERIFY(rings(waiter, soon));
    QCOMPARE(cursorsFor(*m_first, desk).size(), size_t(1));
    // Told once.
    QVERIFY(bell.ringIfChangedElsewhere());
    QVERIFY(!rings(waiter, now));
}

void tst_FeedBell::whatItWritesItselfIsNotOthers() {
    QCOMPARE(changedElsewhere(*m_first), Answer::No);
    QVERIFY(publishIn(*m_first));
    QCOMPARE(changedElsewhere(*m_first), Answer::No);
    QCOMPARE(changedElsewhere(*m_second), Answer::Yes);
    QVERIFY(publishIn(*m_second));
    QVERIFY(publishIn(*m_first));
    QCOMPARE(changedElsewhere(*m_first), Answer::Yes);
    QCOMPARE(changedElsewhere(*m_first), Answer::No);
    // What others only try is nothing.
    QCOMPARE(changedElsewhere(*m_second), Answer::Yes);
    QVERIFY(!m_first->write([](Tables& tables) {
        return publish(tables).and_then([](qint64) -> base::Outcome { return base::fail(QStringLiteral("test.changed-its-mind")); });
    }));
    QCOMPARE(changedElsewhere(*m_second), Answer::No);
}

/// Another program publishes at no particular moment of a question, which never has to wait to its end.
void tst_FeedBell::missesNothing() {
    FeedBell bell(*m_first, 4);
    std::atomic_bool over = false;
    auto housekeeping = std::async(std::launch::async, [&] {
        while (!over)
            if (!bell.ringIfChangedElsewhere())
                return false;
        return true;
    });
    qint64 last = 0;
    for (int round = 0; round < 50; ++round) {
        auto publishing = std::async(std::launch::async, [&] { return publishIn(*m_second); });
        for (bool wakes = true; wakes;) {
            FeedBell::Waiter waiter(bell, desk.unit, desk.key);
            const auto cursors = cursorsFor(*m_first, desk, last);
            if (cursors.empty()) {
                wakes = rings(waiter, soon);
                continue;
            }
            last = cursors.back();
            break;
        }
        QVERIFY(publishing.get());
        QCOMPARE(cursorsFor(*m_first, desk).size(), static_cast<size_t>(round + 1));
        QCOMPARE(cursorsFor(*m_first, desk).back(), last);
    }
    over = true;
    QVERIFY(housekeeping.get());
}

void tst_FeedBell::aNewerQuestionEndsTheOlder() {
    FeedBell bell(*m_first, 4);
    FeedBell::Waiter older(bell, desk.unit, desk.key);
    FeedBell::Waiter newer(bell, desk.unit, desk.key);
    QVERIFY(!rings(older, soon));
    bell.ringStation(desk.key);
    QVERIFY(rings(newer, soon));
}

void tst_FeedBell::turnsAwayTheSurplus() {
    FeedBell bell(*m_first, 1);
    FeedBell::Waiter first(bell, desk.unit, desk.key);
    FeedBell::Waiter second(bell, colleague.unit, colleague.key);
    QVERIFY(!first.isTurnedAway());
    QVERIFY(second.isTurnedAway());
    bell.stop();
    QVERIFY(!rings(first, soon));
}

QTEST_GUILESS_MAIN(tst_FeedBell)
#include "tst_FeedBell.moc"
