// Who gets in, and what nobody can do to those inside.

#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/CertificateMaker.h"
#include "sync/gateway/keys/KeyFile.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace motcua;

class tst_GatewayDoor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesNoCertificate();
    void refusesForeignCertificate();
    void refusesExpiredCertificate();
    void refusesCertificateOfNobody();
    void refusesRevokedStation();
    void refusesOldTls();
    void survivesGarbage();
    void isNotHeldUpBySlowPeers();
    void servesADirectoryOnce();

private:
    std::unique_ptr<test::GatewayProcess> m_gateway;
    test::TestStation m_station;
};

void tst_GatewayDoor::initTestCase() {
    std::signal(SIGPIPE, SIG_IGN);
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(m_station.enrol(*m_gateway, m_gateway->codes()[0]), 201);
}

void tst_GatewayDoor::refusesNoCertificate() {
    httplib::SSLClient client("127.0.0.1", m_gateway->port());
    client.enable_server_certificate_verification(false);
    QVERIFY(!client.Get("/v1/health"));
    httplib::SSLClient enrolment("127.0.0.1", m_gateway->enrolmentPort());
    enrolment.enable_server_certificate_verification(false);
    QVERIFY(!enrolment.Post("/v1/enrolments", "{}", "application/json"));
}

void tst_GatewayDoor::refusesForeignCertificate() {
    test::TestStation stranger;
    QVERIFY(!stranger.connect(*m_gateway)->Get("/v1/health"));
    // The right name, signed by another CA.
    const auto key = gateway::newEllipticKey();
    const auto fake = gateway::makeCertificate({.use = gateway::CertificateUse::Authority,
        .commonName = "Mot Cua CA",
        .alternativeNames = {},
        .from = QDateTime::currentDateTimeUtc().addSecs(-60),
        .lifetime = 3600,
        .subjectKey = key.get(),
        .issuer = nullptr,
        .issuerKey = key.get()});
    const auto forged = gateway::makeCertificate({.use = gateway::CertificateUse::Station,
        .commonName = m_station.enrolment().station.toLatin1(),
        .alternativeNames = {},
        .from = QDateTime::currentDateTimeUtc().addSecs(-60),
        .lifetime = 3600,
        .subjectKey = stranger.key(),
        .issuer = fake->get(),
        .issuerKey = key.get()});
    stranger.present(gateway::pemOf(forged->get()));
    QVERIFY(!stranger.connect(*m_gateway)->Get("/v1/health"));
}

void tst_GatewayDoor::refusesExpiredCertificate() {
    const auto authority = test::openedAuthority(m_gateway->directory());
    QVERIFY(authority);
    test::TestStation late;
    const auto sign = [&](qint64 lifetime) {
        return (*authority)
            ->signStation(test::TestStation::signingRequest(late.key()), late.key(), m_station.id(), QDateTime::currentDateTimeUtc(), lifetime);
    };
    late.present(*sign(-60));
    QVERIFY(!late.connect(*m_gateway)->Get("/v1/health"));
    // In time, and of our CA, but not the certificate that was issued to this station: refused by name.
    late.present(*sign(3600));
    const auto answer = late.connect(*m_gateway)->Get("/v1/health");
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
}

void tst_GatewayDoor::refusesCertificateOfNobody() {
    const auto authority = test::openedAuthority(m_gateway->directory());
    test::TestStation nobody;
    nobody.present(
        *(*authority)
             ->signStation(test::TestStation::signingRequest(nobody.key()), nobody.key(), QUuid::createUuid(), QDateTime::currentDateTimeUtc()));
    QCOMPARE(nobody.connect(*m_gateway)->Get("/v1/mark")->status, 401);
}

void tst_GatewayDoor::refusesRevokedStation() {
    test::TestStation stolen;
    QCOMPARE(stolen.enrol(*m_gateway, m_gateway->codes()[1]), 201);
    const auto client = stolen.connect(*m_gateway);
    QCOMPARE(client->Get("/v1/health")->status, 200);
    m_gateway->ask({QStringLiteral("revoke"), QStringLiteral("--station"), stolen.enrolment().station});
    const auto answer = client->Get("/v1/health");
    QCOMPARE(answer->status, 403);
    QVERIFY(answer->body.find("station.revoked") != std::string::npos);
    QCOMPARE(m_station.connect(*m_gateway)->Get("/v1/health")->status, 200);
}

void tst_GatewayDoor::refusesOldTls() {
    const auto client = m_station.connect(*m_gateway);
    SSL_CTX_set_max_proto_version(client->ssl_context(), TLS1_1_VERSION);
    SSL_CTX_set_security_level(client->ssl_context(), 0);
    QVERIFY(!client->Get("/v1/health"));
}

void tst_GatewayDoor::survivesGarbage() {
    QRandomGenerator random(20261122);
    test::RecordChain chain(m_station.id());
    const test::CopyJob job(*m_gateway);
    QByteArray seed("{\"records\":[");
    protocol::appendJson(seed, chain.add(job.received(test::todaysCode(9999))));
    seed += "]}";
    const auto client = m_station.connect(*m_gateway);
    for (int i = 0; i < 2000; ++i) {
        QByteArray body = seed;
        // Spoiled so that it is no longer JSON or lacks a field, whatever else the dice do to it.
        const int changes = random.bounded(1, 12);
        for (int change = 0; change < changes; ++change) {
            const qsizetype at = random.bounded(static_cast<int>(body.size()));
            switch (random.bounded(3)) {
            case 0:
                body[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                body.remove(at, random.bounded(40));
                break;
            default:
                body.insert(at, body.mid(random.bounded(static_cast<int>(body.size())), 30));
                break;
            }
        }
        body[random.bounded(10)] = '\x01';
        const auto answer = client->Post(i % 5 == 0 ? "/v1/claims" : "/v1/records", body.toStdString(), "application/json");
        QVERIFY2(answer, qPrintable(QString::number(i)));
        QVERIFY2(answer->status >= 400 && answer->status < 500, qPrintable(QStringLiteral("%1: %2").arg(i).arg(answer->status)));
    }
    QCOMPARE(client->Get("/v1/health")->status, 200);
}

void tst_GatewayDoor::isNotHeldUpBySlowPeers() {
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 60; ++i) {
        slow.push_back(std::make_unique<QTcpSocket>());
        slow.back()->connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_gateway->port()));
        QVERIFY(slow.back()->waitForConnected(5000));
        slow.back()->write("\x16\x03\x01\x02");
        slow.back()->flush();
    }
    QElapsedTimer since;
    since.start();
    const auto answer = m_station.connect(*m_gateway)->Get("/v1/health");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    // They are shown the door, though they never finish their greeting.
    for (const auto& socket : slow)
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 30000);
}

void tst_GatewayDoor::servesADirectoryOnce() {
    m_gateway->ask(
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--enrol-port"), QStringLiteral("0")});
    QVERIFY2(m_gateway->errors().contains("gateway.in-use"), m_gateway->errors().constData());
    QCOMPARE(m_station.connect(*m_gateway)->Get("/v1/health")->status, 200);
}

QTEST_GUILESS_MAIN(tst_GatewayDoor)
#include "tst_GatewayDoor.moc"
