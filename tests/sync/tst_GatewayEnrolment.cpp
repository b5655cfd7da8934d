#include "sync/gateway/keys/KeyFile.h"
#include "sync/protocol/EnrolmentCode.h"
#include "tests/support/gateway/TestStation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>
#include <thread>

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
    void saysBeforehand_data();
    void saysBeforehand();
    void anUnknownLoginUsesNoCode();
    void answersAgainWhoeverLostTheAnswer();
    void answersEqualRequestsAtATime();
    void theCodesDeskKeepsItsName();
    void takesJsonAlone();
    void passesOverWhatItDoesNotKnow();
    void tellsTheTimeToWhoeverEnrols();

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
    QTest::newRow("last of all, the authority's") << 40 << QChar(u'0');
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

void tst_GatewayEnrolment::saysBeforehand_data() {
    QTest::addColumn<bool>("rightCode");
    QTest::addColumn<QString>("login");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("all right") << true << QStringLiteral("lan.nt") << 200 << QString();
    QTest::newRow("as people type it") << true << QStringLiteral(" Lan.NT ") << 200 << QString();
    QTest::newRow("unknown login") << true << QStringLiteral("lan.tn") << 403 << QStringLiteral("enrolment.login-unknown");
    QTest::newRow("no login") << true << QString() << 403 << QStringLiteral("enrolment.login-unknown");
    QTest::newRow("wrong code") << false << QStringLiteral("lan.nt") << 403 << QStringLiteral("enrolment.code-wrong");
}

void tst_GatewayEnrolment::saysBeforehand() {
    QFETCH(bool, rightCode);
    QFETCH(QString, login);
    test::TestStation station;
    const QString code = rightCode ? m_gateway->codes().first() : QString(36, u'0');
    const test::TestStation::Said said = station.ask(*m_gateway, {code, login});
    QTEST(said.status, "status");
    QTEST(said.json.value(QLatin1String("code")).toString(), "code");
    if (said.status == 200) {
        QCOMPARE(said.json.value(QLatin1String("stationName")).toString(), QStringLiteral("Quầy 1"));
        QCOMPARE(said.json.value(QLatin1String("unit")).toString(), m_gateway->unit());
        QCOMPARE(said.json.value(QLatin1String("url")).toString(), m_gateway->url());
    }
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
    // A closed account is none.
    QCOMPARE(m_gateway->run({"deactivate-account", "--unit", m_gateway->unit(), "--login", "lan.nt"}).exitCode, 0);
    QCOMPARE(station.ask(*m_gateway, {m_gateway->codes().at(1), QStringLiteral("lan.nt")}).status, 403);
}

void tst_GatewayEnrolment::anUnknownLoginUsesNoCode() {
    test::TestStation station;
    station.setLogin(QStringLiteral("nobody"));
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 403);
    QCOMPARE(station.errorCode(), QStringLiteral("enrolment.login-unknown"));
    station.setLogin(QStringLiteral("lan.nt"));
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
}

void tst_GatewayEnrolment::answersAgainWhoeverLostTheAnswer() {
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
    const protocol::EnrolmentAnswer first = station.enrolment();
    station.forgetCertificate();
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
    QCOMPARE(station.enrolment().certificate, first.certificate);
    QCOMPARE(station.enrolment().station, first.station);
    // Another key gets nothing by it, and another code of the same station's key neither.
    test::TestStation thief;
    QCOMPARE(thief.enrol(*m_gateway, m_gateway->codes().first()), 403);
    QCOMPARE(station.connect(*m_gateway)->Get("/v1/health")->status, 200);
    // A revoked desk is not answered.
    QCOMPARE(m_gateway->run({"revoke", "--station", first.station}).exitCode, 0);
    station.forgetCertificate();
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 403);
}

/// Nobody fails, nothing is counted as a guess: after it, as many wrong codes are let through as from anybody.
void tst_GatewayEnrolment::answersEqualRequestsAtATime() {
    constexpr int rounds = 3;
    constexpr int atATime = 4;
    for (int round = 0; round < rounds; ++round) {
        const test::TestStation station;
        std::vector<test::TestStation> same;
        for (int i = 0; i < atATime; ++i)
            same.push_back(station.twin());
        std::vector<std::thread> threads;
        std::array<int, atATime> statuses{};
        for (size_t i = 0; i < atATime; ++i)
            threads.emplace_back([&, i] { statuses[i] = same[i].enrol(*m_gateway, m_gateway->codes().at(round)); });
        for (std::thread& thread : threads)
            thread.join();
        for (size_t i = 0; i < atATime; ++i) {
            QCOMPARE(statuses[i], 201);
            QCOMPARE(same[i].enrolment().certificate, same[0].enrolment().certificate);
        }
    }
    test::TestStation guesser;
    int counted = 0;
    for (int i = 0; i < 12; ++i)
        counted += guesser.enrol(*m_gateway, QString(36, u'0')) == 403;
    QCOMPARE(counted, 10);
}

