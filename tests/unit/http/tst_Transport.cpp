#include "sync/http/HttpConnection.h"
#include "sync/http/Transport.h"
#include "tests/support/line/FaultyLine.h"

#include <QHostInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>

using namespace motcua;
using namespace motcua::http;
using test::Fault;
using test::FaultyLine;
using test::Identity;
using test::TestAuthority;

/// The transport against a server that behaves badly in every way it can: each failure ends once, in its own code.
class tst_Transport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void badAnswers_data();
    void badAnswers();
    void understoodStatusesAreAnswers();
    void foreignCertificates_data();
    void foreignCertificates();
    void aWrongClockIsToldFromAnExpiredCertificate();
    void theClockIsComparedWithEachAnswer_data();
    void theClockIsComparedWithEachAnswer();
    void nobodyListens();
    void whatListensSpeaksNoTls();
    void badCredentialsAreNamed_data();
    void badCredentialsAreNamed();
    void destroyingDropsWhatIsUnderWay();
    void aDoorThatIsNotOpenedIsLeftInTime();
    void aConnectionThatWasClosedWhileIdleIsMadeAnew();
    void theLastByteIsToldOnce();
    void aNameIsLookedUp();
    void everyAddressIsTried();

private:
    Credentials credentialsFor(quint16 port) const;
    std::optional<base::Result<Answer>> ask(Transport& transport, Request request) const;
    std::unique_ptr<TestAuthority> m_authority;
    Identity m_station;
};

namespace {

class MovedClock final : public base::Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(offset); }
    qint64 monotonic() const override { return 0; }
    qint64 offset = 0;
};

constexpr int patience = 10'000;

}

void tst_Transport::initTestCase() {
    m_authority = std::make_unique<TestAuthority>(TestAuthority::make());
    m_station = m_authority->station("station");
}

Credentials tst_Transport::credentialsFor(quint16 port) const {
    Credentials credentials;
    credentials.station = QUuid::createUuid();
    credentials.platform = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
    credentials.key = m_station.key;
    credentials.certificate = m_station.certificate;
    credentials.authority = m_authority->certificate();
    return credentials;
}

std::optional<base::Result<Answer>> tst_Transport::ask(Transport& transport, Request request) const {
    std::optional<base::Result<Answer>> got;
    int times = 0;
    transport.send(request, [&](const base::Result<Answer>& answer) {
        got = answer;
        ++times;
    });
    (void)QTest::qWaitFor([&] { return times > 0; }, patience);
    return times == 1 ? got : std::nullopt;
}

void tst_Transport::badAnswers_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Fault fault, const char* code) {
        QTest::newRow(name) << static_cast<int>(fault) << QString::fromLatin1(code);
    };
    row("500", Fault::ServerError, "sync.server-error");
    row("503 and no JSON", Fault::Busy, "sync.server-error");
    row("sent elsewhere", Fault::Redirect, "sync.bad-answer");
    row("an answer without end", Fault::Endless, "sync.bad-answer");
    row("cut", Fault::CutBefore, "sync.no-line");
    row("silence", Fault::Stall, "sync.timed-out");
}

void tst_Transport::badAnswers() {
    QFETCH(int, fault);
    QFETCH(QString, code);
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(static_cast<Fault>(fault));
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    QVERIFY(transport);
    Request request{"POST", "/v1/records"};
    request.body = "{}";
    if (static_cast<Fault>(fault) == Fault::Stall)
        request.deadline = std::chrono::milliseconds(500);
    const auto answer = ask(**transport, request);
    QVERIFY(answer.has_value());
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, code);
}

void tst_Transport::understoodStatusesAreAnswers() {
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(Fault::ServerError);
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    Request request{"GET", "/v1/mark"};
    request.understood = {500};
    const auto answer = ask(**transport, request);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->status, 500);
    QVERIFY((*answer)->body.contains("platform.failed"));
}

void tst_Transport::foreignCertificates_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another CA") << 0 << "authority";
    QTest::newRow("another host") << 1 << "host-name";
    QTest::newRow("expired") << 2 << "dates";
    QTest::newRow("not yet valid") << 3 << "dates";
}

