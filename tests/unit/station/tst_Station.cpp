#include "app/station/Diagnosis.h"
#include "app/station/Station.h"
#include "tests/support/counter/PaintedPages.h"
#include "tests/support/counter/PaperStand.h"
#include "tests/support/counter/ScriptedScanner.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/sqlite/FaultVfs.h"

#include <QFile>
#include <QGuiApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace motcua;
using counter::SessionControl;
using State = counter::SessionControl::State;

namespace {

/// Passes on what is said between a station and a port of the gateway; once, where an answer grows as long as an enrolment's, it breaks.
class CuttingLine : public QObject {
public:
    enum class Breaks { Never, Once };
    explicit CuttingLine(quint16 behind, Breaks breaks = Breaks::Once, const QHostAddress& at = QHostAddress(QHostAddress::LocalHost))
        : m_cutsLeft(breaks == Breaks::Once ? 1 : 0) {
        m_server.listen(at);
        connect(&m_server, &QTcpServer::newConnection, this, [this, behind] {
            QTcpSocket* station = m_server.nextPendingConnection();
            auto* gateway = new QTcpSocket(station);
            gateway->connectToHost(QHostAddress::LocalHost, behind);
            connect(station, &QTcpSocket::readyRead, gateway, [station, gateway] { gateway->write(station->readAll()); });
            connect(gateway, &QTcpSocket::readyRead, station, [this, station, gateway] {
                const QByteArray bytes = gateway->readAll();
                const qint64 passed = station->property("passed").toLongLong() + bytes.size();
                station->setProperty("passed", passed);
                // The handshake and the outlook are shorter, the enrolment's certificates and keys longer.
                constexpr qint64 longest = 3500;
                if (passed > longest && m_cutsLeft > 0) {
                    --m_cutsLeft;
                    station->abort();
                    return;
                }
                station->write(bytes);
            });
            connect(gateway, &QTcpSocket::disconnected, station, &QTcpSocket::disconnectFromHost);
        });
    }
    quint16 port() const { return m_server.serverPort(); }
    bool hasCut() const { return m_cutsLeft == 0; }

private:
    QTcpServer m_server;
    int m_cutsLeft;
};

}

/// A station against a real gateway: enrolment, first unlock, users, lock, close, again.
class tst_Station : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void enrolmentThatFails_data();
    void enrolmentThatFails();
    void fromEnrolmentToTheSecondDay();
    void aLostAnswerIsAskedForAgain();
    void aDiskThatFailsAfterwardsLosesNoCode();
    void usersAreTakenAwayAndResetByTheRules();
    void aClosedAccountGetsInNoMore();
    void isCaredForWhileItWorks();
    void whatTheKernelLacksIsFound_data();
    void whatTheKernelLacksIsFound();
    void twoProgramsOnOneDirectory();
    void withoutALine();

