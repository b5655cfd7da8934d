#include "sync/engine/Lane.h"

#include <QTest>

using namespace motcua::engine;
using State = Lane::State;
using Act = Lane::Act;

/// Every occasion in every state, with and without work: what the lane does and where it is afterwards.
class tst_Lane : public QObject {
    Q_OBJECT

private slots:
    void transitions_data();
    void transitions();
    void waitsGrowUntilTheCeilingAndAreForgottenBySuccess();
    void anEarlyTimerWaitsForTheRest();
    void aHurryIsSpentOnce();

private:
    static Lane laneIn(const QByteArray& situation);
};

namespace {

constexpr qint64 start = 1'000'000;

Lane freshLane() {
    return Lane(RetryPolicy([] { return 0.5; }));
}

struct Row {
    const char* situation;
    Occasion occasion;
    const char* withWork; ///< "act state"
    const char* withoutWork;
};

constexpr const char* occasionNames[] = {"Woken", "TriedNow", "LineCame", "LineWent", "NeighbourGotThrough", "TimeCame", "Succeeded", "Failed",
    "Troubled", "Rejected", "Refused", "Ended"};

const Row rows[] = {
    {"resting", Occasion::Woken, "start busy", "nothing resting"},
    {"resting", Occasion::TriedNow, "start busy", "nothing resting"},
    {"resting", Occasion::LineCame, "start busy", "nothing resting"},
    {"resting", Occasion::LineWent, "nothing resting", "nothing resting"},
    {"resting", Occasion::NeighbourGotThrough, "start busy", "nothing resting"},
    {"resting", Occasion::TimeCame, "nothing resting", "nothing resting"},
    {"resting", Occasion::Succeeded, "nothing resting", "nothing resting"},
    {"resting", Occasion::Failed, "nothing resting", "nothing resting"},
    {"resting", Occasion::Troubled, "nothing resting", "nothing resting"},
    {"resting", Occasion::Rejected, "nothing resting", "nothing resting"},
    {"resting", Occasion::Refused, "nothing resting", "nothing resting"},
    {"resting", Occasion::Ended, "rest stopped", "rest stopped"},

    {"busy", Occasion::Woken, "nothing busy", "nothing busy"},
    {"busy", Occasion::TriedNow, "nothing busy", "nothing busy"},
    {"busy", Occasion::LineCame, "nothing busy", "nothing busy"},
    {"busy", Occasion::LineWent, "nothing busy", "nothing busy"},
    {"busy", Occasion::NeighbourGotThrough, "nothing busy", "nothing busy"},
    {"busy", Occasion::TimeCame, "nothing busy", "nothing busy"},
    {"busy", Occasion::Succeeded, "start busy", "rest resting"},
    {"busy", Occasion::Failed, "wait waiting", "wait waiting"},
    {"busy", Occasion::Troubled, "wait waiting", "wait waiting"},
    {"busy", Occasion::Rejected, "wait waiting", "wait waiting"},
    {"busy", Occasion::Refused, "rest needs-you", "rest needs-you"},
    {"busy", Occasion::Ended, "rest stopped", "rest stopped"},

    {"hurried", Occasion::Woken, "nothing busy", "nothing busy"},
    {"hurried", Occasion::TriedNow, "nothing busy", "nothing busy"},
    {"hurried", Occasion::LineCame, "nothing busy", "nothing busy"},
    {"hurried", Occasion::LineWent, "nothing busy", "nothing busy"},
    {"hurried", Occasion::NeighbourGotThrough, "nothing busy", "nothing busy"},
    {"hurried", Occasion::TimeCame, "nothing busy", "nothing busy"},
    {"hurried", Occasion::Succeeded, "start busy", "rest resting"},
    {"hurried", Occasion::Failed, "start busy", "rest resting"},
    {"hurried", Occasion::Troubled, "start busy", "rest resting"},
    {"hurried", Occasion::Rejected, "wait waiting", "wait waiting"},
    {"hurried", Occasion::Refused, "rest needs-you", "rest needs-you"},
    {"hurried", Occasion::Ended, "rest stopped", "rest stopped"},

    {"no-line", Occasion::Woken, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::TriedNow, "start busy", "rest resting"},
    {"no-line", Occasion::LineCame, "start busy", "rest resting"},
    {"no-line", Occasion::LineWent, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::NeighbourGotThrough, "start busy", "rest resting"},
    {"no-line", Occasion::TimeCame, "start busy", "rest resting"},
    {"no-line", Occasion::Succeeded, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::Failed, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::Troubled, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::Rejected, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::Refused, "nothing waiting", "nothing waiting"},
    {"no-line", Occasion::Ended, "rest stopped", "rest stopped"},

    {"troubled", Occasion::Woken, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::TriedNow, "start busy", "rest resting"},
    {"troubled", Occasion::LineCame, "start busy", "rest resting"},
    {"troubled", Occasion::LineWent, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::NeighbourGotThrough, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::TimeCame, "start busy", "rest resting"},
    {"troubled", Occasion::Succeeded, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::Failed, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::Troubled, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::Rejected, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::Refused, "nothing waiting", "nothing waiting"},
    {"troubled", Occasion::Ended, "rest stopped", "rest stopped"},

    {"rejected", Occasion::Woken, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::TriedNow, "start busy", "rest resting"},
    {"rejected", Occasion::LineCame, "start busy", "rest resting"},
    {"rejected", Occasion::LineWent, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::NeighbourGotThrough, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::TimeCame, "start busy", "rest resting"},
    {"rejected", Occasion::Succeeded, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::Failed, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::Troubled, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::Rejected, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::Refused, "nothing waiting", "nothing waiting"},
    {"rejected", Occasion::Ended, "rest stopped", "rest stopped"},

    {"needs-you", Occasion::Woken, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::TriedNow, "start busy", "rest resting"},
    {"needs-you", Occasion::LineCame, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::LineWent, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::NeighbourGotThrough, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::TimeCame, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Succeeded, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Failed, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Troubled, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Rejected, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Refused, "nothing needs-you", "nothing needs-you"},
    {"needs-you", Occasion::Ended, "rest stopped", "rest stopped"},

    {"stopped", Occasion::Woken, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::TriedNow, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::LineCame, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::LineWent, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::NeighbourGotThrough, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::TimeCame, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Succeeded, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Failed, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Troubled, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Rejected, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Refused, "nothing stopped", "nothing stopped"},
    {"stopped", Occasion::Ended, "nothing stopped", "nothing stopped"},
};

QByteArray nameOf(Act act) {
    constexpr const char* names[] = {"nothing", "start", "wait", "rest"};
    return names[static_cast<int>(act)];
}

QByteArray nameOf(State state) {
    constexpr const char* names[] = {"resting", "busy", "waiting", "needs-you", "stopped"};
    return names[static_cast<int>(state)];
}

}

