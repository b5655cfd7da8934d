#include "tests/support/line/station/EnrolledStation.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using test::EnrolledStation;
using test::Fault;
using test::FaultyLine;
using test::TestAuthority;

/// A station with a real journal and a real gateway: a session of 40 events and 4 pages over a line that fails at each request in turn, in every way
/// a line can fail: whatever happens, every event arrives exactly once, and the station says in plain codes what is wrong meanwhile.
class tst_Line : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRequest_data();
    void everyRequest();
    void foreignCertificate_data();
    void foreignCertificate();
    void outage();
    void theClockIsComparedOnAGoodLine();
    void theGatewayIsKilledAgainAndAgain();
    void aBadLineAllTheTime();
    void nothingWasLostOrDoubled();

private:
    void sendDay(Fault fault, int request);
    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::unique_ptr<EnrolledStation> m_station;
    int m_cleanRequests = 0;
    int m_faultsDone = 0;
};

namespace {

constexpr int patience = 30'000;
constexpr int sessionDirectories = 4;

http::SyncOptions impatient() {
    http::SyncOptions options = EnrolledStation::quick();
    options.longestRequest = std::chrono::milliseconds(400);
    return options;
}

}

void tst_Line::initTestCase() {
    qRegisterMetaType<engine::Status>();
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_station = std::make_unique<EnrolledStation>(*m_gateway, 0, EnrolledStation::Keeping::Journal);
    QVERIFY2(m_station->isEnrolled(), qPrintable(m_station->error()));
    // How many requests a session makes when nothing fails.
    FaultyLine line(m_station->authority().server(), m_station->behind());
    m_station->work(sessionDirectories);
    const auto service = m_station->service(line.port());
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    m_cleanRequests = line.requests();
    QVERIFY(m_cleanRequests >= 8);
}

void tst_Line::everyRequest_data() {
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, Fault fault) { QTest::newRow(name) << static_cast<int>(fault); };
    row("cut before", Fault::CutBefore);
    row("cut during", Fault::CutDuring);
    row("cut after: the answer is lost", Fault::CutAfter);
    row("cut in the answer", Fault::CutInReply);
    row("500, nothing done", Fault::ServerError);
    row("502, though done", Fault::ServerErrorAfter);
    row("503 without JSON", Fault::Busy);
    row("noise for an answer", Fault::Garbage);
    row("JSON of another shape", Fault::WrongJson);
    row("a forged mark", Fault::Forged);
    row("sent elsewhere", Fault::Redirect);
    row("never answered", Fault::Stall);
    row("the request arrives twice", Fault::Twice);
    row("the answer comes twice", Fault::ReplyTwice);
    row("the answer comes late", Fault::Late);
}

void tst_Line::everyRequest() {
    QFETCH(int, fault);
    m_faultsDone = 0;
    for (int request = 0; request < m_cleanRequests; ++request) {
        sendDay(static_cast<Fault>(fault), request);
        if (QTest::currentTestFailed())
            return;
    }
    // The last requests of a session may come after its end.
    QVERIFY2(m_faultsDone >= m_cleanRequests - 3, QByteArray::number(m_faultsDone).constData());
}

void tst_Line::sendDay(Fault fault, int request) {
    FaultyLine line(m_station->authority().server(), m_station->behind());
    line.faultAt(request, fault);
    m_station->work(sessionDirectories);
    const auto service = m_station->service(line.port(), fault == Fault::Stall ? impatient() : EnrolledStation::quick());
    const bool confirmed = QTest::qWaitFor([&] { return m_station->isConfirmed(*service); }, patience);
    QVERIFY2(confirmed, qPrintable(QStringLiteral("request %1: %2 of %3, %4")
                                       .arg(request)
                                       .arg(service->status().acknowledged)
                                       .arg(m_station->lastSeq())
                                       .arg(service->status().lastError.toLogLine())));
    m_faultsDone += line.faultsDone();
    QCOMPARE(service->status().refusals, 0);
    QCOMPARE(service->status().unsentBlobs, 0);
}

