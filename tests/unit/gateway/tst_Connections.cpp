// Who makes room for whom at a full door.

#include "sync/gateway/net/front/Connections.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using motcua::gateway::Connections;

class tst_Connections : public QObject {
    Q_OBJECT

private slots:
    void oneAddressMakesRoomForItself();
    void oneCertificateMakesRoomForItself();
    void whoSaysNothingGoesFirst();
    void whoIsServedStays();
    void whoComesHasTimeToAsk();
    void allAreAskedToEnd();
    void nobodyComesAfterTheEnd();
    void theLastWakesWhoWaits();

private:
    struct Guest {
        explicit Guest(Connections& all) : place(all) {}
        Connections::Place place;
        int asked = 0;
        bool enter(const QByteArray& address) {
            return place.enter(address, [this] { ++asked; });
        }
    };
    using Guests = std::vector<std::unique_ptr<Guest>>;
    static Guests guests(Connections& all, int count) {
        Guests made;
        for (int i = 0; i < count; ++i)
            made.push_back(std::make_unique<Guest>(all));
        return made;
    }
    static QByteArray address(int index) { return "10.0.0." + QByteArray::number(index); }
};

void tst_Connections::oneAddressMakesRoomForItself() {
    Connections all({.all = 10, .strangers = 10, .perAddress = 2, .perCertificate = 10});
    const Guests those = guests(all, 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(those[i]->enter("10.0.0.1"));
    QCOMPARE(those[0]->asked, 1);
    QCOMPARE(those[1]->asked, 0);
    // It counts until it is gone, and is asked once.
    QCOMPARE(all.count(), 3);
    those[0]->place.leave();
    QVERIFY(those[3]->enter("10.0.0.2"));
    QCOMPARE(all.count(), 3);
    QCOMPARE(those[0]->asked, 1);
    QCOMPARE(those[1]->asked, 0);
}

void tst_Connections::oneCertificateMakesRoomForItself() {
    Connections all({.all = 10, .strangers = 10, .perAddress = 10, .perCertificate = 2});
    const Guests those = guests(all, 4);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(those[i]->enter(address(i)));
        QVERIFY(those[i]->place.certified("one"));
    }
    QCOMPARE(those[0]->asked, 1);
    QCOMPARE(those[1]->asked, 0);
    those[1]->place.setServed(true);
    those[2]->place.setServed(true);
    QVERIFY(those[3]->enter(address(3)));
    QVERIFY(!those[3]->place.certified("one"));
    QVERIFY(those[3]->place.certified("other"));
}

void tst_Connections::whoSaysNothingGoesFirst() {
    Connections all({.all = 3, .strangers = 2, .perAddress = 10, .perCertificate = 10});
    const Guests those = guests(all, 5);
    QVERIFY(those[0]->enter(address(0)));
    QVERIFY(those[0]->place.certified("a desk"));
    for (int i = 1; i < 4; ++i)
        QVERIFY(those[i]->enter(address(i)));
    QCOMPARE(those[1]->asked, 1);
    QCOMPARE(those[0]->asked, 0);
    QVERIFY(those[4]->enter(address(4)));
    QCOMPARE(those[2]->asked, 1);
    QCOMPARE(those[0]->asked, 0);
}

void tst_Connections::whoIsServedStays() {
    Connections all({.all = 2, .strangers = 2, .perAddress = 10, .perCertificate = 10});
    const Guests those = guests(all, 4);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(those[i]->enter(address(i)));
        QVERIFY(those[i]->place.certified(address(i)));
        those[i]->place.setServed(true);
    }
    QVERIFY(!those[2]->enter(address(2)));
    those[0]->place.setServed(false);
    QVERIFY(those[3]->enter(address(3)));
    QCOMPARE(those[0]->asked, 1);
    QCOMPARE(those[1]->asked, 0);
}

/// Where anybody's certificate counts: many of few addresses make room, the one of its own does not.
void tst_Connections::whoComesHasTimeToAsk() {
    Connections all({.all = 8, .strangers = 8, .perAddress = 7, .perCertificate = 10, .spared = std::chrono::milliseconds(200), .few = 2});
    const Guests crowd = guests(all, 7);
    Guest newcomer(all);
    QVERIFY(newcomer.enter(address(1)));
    QVERIFY(newcomer.place.certified("newcomer"));
    for (const auto& one : crowd) {
        QVERIFY(one->enter(address(2)));
        QVERIFY(one->place.certified("crowd"));
    }
    Guest next(all);
    QVERIFY(next.enter(address(3)));
    QCOMPARE(newcomer.asked, 0);
    QCOMPARE(crowd.front()->asked, 1);
    // All the others ask something: there is no room rather than the newcomer's.
    for (size_t i = 1; i < crowd.size(); ++i)
        crowd[i]->place.setServed(true);
    next.place.setServed(true);
    Guest late(all);
    QVERIFY(!late.enter(address(4)));
    QCOMPARE(newcomer.asked, 0);
    QTest::qSleep(250);
    QVERIFY(late.enter(address(4)));
    QCOMPARE(newcomer.asked, 1);
}

void tst_Connections::allAreAskedToEnd() {
    Connections all({});
    const Guests those = guests(all, 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(those[i]->enter(address(i)));
    QVERIFY(those[1]->place.certified("one"));
    those[1]->place.setServed(true);
    QVERIFY(those[2]->place.certified("two"));
    all.endAll();
    for (const auto& guest : those)
        QCOMPARE(guest->asked, 1);
}

/// Accepted before the door was shut, and at it after all were asked: nobody asks a second time.
void tst_Connections::nobodyComesAfterTheEnd() {
    Connections all({});
    const Guests those = guests(all, 2);
    QVERIFY(those[0]->enter(address(0)));
    all.endAll();
    QVERIFY(!those[1]->enter(address(1)));
    QCOMPARE(those[1]->asked, 0);
    QCOMPARE(all.count(), 1);
}

void tst_Connections::theLastWakesWhoWaits() {
    Connections all({});
    const Guests those = guests(all, 2);
    for (int i = 0; i < 2; ++i)
        QVERIFY(those[i]->enter(address(i)));
    all.endAll();
    QVERIFY(!all.waitForNone(std::chrono::steady_clock::now()));
    std::atomic<bool> isWoken = false;
    std::thread waiting([&] { isWoken = all.waitForNone(std::chrono::steady_clock::now() + std::chrono::minutes(5)); });
    those[0]->place.leave();
    QTest::qWait(20);
    QVERIFY(!isWoken);
    those[1]->place.leave();
    waiting.join();
    QVERIFY(isWoken);
    QVERIFY(all.waitForNone(std::chrono::steady_clock::now()));
}

QTEST_GUILESS_MAIN(tst_Connections)
#include "tst_Connections.moc"