Lane tst_Lane::laneIn(const QByteArray& situation) {
    Lane lane = freshLane();
    if (situation == "resting")
        return lane;
    lane.tell(Occasion::Woken, start, true);
    if (situation == "hurried")
        lane.tell(Occasion::TriedNow, start, true);
    if (situation == "no-line")
        lane.tell(Occasion::Failed, start, true);
    if (situation == "troubled")
        lane.tell(Occasion::Troubled, start, true);
    if (situation == "rejected")
        lane.tell(Occasion::Rejected, start, true);
    if (situation == "needs-you")
        lane.tell(Occasion::Refused, start, true);
    if (situation == "stopped")
        lane.tell(Occasion::Ended, start, true);
    return lane;
}

void tst_Lane::transitions_data() {
    QTest::addColumn<QByteArray>("situation");
    QTest::addColumn<int>("occasion");
    QTest::addColumn<bool>("hasWork");
    QTest::addColumn<QByteArray>("expected");
    for (const Row& row : rows)
        for (const bool hasWork : {true, false})
            QTest::addRow("%s %s %s", row.situation, occasionNames[static_cast<int>(row.occasion)], hasWork ? "work" : "no work")
                << QByteArray(row.situation) << static_cast<int>(row.occasion) << hasWork << QByteArray(hasWork ? row.withWork : row.withoutWork);
}

void tst_Lane::transitions() {
    QFETCH(QByteArray, situation);
    QFETCH(int, occasion);
    QFETCH(bool, hasWork);
    QFETCH(QByteArray, expected);
    Lane lane = laneIn(situation);
    const qint64 longAfter = start + 3'600'000;
    const Act act = lane.tell(static_cast<Occasion>(occasion), longAfter, hasWork);
    QCOMPARE(nameOf(act) + ' ' + nameOf(lane.state()), expected);
    if (act == Act::Wait)
        QVERIFY(lane.due() > longAfter);
}

void tst_Lane::waitsGrowUntilTheCeilingAndAreForgottenBySuccess() {
    Lane lane = freshLane();
    qint64 now = start;
    lane.tell(Occasion::Woken, now, true);
    const QList<qint64> expected{500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000};
    for (const qint64 wait : expected) {
        QCOMPARE(lane.tell(Occasion::Failed, now, true), Act::Wait);
        QCOMPARE(lane.due() - now, wait);
        now = lane.due();
        QCOMPARE(lane.tell(Occasion::TimeCame, now, true), Act::Start);
    }
    QCOMPARE(lane.tell(Occasion::Succeeded, now, true), Act::Start);
    QCOMPARE(lane.tell(Occasion::Failed, now, true), Act::Wait);
    QCOMPARE(lane.due() - now, 500);
}

void tst_Lane::anEarlyTimerWaitsForTheRest() {
    Lane lane = freshLane();
    lane.tell(Occasion::Woken, start, true);
    lane.tell(Occasion::Failed, start, true);
    QCOMPARE(lane.tell(Occasion::TimeCame, start + 499, true), Act::Wait);
    QCOMPARE(lane.state(), State::Waiting);
    QCOMPARE(lane.tell(Occasion::TimeCame, start + 500, true), Act::Start);
}

void tst_Lane::aHurryIsSpentOnce() {
    Lane lane = freshLane();
    lane.tell(Occasion::Woken, start, true);
    lane.tell(Occasion::LineCame, start, true);
    QCOMPARE(lane.tell(Occasion::Failed, start, true), Act::Start);
    QCOMPARE(lane.tell(Occasion::Failed, start, true), Act::Wait);
}

QTEST_GUILESS_MAIN(tst_Lane)
#include "tst_Lane.moc"