void tst_Transport::foreignCertificates() {
    QFETCH(int, kind);
    QFETCH(QString, reason);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Identity identities[] = {
        TestAuthority::make().server(),
        m_authority->server("10.9.8.7", now.addDays(-1), now.addDays(1)),
        m_authority->server("127.0.0.1", now.addDays(-9), now.addDays(-1)),
        m_authority->server("127.0.0.1", now.addDays(1), now.addDays(9)),
    };
    FaultyLine line(identities[kind], {});
    line.faultAlways(Fault::ServerError);
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    const auto answer = ask(**transport, {"GET", "/v1/mark"});
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, QString("sync.tls-untrusted"));
    QCOMPARE(answer->error().detail.value("reason"), reason);
    QVERIFY(!answer->error().retryable);
}

void tst_Transport::aWrongClockIsToldFromAnExpiredCertificate() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    FaultyLine line(m_authority->server("127.0.0.1", now.addDays(-9), now.addDays(-1)), {});
    line.faultAlways(Fault::Clock);
    MovedClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    const auto right = ask(**transport, {"GET", "/v1/mark"});
    QVERIFY(right && !*right);
    QCOMPARE(right->error().code, QString("sync.tls-untrusted"));
    clock.offset = 365 * 24 * 3600;
    const auto wrong = ask(**transport, {"GET", "/v1/mark"});
    QVERIFY(wrong && !*wrong);
    QCOMPARE(wrong->error().code, QString("sync.clock-wrong"));
    QVERIFY(qAbs(wrong->error().detail.value("minutes").toInt() - 365 * 24 * 60) <= 1);
    QCOMPARE(line.requests(), 2);
}

void tst_Transport::theClockIsComparedWithEachAnswer_data() {
    QTest::addColumn<qint64>("minutes");
    for (const qint64 minutes : {0, 6, -6, 24 * 60, -365 * 24 * 60})
        QTest::addRow("%lld minutes ahead", minutes) << minutes;
}

void tst_Transport::theClockIsComparedWithEachAnswer() {
    QFETCH(qint64, minutes);
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(Fault::Clock);
    MovedClock clock;
    clock.offset = minutes * 60;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    QCOMPARE((*transport)->minutesAhead(), 0);
    QVERIFY(ask(**transport, {"GET", "/v1/mark"}));
    QVERIFY2(qAbs((*transport)->minutesAhead() - minutes) <= 1, QByteArray::number((*transport)->minutesAhead()).constData());
    // An answer without a date says nothing.
    line.faultAlways(Fault::ServerError);
    QVERIFY(ask(**transport, {"GET", "/v1/mark"}));
    QVERIFY(qAbs((*transport)->minutesAhead() - minutes) <= 1);
}

void tst_Transport::nobodyListens() {
    quint16 port = 0;
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        port = taken.serverPort();
    }
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(port), clock);
    const auto answer = ask(**transport, {"GET", "/v1/mark"});
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, QString("sync.no-line"));
    QVERIFY(answer->error().retryable);
}

void tst_Transport::whatListensSpeaksNoTls() {
    QTcpServer hotel;
    QVERIFY(hotel.listen(QHostAddress::LocalHost));
    connect(&hotel, &QTcpServer::newConnection, &hotel, [&hotel] {
        QTcpSocket* socket = hotel.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nWelcome");
            socket->disconnectFromHost();
        });
    });
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(hotel.serverPort()), clock);
    const auto answer = ask(**transport, {"GET", "/v1/mark"});
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, QString("sync.bad-answer"));
}

