#include "app/counter/SessionControl.h"
#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::SessionControl;
using test::CounterBench;
using State = counter::SessionControl::State;

namespace {

/// Doors that open for the password "right".
class Doors final : public counter::Access {
public:
    explicit Doors(CounterBench& bench) : m_bench(bench) {}

    bool isEnrolled() const override { return enrolledAlready; }
    QStringList logins() const override { return {m_bench.clerk.login, m_bench.supervisor.login}; }
    QString lastLogin() const override { return m_bench.clerk.login; }
    QFuture<base::Outcome> enrol(const counter::Enrolment& enrolment) override {
        if (enrolment.code != QLatin1String("ABC"))
            return ready<base::Done>(base::fail(QStringLiteral("enrolment.code-wrong")));
        return ready<base::Done>(base::done());
    }
    QFuture<base::Result<domain::Account>> unlock(const QString& login, const base::Secret& password) override {
        if (password != base::Secret("right"))
            return ready<domain::Account>(base::fail(QStringLiteral("unlock.wrong-password")));
        open = true;
        return ready<domain::Account>(login == m_bench.clerk.login ? m_bench.clerk : m_bench.supervisor);
    }
    QFuture<base::Outcome> addUser(const QString& login, const base::Secret&, const QString&) override {
        if (login.isEmpty())
            return ready<base::Done>(base::fail(QStringLiteral("access.unknown-user")));
        return ready<base::Done>(base::done());
    }
    QFuture<base::Outcome> removeUser(const QString&) override { return ready<base::Done>(base::done()); }
    QFuture<base::Outcome> resetPassword(const QString&, const base::Secret& password, const QString&) override {
        if (password.isEmpty())
            return ready<base::Done>(base::fail(QStringLiteral("unlock.password-too-short")));
        return ready<base::Done>(base::done());
    }
    QFuture<base::Outcome> activate(const QString&) override { return ready<base::Done>(base::done()); }
    QFuture<base::Outcome> changePassword(const QString&, const base::Secret&, const base::Secret&) override {
        return ready<base::Done>(base::done());
    }
    counter::Upkeep* upkeep() override { return nullptr; }
    counter::Counter* counter() override { return open ? m_bench.counter.get() : nullptr; }
    void close() override { open = false; }

    bool enrolledAlready = true;
    bool open = false;

private:
    template <class T>
    static QFuture<base::Result<T>> ready(base::Result<T> result) {
        return QtFuture::makeReadyFuture(std::move(result));
    }

    CounterBench& m_bench;
};

}

class tst_SessionControl : public QObject {
    Q_OBJECT

private slots:
    void unlockSeats();
    void wrongPassword();
    void enrolment();
    void idleLock_data();
    void idleLock();
    void theFirstKeyAfterSleepLocks();
    void whoeverIsRefusedLeavesNothingOpen();
    void switchingUser();
    void lockKeepsTheDraft();
    void seatRefusedWhileScanning();
    void theProvinceChangesTheAccount();
    void closing();
    void users();
};

void tst_SessionControl::unlockSeats() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QCOMPARE(session.state(), State::Closed);
    QSignalSpy unlocked(&session, &SessionControl::unlocked);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(unlocked.count(), 1);
    QVERIFY(!session.isBusy());
    QCOMPARE(session.state(), State::Unlocked);
    QCOMPARE(session.counter()->desk().account().id, bench.clerk.id);
    QCOMPARE(session.lastLogin(), bench.clerk.login);
    QCOMPARE(session.secondsToLock(), 300);
}

void tst_SessionControl::wrongPassword() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QSignalSpy failed(&session, &SessionControl::unlockFailed);
    session.unlock(bench.clerk.login, QStringLiteral("wrong"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().at(0).value<base::Error>().code, QStringLiteral("unlock.wrong-password"));
    QCOMPARE(session.state(), State::Closed);
    QCOMPARE(session.counter(), nullptr);
    QCOMPARE(session.secondsToLock(), 0);
}

void tst_SessionControl::enrolment() {
    CounterBench bench;
    Doors doors(bench);
    doors.enrolledAlready = false;
    SessionControl session(doors, bench.clock);
    QCOMPARE(session.state(), State::NotEnrolled);
    QSignalSpy failed(&session, &SessionControl::enrolFailed);
    QSignalSpy enrolled(&session, &SessionControl::enrolled);
    session.enrol({QStringLiteral("https://localhost"), QStringLiteral("XYZ"), {}, bench.clerk.login, QStringLiteral("right")});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(session.state(), State::NotEnrolled);
    session.enrol({QStringLiteral("https://localhost"), QStringLiteral("ABC"), {}, bench.clerk.login, QStringLiteral("right")});
    QTRY_COMPARE(enrolled.count(), 1);
    QCOMPARE(session.state(), State::Closed);
    QCOMPARE(session.lastLogin(), bench.clerk.login);
}

void tst_SessionControl::idleLock_data() {
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("idleSeconds");
    QTest::addColumn<bool>("locks");
    QTest::newRow("used lately") << 5 << 299 << false;
    QTest::newRow("five minutes") << 5 << 300 << true;
    QTest::newRow("switched off") << 0 << 100'000 << false;
}

