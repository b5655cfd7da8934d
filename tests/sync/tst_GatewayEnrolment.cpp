#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/EnrolmentCode.h"
#include "tests/support/gateway/TestStation.h"

#include <QTest>

using namespace motcua;

class tst_GatewayEnrolment : public QObject {
    Q_OBJECT

private slots:
    void init();
    void enrolsOnce();
    void refusesWrongCode_data();
    void refusesWrongCode();
    void refusesAnotherKey();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void makesFurtherCodes();
    void limitsGuessing();

private:
    std::unique_ptr<test::GatewayProcess> m_gateway;
};

void tst_GatewayEnrolment::init() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QCOMPARE(m_gateway->codes().size(), 4);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
}

void tst_GatewayEnrolment::enrolsOnce() {
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
    QVERIFY(!station.id().isNull());
    QCOMPARE(station.enrolment().unit, QStringLiteral("H49.30"));
    QCOMPARE(station.enrolment().url, m_gateway->url());
    const auto authority = gateway::certificateFromPem(station.enrolment().authority.toLatin1());
    QVERIFY(authority);
    const auto code = protocol::EnrolmentCode::fromText(m_gateway->codes().first());
    QVERIFY(code && code->names(gateway::derOf(authority->get())));
    QVERIFY(protocol::EnrolmentCode::fromText(m_gateway->codes().first().toLower()));
    const auto health = station.connect(*m_gateway)->Get("/v1/health");
    QVERIFY(health);
    QCOMPARE(health->status, 200);

    test::TestStation second;
    QCOMPARE(second.enrol(*m_gateway, m_gateway->codes().first()), 403);
    QCOMPARE(second.errorCode(), QStringLiteral("enrolment.code-wrong"));
}

void tst_GatewayEnrolment::refusesWrongCode_data() {
    QTest::addColumn<int>("position");
    QTest::addColumn<QChar>("with");
    QTest::newRow("first") << 0 << QChar(u'0');
    QTest::newRow("last of the secret") << 10 << QChar(u'0');
    QTest::newRow("not in the alphabet") << 1 << QChar(u'U');
}

void tst_GatewayEnrolment::refusesWrongCode() {
    QFETCH(int, position);
    QFETCH(QChar, with);
    QString code = m_gateway->codes().first();
    code[position] = code[position] == with ? QChar(u'1') : with;
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, code), 403);
    QCOMPARE(station.errorCode(), QStringLiteral("enrolment.code-wrong"));
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
}

void tst_GatewayEnrolment::refusesAnotherKey() {
    test::TestStation station;
    const auto other = gateway::newEllipticKey();
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first(), other.get()), 403);
    QCOMPARE(station.errorCode(), QStringLiteral("enrolment.key-mismatch"));
    const auto rsa = gateway::newRecoveryKey();
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first(), rsa.get()), 403);
    QCOMPARE(station.errorCode(), QStringLiteral("enrolment.request-invalid"));
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
}

void tst_GatewayEnrolment::refusesBadRequests_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("no JSON") << QByteArray("hello") << 400;
    QTest::newRow("a list") << QByteArray("[]") << 400;
    QTest::newRow("nothing in it") << QByteArray("{}") << 403;
    QTest::newRow("wrong types") << QByteArray(R"({"code":1,"signingRequest":{},"stationName":[]})") << 403;
    QTest::newRow("too large") << QByteArray(100 * 1024, ' ') << 413;
}

void tst_GatewayEnrolment::refusesBadRequests() {
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto key = gateway::newEllipticKey();
    const auto certificate = test::TestStation::selfSigned(key.get());
    httplib::SSLClient client("127.0.0.1", m_gateway->enrolmentPort(), certificate.get(), key.get());
    client.enable_server_certificate_verification(false);
    const auto answer = client.Post("/v1/enrolments", body.toStdString(), "application/json");
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(answer->body.find("\"code\"") != std::string::npos);
    QCOMPARE(client.Get("/v1/mark")->status, 404);
}

void tst_GatewayEnrolment::makesFurtherCodes() {
    const QJsonObject made = m_gateway->ask({QStringLiteral("enrol-code"), QStringLiteral("--name"), QStringLiteral("Quầy 5")});
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, made.value(QLatin1String("code")).toString()), 201);
    QCOMPARE(station.enrolment().station, made.value(QLatin1String("station")).toString());
}

void tst_GatewayEnrolment::limitsGuessing() {
    test::TestStation station;
    const QString wrong = QString(36, u'0');
    int refused = 0;
    for (int i = 0; i < 12; ++i)
        refused += station.enrol(*m_gateway, wrong) == 429;
    QCOMPARE(refused, 2);
}

QTEST_GUILESS_MAIN(tst_GatewayEnrolment)
#include "tst_GatewayEnrolment.moc"