void tst_Transport::badCredentialsAreNamed_data() {
    QTest::addColumn<QString>("part");
    for (const char* part : {"key", "certificate", "authority", "platform"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void tst_Transport::badCredentialsAreNamed() {
    QFETCH(QString, part);
    Credentials credentials = credentialsFor(1);
    if (part == "key")
        credentials.key = "-----BEGIN";
    else if (part == "certificate")
        credentials.certificate.clear();
    else if (part == "authority")
        credentials.authority = "x";
    else
        credentials.platform = QUrl("http://127.0.0.1");
    base::SystemClock clock;
    const auto transport = Transport::make(credentials, clock);
    QVERIFY(!transport);
    QCOMPARE(transport.error().code, QString("sync.bad-credentials"));
    QCOMPARE(transport.error().detail.value("part"), part);
}

void tst_Transport::destroyingDropsWhatIsUnderWay() {
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(Fault::Stall);
    base::SystemClock clock;
    auto transport = Transport::make(credentialsFor(line.port()), clock);
    bool called = false;
    (*transport)->send({"GET", "/v1/mark"}, [&](const base::Result<Answer>&) { called = true; });
    QTRY_COMPARE_WITH_TIMEOUT(line.requests(), 1, patience);
    transport->reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!called);
}

/// A listener whose queue is full takes no connection and refuses none.
void tst_Transport::aDoorThatIsNotOpenedIsLeftInTime() {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QVERIFY(::bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(listener, 0) == 0);
    QVERIFY(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    const quint16 port = ntohs(address.sin_port);
    QTcpSocket queue[4];
    for (QTcpSocket& socket : queue) {
        socket.connectToHost(QHostAddress::LocalHost, port);
        (void)socket.waitForConnected(50);
    }
    base::SystemClock clock;
    auto transport = Transport::make(credentialsFor(port), clock);
    Request request{"GET", "/v1/mark"};
    request.deadline = std::chrono::milliseconds(300);
    const auto answer = ask(**transport, request);
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, QString("sync.timed-out"));
    bool called = false;
    (*transport)->send({"GET", "/v1/mark"}, [&](const base::Result<Answer>&) { called = true; });
    transport->reset();
    QVERIFY(!called);
    ::close(listener);
}

void tst_Transport::aConnectionThatWasClosedWhileIdleIsMadeAnew() {
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(Fault::Clock);
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    for (int time = 0; time < 3; ++time) {
        const auto answer = ask(**transport, {"GET", "/v1/health"});
        QVERIFY(answer && *answer);
        line.goDown();
        line.comeUp();
    }
    QCOMPARE(line.requests(), 3);
}

void tst_Transport::theLastByteIsToldOnce() {
    FaultyLine line(m_authority->server(), {});
    line.faultAlways(Fault::Clock);
    base::SystemClock clock;
    const auto transport = Transport::make(credentialsFor(line.port()), clock);
    int told = 0;
    Request request{"POST", "/v1/records", {{"Content-Type", "application/json"}}};
    request.body = QByteArray(300'000, ' ');
    request.uploaded = [&] { ++told; };
    const auto answer = ask(**transport, request);
    QVERIFY(answer && *answer);
    QCOMPARE(told, 1);
}

void tst_Transport::aNameIsLookedUp() {
    if (QHostInfo::fromName(QStringLiteral("localhost")).addresses().isEmpty())
        QSKIP("a machine without /etc/hosts does not know its own name");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    FaultyLine line(m_authority->server("localhost", now.addDays(-1), now.addDays(1)), {});
    line.faultAlways(Fault::Clock);
    base::SystemClock clock;
    Credentials credentials = credentialsFor(line.port());
    credentials.platform.setHost(QStringLiteral("localhost"));
    const auto answer = ask(**Transport::make(credentials, clock), {"GET", "/v1/health"});
    QVERIFY(answer && *answer);
    credentials.platform.setHost(QStringLiteral("no-such-host.invalid"));
    const auto unknown = ask(**Transport::make(credentials, clock), {"GET", "/v1/health"});
    QVERIFY(unknown && !*unknown);
    QCOMPARE(unknown->error().code, QString("sync.no-line"));
}

void tst_Transport::everyAddressIsTried() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    FaultyLine line(m_authority->server("platform.test", now.addDays(-1), now.addDays(1)), {});
    line.faultAlways(Fault::Clock);
    const auto tls = Tls::from(credentialsFor(line.port()));
    QVERIFY(tls);
    HttpConnection connection(*tls, "platform.test", line.port(), Tls::Dates::Checked);
    const Request request{"GET", "/v1/health"};
    const auto lost = connection.exchange(request, {"127.9.9.9", "127.9.9.8"}, {});
    QVERIFY(std::holds_alternative<Failure>(lost));
    const auto found = connection.exchange(request, {"127.9.9.9", "127.0.0.1"}, {});
    QVERIFY(std::holds_alternative<Answer>(found));
    connection.abort();
    QVERIFY(std::holds_alternative<Failure>(connection.exchange(request, {"127.0.0.1"}, {})));
}

QTEST_GUILESS_MAIN(tst_Transport)
#include "tst_Transport.moc"