void tst_SessionControl::idleLock() {
    QFETCH(int, minutes);
    QFETCH(int, idleSeconds);
    QFETCH(bool, locks);
    CounterBench bench;
    bench.archive.published.settings.idleLockMinutes = minutes;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QSignalSpy unlocked(&session, &SessionControl::unlocked);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(unlocked.count(), 1);
    bench.clock.advance(100);
    session.activity();
    bench.clock.advance(idleSeconds);
    QSignalSpy locked(&session, &SessionControl::locked);
    if (locks)
        QTRY_COMPARE_WITH_TIMEOUT(locked.count(), 1, 3000);
    else
        QVERIFY(!locked.wait(1200));
}

/// The machine slept, and a key wakes it: it comes before any timer.
void tst_SessionControl::theFirstKeyAfterSleepLocks() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    bench.clock.advance(8 * 3600);
    session.activity();
    QCOMPARE(session.state(), State::Locked);
}

/// The first to unlock, who then may not be seated.
void tst_SessionControl::whoeverIsRefusedLeavesNothingOpen() {
    CounterBench bench;
    bench.seatClerk();
    QVERIFY(bench.counter->scanning().scan({}, bench.counter->intake().draft()).has_value());
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QSignalSpy failed(&session, &SessionControl::unlockFailed);
    session.unlock(bench.supervisor.login, QStringLiteral("right"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(session.state(), State::Closed);
    QTRY_VERIFY(!doors.open);
}

void tst_SessionControl::switchingUser() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    session.lock();
    QCOMPARE(session.state(), State::Locked);
    session.unlock(bench.supervisor.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    QCOMPARE(session.counter()->desk().account().id, bench.supervisor.id);
}

void tst_SessionControl::lockKeepsTheDraft() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    session.counter()->intake().form().setNote(QStringLiteral("x"));
    session.lock();
    QCOMPARE(bench.drafts.all().size(), 1u);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    QCOMPARE(session.counter()->intake().form().content().note, QStringLiteral("x"));
}

void tst_SessionControl::seatRefusedWhileScanning() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    QVERIFY(session.counter()->scanning().scan({}, session.counter()->intake().draft()).has_value());
    session.lock();
    QSignalSpy failed(&session, &SessionControl::unlockFailed);
    session.unlock(bench.supervisor.login, QStringLiteral("right"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().at(0).value<base::Error>().code, QStringLiteral("scan.busy"));
    QCOMPARE(session.state(), State::Locked);
}

void tst_SessionControl::theProvinceChangesTheAccount() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QSignalSpy unlocked(&session, &SessionControl::unlocked);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(unlocked.count(), 1);
    domain::Account changed = bench.clerk;
    changed.roles |= static_cast<int>(domain::Role::Supervisor);
    bench.archive.published.accounts = {bench.supervisor, changed};
    emit bench.counter->archiveChanged();
    QVERIFY(session.counter()->desk().may(domain::Role::Supervisor));
    QCOMPARE(session.state(), State::Unlocked);
    bench.archive.published.accounts[0].active = false;
    emit bench.counter->archiveChanged();
    QCOMPARE(session.state(), State::Unlocked);
    QSignalSpy locked(&session, &SessionControl::locked);
    QSignalSpy told(&session, &SessionControl::unlockFailed);
    bench.archive.published.accounts[1].active = false;
    emit bench.counter->archiveChanged();
    QCOMPARE(locked.count(), 1);
    QCOMPARE(session.state(), State::Locked);
    QCOMPARE(told.front().at(0).value<base::Error>().code, QStringLiteral("access.inactive"));
}

void tst_SessionControl::closing() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    session.counter()->intake().form().setNote(QStringLiteral("x"));
    session.close();
    QCOMPARE(session.state(), State::Closed);
    QCOMPARE(session.counter(), nullptr);
    QCOMPARE(bench.drafts.all().size(), 1u);
    session.lock();
    QCOMPARE(session.state(), State::Closed);
}

void tst_SessionControl::users() {
    CounterBench bench;
    Doors doors(bench);
    SessionControl session(doors, bench.clock);
    QSignalSpy added(&session, &SessionControl::userAdded);
    QSignalSpy failed(&session, &SessionControl::failed);
    session.addUser(QStringLiteral("x"), QStringLiteral("y"));
    session.unlock(bench.clerk.login, QStringLiteral("right"));
    QTRY_COMPARE(session.state(), State::Unlocked);
    QCOMPARE(added.count(), 0);
    session.addUser(QStringLiteral("x"), QStringLiteral("y"));
    QTRY_COMPARE(added.count(), 1);
    session.addUser(QString(), QStringLiteral("y"));
    QTRY_COMPARE(failed.count(), 1);
    QSignalSpy changed(&session, &SessionControl::passwordChanged);
    session.changePassword(QStringLiteral("right"), QStringLiteral("new"));
    QTRY_COMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(tst_SessionControl)
#include "tst_SessionControl.moc"