private:
    station::StationSetup setup(const QString& name);
    counter::Enrolment wanted(const QString& code) const {
        return {m_gateway.enrolmentUrl(), code, QStringLiteral("Quầy 1"), QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn")};
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
                                       << "đúng một câu dài hơn"
                                       << "enrolment.code-malformed";
    QTest::newRow("short password") << url << m_gateway.codes().at(0) << "ngắn"
                                    << "unlock.password-too-short";
    QTest::newRow("no address") << "không phải" << m_gateway.codes().at(0) << "đúng một câu dài hơn"
                                << "enrolment.address-malformed";
    const auto row = [&](const char* name, const QString& address, const char* error) {
        QTest::newRow(name) << address << m_gateway.codes().at(0) << "đúng một câu dài hơn" << error;
    };
    row("where enrolled stations go", m_gateway.url(), "enrolment.wrong-port");
    row("nobody there", QStringLiteral("https://127.0.0.1:9"), "enrolment.no-answer");
    row("a name that is not the province's", {}, "enrolment.wrong-host");
    row("unknown login", url, "enrolment.login-unknown");
}

void tst_Station::enrolmentThatFails() {
    QFETCH(QString, gateway);
    QFETCH(QString, code);
    QFETCH(QString, password);
    const auto with = setup(QStringLiteral("fails"));
    const QByteArray row = QTest::currentDataTag();
    station::Station station(with);
    QCOMPARE(station.session().state(), State::NotEnrolled);
    QSignalSpy failed(&station.session(), &SessionControl::enrolFailed);
    const QString login = row == "unknown login" ? QStringLiteral("lan.tn") : QStringLiteral("lan.nt");
    const CuttingLine elsewhere(
        static_cast<quint16>(m_gateway.enrolmentPort()), CuttingLine::Breaks::Never, QHostAddress(QStringLiteral("127.0.0.2")));
    if (row == "a name that is not the province's")
        gateway = QStringLiteral("https://127.0.0.2:%1").arg(elsewhere.port());
    station.session().enrol({gateway, code, {}, login, password});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    QTEST(errorOf(failed), "error");
    QVERIFY(!QFile::exists(station.directory()));
    QCOMPARE(station.session().state(), State::NotEnrolled);
}

void tst_Station::aLostAnswerIsAskedForAgain() {
    CuttingLine line(static_cast<quint16>(m_gateway.enrolmentPort()));
    station::Station station(setup(QStringLiteral("cut")));
    auto through = wanted(m_gateway.codes().at(2));
    through.gateway = QStringLiteral("https://127.0.0.1:%1").arg(line.port());
    station.session().enrol(through);
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Closed, 30'000);
    QVERIFY(line.hasCut());
}

void tst_Station::aDiskThatFailsAfterwardsLosesNoCode() {
    test::FaultVfs vfs("enrolment");
    auto with = setup(QStringLiteral("faulty"));
    with.journal.vfs = vfs.name();
    station::Station station(with);
    QSignalSpy failed(&station.session(), &SessionControl::enrolFailed);
    vfs.arm(test::VfsFault::DiskFull, 5, true);
    station.session().enrol(wanted(m_gateway.codes().at(1)));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(!QFile::exists(with.directory));
    QVERIFY(vfs.hasStruck());
    QCOMPARE(errorOf(failed), QStringLiteral("journal.disk-full"));
    vfs.disarm();
    station.session().enrol(wanted(m_gateway.codes().at(1)));
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Closed, 30'000);
}

void tst_Station::usersAreTakenAwayAndResetByTheRules() {
    const auto with = setup(QStringLiteral("desk"));
    station::Station station(with);
    SessionControl& session = station.session();
    session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    QSignalSpy failed(&session, &SessionControl::failed);
    QSignalSpy added(&session, &SessionControl::userAdded);
    session.addUser(QStringLiteral("huong.vt"), QStringLiteral("mây trắng bay về núi"));
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, 20'000);
    session.addUser(QStringLiteral("duc.pv"), QStringLiteral("trăng sáng soi ao bèo"));
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 2, 20'000);
    // A clerk touches nobody's.
    session.removeUser(QStringLiteral("huong.vt"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(errorOf(failed), QStringLiteral("access.needs-technician"));
    session.resetPassword(QStringLiteral("minh.tv"), QStringLiteral("của kẻ khác"));
    QTRY_COMPARE(failed.count(), 2);
    // A technician touches a clerk's, not a supervisor's.
    session.lock();
    session.unlock(QStringLiteral("duc.pv"), QStringLiteral("trăng sáng soi ao bèo"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    for (const QString& login : {QStringLiteral("minh.tv"), QStringLiteral("duc.pv")}) {
        const int before = static_cast<int>(failed.count());
        session.removeUser(login);
        QTRY_COMPARE(failed.count(), before + 1);
        session.resetPassword(login, QStringLiteral("của kẻ khác"));
        QTRY_COMPARE(failed.count(), before + 2);
    }
    QVERIFY(session.logins().contains(QStringLiteral("minh.tv")));
    QSignalSpy reset(&session, &SessionControl::passwordReset);
    session.resetPassword(QStringLiteral("huong.vt"), QStringLiteral("đường xa lá đỏ rơi mau"));
    QTRY_COMPARE_WITH_TIMEOUT(reset.count(), 1, 20'000);
    session.lock();
    session.unlock(QStringLiteral("huong.vt"), QStringLiteral("đường xa lá đỏ rơi mau"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    session.lock();
    session.unlock(QStringLiteral("duc.pv"), QStringLiteral("trăng sáng soi ao bèo"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    QSignalSpy removed(&session, &SessionControl::userRemoved);
    session.removeUser(QStringLiteral("huong.vt"));
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(!session.logins().contains(QStringLiteral("huong.vt")));
    QSignalSpy refused(&session, &SessionControl::unlockFailed);
    session.lock();
    session.unlock(QStringLiteral("huong.vt"), QStringLiteral("đường xa lá đỏ rơi mau"));
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
    // Who knows the password of the slot that was taken away is told so, and nobody else.
    QCOMPARE(errorOf(refused), QStringLiteral("unlock.former-user"));
}

/// With or without a line: what would let it in goes when the closing arrives, also of whoever is at work.
void tst_Station::aClosedAccountGetsInNoMore() {
    const auto with = setup(QStringLiteral("desk"));
    const auto turn = [this](const char* act, const QString& login) {
        QVERIFY(m_gateway.ask({QLatin1String(act), QStringLiteral("--unit"), m_gateway.unit(), QStringLiteral("--login"), login})
                    .value(QLatin1String("changed"))
                    .toBool());
    };
    station::Station station(with);
    SessionControl& session = station.session();
    QSignalSpy failed(&session, &SessionControl::unlockFailed);
    const auto tried = [&](const QString& login, const QString& password) {
        const auto before = failed.count();
        session.unlock(login, password);
        const auto answered = [&] { return failed.count() > before || session.state() == State::Unlocked; };
        return QTest::qWaitFor(answered, 20'000) && failed.count() > before ? errorOf(failed) : QString();
    };
    session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    QVERIFY(session.logins().contains(QStringLiteral("duc.pv")));
    turn("deactivate-account", QStringLiteral("duc.pv"));
    QTRY_VERIFY_WITH_TIMEOUT(!session.logins().contains(QStringLiteral("duc.pv")), 30'000);
    QCOMPARE(session.state(), State::Unlocked);
    QVERIFY(!*station.openStation()->unlocked().hasUser(QStringLiteral("duc.pv")));
    // Whoever is at work is locked out first.
    QSignalSpy added(&session, &SessionControl::userAdded);
    session.addUser(QStringLiteral("huong.vt"), QStringLiteral("mây trắng bay về núi"));
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, 20'000);
    session.lock();
    // The test before has tried a wrong password under this login, so the desk may ask to wait.
    const auto unlocks = [&] { return tried(QStringLiteral("huong.vt"), QStringLiteral("mây trắng bay về núi")) != QLatin1String("unlock.wait"); };
    QVERIFY(QTest::qWaitFor([&] { return session.state() == State::Unlocked || unlocks(); }, 60'000));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
    turn("deactivate-account", QStringLiteral("huong.vt"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Locked, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!*station.openStation()->unlocked().hasUser(QStringLiteral("huong.vt")), 30'000);
    QCOMPARE(tried(QStringLiteral("huong.vt"), QStringLiteral("mây trắng bay về núi")), QStringLiteral("access.inactive"));
    QCOMPARE(tried(QStringLiteral("huong.vt"), QStringLiteral("mây trắng bay về sông")), QStringLiteral("unlock.wrong-password"));
    for (const QString& login : {QStringLiteral("duc.pv"), QStringLiteral("huong.vt")})
        turn("reactivate-account", login);
}

void tst_Station::isCaredForWhileItWorks() {
    const auto with = setup(QStringLiteral("desk"));
    station::Station station(with);
    QVERIFY(!station.session().upkeep());
    station.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Unlocked, 30'000);
    counter::Upkeep& upkeep = *station.session().upkeep();
    auto verified = upkeep.verify();
    QTRY_VERIFY_WITH_TIMEOUT(verified.isFinished(), 20'000);
    QVERIFY(verified.result() && verified.result()->faults == 0);
    const QString copy = m_directory.filePath(QStringLiteral("copies/first"));
    auto copied = upkeep.backUp(copy);
    QTRY_VERIFY_WITH_TIMEOUT(copied.isFinished(), 20'000);
    QVERIFY2(copied.result(), copied.result() ? "" : qPrintable(copied.result().error().toLogLine()));
    auto again = upkeep.backUp(copy);
    QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), 20'000);
    QCOMPARE(again.result().error().code, QStringLiteral("backup.exists"));
    auto inside = upkeep.backUp(with.directory + QStringLiteral("/copy"));
    QTRY_VERIFY_WITH_TIMEOUT(inside.isFinished(), 20'000);
    QCOMPARE(inside.result().error().code, QStringLiteral("backup.inside"));
    // What was copied opens with the password that was, and holds what the station holds.
    auto data = journal::StationData::open(copy, with.journal);
    QVERIFY(data);
    const auto unlocked = (*data)->unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QVERIFY(unlocked);
    QCOMPARE((*unlocked)->head()->hash, station.openStation()->unlocked().head()->hash);

    auto diagnosed = upkeep.diagnose();
    QTRY_VERIFY_WITH_TIMEOUT(m_scanner.job || diagnosed.isFinished(), 20'000);
    if (m_scanner.job)
        emit m_scanner.job->finished({});
    QTRY_VERIFY_WITH_TIMEOUT(diagnosed.isFinished(), 20'000);
    using About = counter::Finding::About;
    QMap<int, counter::Finding> found;
    const auto findings = diagnosed.result();
    for (const counter::Finding& finding : findings)
        found.insert(static_cast<int>(finding.about), finding);
    QCOMPARE(found.value(static_cast<int>(About::Station)).values.value(0), QStringLiteral("Quầy 1"));
    QCOMPARE(found.value(static_cast<int>(About::Line)).state, counter::Finding::State::Sound);
    QCOMPARE(found.value(static_cast<int>(About::Journal)).state, counter::Finding::State::Sound);
    QCOMPARE(found.value(static_cast<int>(About::Printers)).values, QStringList{QStringLiteral("desk")});
    QCOMPARE(found.value(static_cast<int>(About::Scanners)).values, QStringList{QStringLiteral("Test feeder")});
    QVERIFY(found.value(static_cast<int>(About::Certificate)).values.size() == 2);
    // Whatever this kernel has, it is said.
    QVERIFY(!found.value(static_cast<int>(About::ForeignFiles)).values.isEmpty());
}

void tst_Station::whatTheKernelLacksIsFound_data() {
    QTest::addColumn<bool>("files");
    QTest::addColumn<bool>("calls");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("nothing") << true << true << QStringList{"closed"};
    QTest::newRow("Landlock") << false << true << QStringList{"Landlock"};
    QTest::newRow("seccomp") << true << false << QStringList{"seccomp"};
    QTest::newRow("both") << false << false << QStringList{"Landlock", "seccomp"};
}

void tst_Station::whatTheKernelLacksIsFound() {
    QFETCH(bool, files);
    QFETCH(bool, calls);
    QFETCH(QStringList, values);
    test::PaintedPages pages;
    pages.held = {files, calls};
    const QTemporaryDir nowhere;
    const base::SystemClock systemClock;
    station::Diagnosis diagnosis(nowhere.path(), {m_paper, m_scanner, pages}, systemClock);
    counter::Finding last;
    connect(&diagnosis, &station::Diagnosis::finished, this, [&](const auto& findings) { last = findings.back(); });
    diagnosis.begin();
    QTRY_VERIFY_WITH_TIMEOUT(m_scanner.job, 20'000);
    emit m_scanner.job->finished({});
    QTRY_VERIFY_WITH_TIMEOUT(!last.values.isEmpty(), 20'000);
    QVERIFY(last.about == counter::Finding::About::ForeignFiles);
    QCOMPARE(last.values, values);
    QCOMPARE(last.state == counter::Finding::State::Sound, files && calls);
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
                QTimer::singleShot(300, &session, [&session] { session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn")); });
        });
        session.unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
        QCOMPARE(session.counter()->desk().account().name, QStringLiteral("Nguyễn Thị Lan"));
        QVERIFY(session.counter()->archive().catalogue().procedures().size() > 80);
        QCOMPARE(session.counter()->desk().stationName(), QStringLiteral("Quầy 1"));

        QSignalSpy notAdded(&session, &SessionControl::failed);
        session.addUser(QStringLiteral("nobody"), QStringLiteral("thêm một câu hơi khác"));
        QTRY_COMPARE(notAdded.count(), 1);
        QCOMPARE(errorOf(notAdded), QStringLiteral("access.no-account"));
        {
            // With every worker busy, whoever made the key on this thread would be through at once.
            QThreadPool& workers = *QThreadPool::globalInstance();
            const int most = workers.maxThreadCount();
            workers.setMaxThreadCount(1);
            QSemaphore gate;
            workers.start([&gate] { gate.acquire(); });
            const auto adding = station.addUser(QStringLiteral("minh.tv"), QStringLiteral("thêm một câu hơi khác"), {});
            const bool isAside = !adding.isFinished();
            gate.release();
            QTRY_VERIFY(adding.isFinished());
            workers.setMaxThreadCount(most);
            QVERIFY(isAside);
            QVERIFY(adding.result());
        }
        session.counter()->printing().setTarget({QStringLiteral("HP"), {}, {{QStringLiteral("HP"), QStringLiteral("last-page"), 150}}});
        session.counter()->intake().form().setNote(QStringLiteral("dở dang"));
        session.lock();
        session.unlock(QStringLiteral("minh.tv"), QStringLiteral("thêm một câu hơi khác"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Unlocked, 30'000);
        QVERIFY(session.counter()->desk().may(domain::Role::Supervisor));
        QSignalSpy changed(&session, &SessionControl::passwordChanged);
        session.changePassword(QStringLiteral("thêm một câu hơi khác"), QStringLiteral("sóng vỗ ghềnh đá cũ"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20'000);
        session.close();
        QCOMPARE(session.state(), State::Closed);
        QVERIFY(!session.counter());
    }
    station::Station station(with);
    QCOMPARE(station.session().lastLogin(), QStringLiteral("minh.tv"));
    station.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), State::Unlocked, 30'000);
    QCOMPARE(station.counter()->intake().form().content().note, QStringLiteral("dở dang"));
    QCOMPARE(station.counter()->printing().target().queue, QStringLiteral("HP"));
    QCOMPARE(station.counter()->printing().target().topOf(QStringLiteral("last-page")), 150);
}

void tst_Station::twoProgramsOnOneDirectory() {
    const auto with = setup(QStringLiteral("desk"));
    station::Station first(with);
    first.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(first.session().state(), State::Unlocked, 30'000);
    station::Station second(with);
    QSignalSpy failed(&second.session(), &SessionControl::unlockFailed);
    second.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    QCOMPARE(errorOf(failed), QStringLiteral("journal.in-use"));
}

void tst_Station::withoutALine() {
    m_gateway.kill();
    station::Station station(setup(QStringLiteral("desk")));
    station.session().unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
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
