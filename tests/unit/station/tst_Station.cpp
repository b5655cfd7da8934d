#include "app/station/Station.h"
#include "tests/support/counter/PaperStand.h"
#include "tests/support/counter/ScriptedScanner.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <QFile>
#include <QGuiApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace motcua;
using counter::SessionControl;
using State = counter::SessionControl::State;

/// A station against a real gateway: enrolment, first unlock, users, lock, close, again.
class tst_Station : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void enrolmentThatFails_data();
    void enrolmentThatFails();
    void fromEnrolmentToTheSecondDay();
    void twoProgramsOnOneDirectory();
    void withoutALine();

private:
    station::StationSetup setup(const QString& name);
    counter::Enrolment wanted(const QString& code) const {
        return {m_gateway.enrolmentUrl(), code, QStringLiteral("Quầy 1"), QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu")};
    }
    static QString errorOf(const QSignalSpy& spy) { return spy.isEmpty() ? QString() : spy.last().at(0).value<base::Error>().code; }

    QTemporaryDir m_directory;
    test::GatewayProcess m_gateway;
    test::ScriptedScanner m_scanner;
    test::PaperStand m_paper;
};

void tst_Station::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
}

station::StationSetup tst_Station::setup(const QString& name) {
    station::StationSetup setup;
    setup.directory = m_directory.filePath(name);
    setup.scanner = &m_scanner;
    setup.printer = &m_paper;
    setup.journal.cost = {1, 64, 1};
    return setup;
}

void tst_Station::enrolmentThatFails_data() {
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("error");
    const QString url = m_gateway.enrolmentUrl();
    QTest::newRow("code without form") << url << "ABC"
                                       << "đúng mật khẩu"
                                       << "enrolment.code-malformed";
    QTest::newRow("short password") << url << m_gateway.codes().at(0) << "ngắn"
                                    << "unlock.password-too-short";
    QTest::newRow("no address") << "không phải" << m_gateway.codes().at(0) << "đúng mật khẩu"
                                << "enrolment.address-malformed";
}

void tst_Station::enrolmentThatFails() {
    QFETCH(QString, gateway);
    QFETCH(QString, code);
    QFETCH(QString, password);
    station::Station station(setup(QStringLiteral("fails")));
    QCOMPARE(station.session().state(), State::NotEnrolled);
    QSignalSpy failed(&station.session(), &SessionControl::enrolFailed);
    station.session().enrol({gateway, code, QStringLiteral("Quầy"), QStringLiteral("lan.nt"), password});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    QTEST(errorOf(failed), "error");
    QVERIFY(!QFile::exists(station.directory()));
    QCOMPARE(station.session().state(), State::NotEnrolled);
}

void tst_Station::fromEnrolmentToTheSecondDay() {
    const auto with = setup(QStringLiteral("desk"));
    QString head;
    {
        station::Station station(with);
        SessionControl& session = station.session();
        session.enrol(wanted(m_gateway.codes().at(0)));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Closed, 30'000);
        QCOMPARE(session.logins(), QStringList{QStringLiteral("lan.nt")});
        QCOMPARE(session.lastLogin(), QStringLiteral("lan.nt"));
        QSignalSpy failed(&session, &SessionControl::unlockFailed);
        session.unlock(QStringLiteral("lan.nt"), QStringLiteral("sai mật khẩu"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QCOMPARE(errorOf(failed), QStringLiteral("unlock.wrong-password"));
        // A wrong try makes the next one wait for a second.
        connect(&session, &SessionControl::unlockFailed, &session, [&session](const base::Error& error) {
            if (error.code == QLatin1String("unlock.wait"))
                QTimer::singleShot(300, &session, [&session] { session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu")); });
        });
        session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
        QCOMPARE(session.counter()->desk().account().name, QStringLiteral("Nguyễn Thị Lan"));
        QVERIFY(session.counter()->archive().catalogue().procedures().size() > 80);
        QCOMPARE(session.counter()->desk().stationName(), QStringLiteral("Quầy 1"));

        QSignalSpy added(&session, &SessionControl::userAdded);
        QSignalSpy notAdded(&session, &SessionControl::failed);
        session.addUser(QStringLiteral("nobody"), QStringLiteral("mật khẩu khác"));
        QTRY_COMPARE(notAdded.count(), 1);
        QCOMPARE(errorOf(notAdded), QStringLiteral("access.unknown-user"));
        session.addUser(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu khác"));
        QTRY_COMPARE(added.count(), 1);
        {
            // With every worker busy, whoever made the key on this thread would be through at once.
            QThreadPool& workers = *QThreadPool::globalInstance();
            const int most = workers.maxThreadCount();
            workers.setMaxThreadCount(1);
            QSemaphore gate;
            workers.start([&gate] { gate.acquire(); });
            const auto adding = station.addUser(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu khác"));
            const bool isAside = !adding.isFinished();
            gate.release();
            QTRY_VERIFY(adding.isFinished());
            workers.setMaxThreadCount(most);
            QVERIFY(isAside);
        }
        session.counter()->printing().setTarget({QStringLiteral("HP"), {}, 150});
        session.counter()->intake().form().setNote(QStringLiteral("dở dang"));
        session.lock();
        session.unlock(QStringLiteral("minh.tv"), QStringLiteral("mật khẩu khác"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
        QVERIFY(session.counter()->desk().may(domain::Role::Supervisor));
        QSignalSpy changed(&session, &SessionControl::passwordChanged);
        session.changePassword(QStringLiteral("mật khẩu khác"), QStringLiteral("mật khẩu mới"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20'000);
        session.close();
        QCOMPARE(session.state(), State::Closed);
        QVERIFY(!session.counter());
    }
    station::Station station(with);
    QCOMPARE(station.session().lastLogin(), QStringLiteral("minh.tv"));
    station.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu"));
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Unlocked, 30'000);
    QCOMPARE(station.counter()->intake().form().content().note, QStringLiteral("dở dang"));
    QCOMPARE(station.counter()->printing().target().queue, QStringLiteral("HP"));
    QCOMPARE(station.counter()->printing().target().attestationTop, 150);
}

void tst_Station::twoProgramsOnOneDirectory() {
    const auto with = setup(QStringLiteral("desk"));
    station::Station first(with);
    first.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu"));
    QTRY_COMPARE_WITH_TIMEOUT(first.session().state(), State::Unlocked, 30'000);
    station::Station second(with);
    QSignalSpy failed(&second.session(), &SessionControl::unlockFailed);
    second.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    QCOMPARE(errorOf(failed), QStringLiteral("journal.in-use"));
}

void tst_Station::withoutALine() {
    m_gateway.kill();
    station::Station station(setup(QStringLiteral("desk")));
    station.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng mật khẩu"));
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Unlocked, 30'000);
    counter::Intake& intake = station.counter()->intake();
    QVERIFY(intake.form().applyCardQr(QStringLiteral("022090001234||Nguyễn Văn An|15011990|Nam|Bãi Cháy, Hạ Long|12052021")).has_value());
    intake.form().setProcedure(QStringLiteral("2.000815"));
    intake.form().setFact(QStringLiteral("document"), QStringLiteral("Giấy khai sinh"));
    intake.form().setFact(QStringLiteral("pages"), 1);
    const auto received = intake.acts().receive();
    QVERIFY2(received.has_value(), received ? "" : qPrintable(received.error().toLogLine()));
    QTRY_VERIFY_WITH_TIMEOUT(station.counter()->sync().status().unsent >= 2, 20'000);
    QVERIFY(!station.counter()->sync().isConfirmed());
}

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    tst_Station test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Station.moc"