void tst_GatewayEnrolment::takesJsonAlone() {
    const auto key = gateway::newEllipticKey();
    const auto certificate = test::TestStation::selfSigned(key.get());
    const std::pair<const char*, int> rows[] = {{"application/json", 403}, {"Application/JSON; charset=utf-8", 403}, {"text/plain", 415},
        {"application/x-www-form-urlencoded", 415}, {"application/jsonp", 415}, {"application/offset+octet-stream", 415}};
    for (const char* path : {"/v1/enrolments", "/v1/enrolments/check"})
        for (const auto& [type, status] : rows) {
            httplib::SSLClient client("127.0.0.1", m_gateway->enrolmentPort(), certificate.get(), key.get());
            client.enable_server_certificate_verification(false);
            const auto answer = client.Post(path, R"({"code":"x","login":"y"})", type);
            QVERIFY2(answer, type);
            QVERIFY2(answer->status == status, type);
            QCOMPARE(answer->get_header_value("Content-Type"), std::string("application/problem+json"));
            const QJsonObject problem = QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object();
            const QString code = problem.value(QLatin1String("code")).toString();
            QCOMPARE(code, status == 415 ? QStringLiteral("request.media-type") : QStringLiteral("enrolment.code-wrong"));
            QCOMPARE(problem.value(QLatin1String("type")).toString(), QStringLiteral("urn:motcua:problem:") + code);
            QCOMPARE(problem.value(QLatin1String("status")).toInt(), status);
            QVERIFY(!problem.value(QLatin1String("title")).toString().isEmpty());
        }
}

void tst_GatewayEnrolment::passesOverWhatItDoesNotKnow() {
    const auto key = gateway::newEllipticKey();
    const auto certificate = test::TestStation::selfSigned(key.get());
    httplib::SSLClient client("127.0.0.1", m_gateway->enrolmentPort(), certificate.get(), key.get());
    client.enable_server_certificate_verification(false);
    const auto asked = [&](int unknown) {
        QJsonObject question{{QStringLiteral("code"), m_gateway->codes().first()}, {QStringLiteral("login"), QStringLiteral("lan.nt")}};
        for (int i = 0; i < unknown; ++i)
            question.insert(QStringLiteral("later-%1").arg(i), QJsonArray{i});
        const auto answer = client.Post("/v1/enrolments/check", QJsonDocument(question).toJson().toStdString(), "application/json");
        return answer ? answer->status : -1;
    };
    QCOMPARE(asked(0), 200);
    QCOMPARE(asked(98), 200);
    QCOMPARE(asked(99), 400);
}

void tst_GatewayEnrolment::theCodesDeskKeepsItsName() {
    test::TestStation station;
    station.setName({});
    QCOMPARE(station.enrol(*m_gateway, m_gateway->codes().first()), 201);
    QCOMPARE(station.enrolment().stationName, QStringLiteral("Quầy 1"));
    test::TestStation renamed;
    renamed.setName(QStringLiteral("Quầy thứ hai"));
    QCOMPARE(renamed.enrol(*m_gateway, m_gateway->codes().at(1)), 201);
    QCOMPARE(renamed.enrolment().stationName, QStringLiteral("Quầy thứ hai"));
}

void tst_GatewayEnrolment::tellsTheTimeToWhoeverEnrols() {
    const auto key = gateway::newEllipticKey();
    const auto certificate = test::TestStation::selfSigned(key.get());
    httplib::SSLClient client("127.0.0.1", m_gateway->enrolmentPort(), certificate.get(), key.get());
    client.enable_server_certificate_verification(false);
    const auto answer = client.Get("/v1/health");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->has_header("Date"));
    const qint64 time = QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object().value(QLatin1String("time")).toInteger();
    QVERIFY(qAbs(time - QDateTime::currentMSecsSinceEpoch()) < 60'000);
}

QTEST_GUILESS_MAIN(tst_GatewayEnrolment)
#include "tst_GatewayEnrolment.moc"