void tst_Line::foreignCertificate_data() {
    QTest::addColumn<bool>("expired");
    QTest::newRow("of another authority") << false;
    QTest::newRow("expired") << true;
}

void tst_Line::foreignCertificate() {
    QFETCH(bool, expired);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TestAuthority authority = m_station->authority();
    const test::Identity foreign = expired ? authority.server("127.0.0.1", now.addDays(-9), now.addDays(-1)) : TestAuthority::make().server();
    FaultyLine line(foreign, m_station->behind());
    const qint64 before = m_station->lastSeq();
    m_station->work(6);
    const auto service = m_station->service(line.port());
    QTRY_COMPARE_WITH_TIMEOUT(service->status().lastError.code, QString("sync.tls-untrusted"), patience);
    QCOMPARE(service->status().lastError.detail.value("reason"), QString(expired ? "dates" : "authority"));
    QCOMPARE(service->status().acknowledged, before);
    QCOMPARE(line.requests(), expired ? line.requests() : 0);
    line.setIdentity(authority.server());
    service->tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QTRY_COMPARE_WITH_TIMEOUT(service->status().lastError.code, QString(), patience);
}

void tst_Line::outage() {
    FaultyLine line(m_station->authority().server(), m_station->behind());
    const auto service = m_station->service(line.port());
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    line.goDown();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().line, engine::Line::Down, patience);
    m_station->work(6);
    service->wake();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().unsent, 60, patience);
    QTRY_COMPARE_WITH_TIMEOUT(service->status().lastError.code, QString("sync.no-line"), patience);
    // None while one is under way.
    QTRY_VERIFY_WITH_TIMEOUT(service->status().nextTry.isValid(), patience);
    line.comeUp();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QTRY_COMPARE_WITH_TIMEOUT(service->status().line, engine::Line::Up, patience);
}

/// This machine's clock is a day ahead of the platform's: the work arrives, and the status says by how much.
void tst_Line::theClockIsComparedOnAGoodLine() {
    FaultyLine line(m_station->authority().server(), m_station->behind());
    line.faultAlways(Fault::DayBefore);
    m_station->work(sessionDirectories);
    const auto service = m_station->service(line.port());
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QTRY_VERIFY_WITH_TIMEOUT(qAbs(service->status().minutesAhead - 24 * 60) <= 1, patience);
    line.faultAlways(Fault::None);
    m_station->work(sessionDirectories);
    service->wake();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().minutesAhead, 0, patience);
}

void tst_Line::theGatewayIsKilledAgainAndAgain() {
    const auto service = m_station->service();
    for (int kill = 0; kill < 8; ++kill) {
        m_station->work(20);
        service->wake();
        m_gateway->kill();
        QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    }
    service->tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
}

void tst_Line::aBadLineAllTheTime() {
    FaultyLine line(m_station->authority().server(), m_station->behind());
    const Fault faults[] = {Fault::CutBefore, Fault::CutAfter, Fault::ServerErrorAfter, Fault::Garbage, Fault::Late};
    for (int request = 0; request < 400; ++request)
        if (request % 4 != 3)
            line.faultAt(request, faults[request % std::size(faults)]);
    m_station->work(12);
    const auto service = m_station->service(line.port());
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), 2 * patience);
}

void tst_Line::nothingWasLostOrDoubled() {
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value("events").toInteger(), m_station->lastSeq());
    QCOMPARE(check.value("lost").toInt(-1), 0);
    QCOMPARE(check.value("doubled").toInt(-1), 0);
    QCOMPARE(check.value("gaps").toInt(-1), 0);
    QCOMPARE(m_gateway->stats().value("events").toInteger(), m_station->lastSeq());
}

QTEST_GUILESS_MAIN(tst_Line)
#include "tst_Line.moc"
