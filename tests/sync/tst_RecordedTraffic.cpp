#include "sync/gateway/commands/GatewayCommands.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/ledger/Audit.h"
#include "sync/gateway/ledger/Statistics.h"
#include "sync/gateway/net/Server.h"
#include "tests/support/recorded/Recorded.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <httplib.h>

#include <csignal>

using namespace motcua;
using test::Exchange;

/// Today's gateway is asked what the stations of fb30b3b asked, and answers as that gateway did, as far as such a station looks.
class tst_RecordedTraffic : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theThreeDays();
    void theEveningAndTheQuestions();

private:
    void serve(const QString& data);
    void stop();
    void play(const QString& traffic);
    void runCommand(const Exchange& command);
    httplib::Result ask(const Exchange& exchange);
    void compare(const Exchange& exchange, const httplib::Response& answer);
    static QJsonObject asThen(QJsonObject item, const QJsonObject& recorded);
    void compareFeed(const QJsonObject& now, const QJsonObject& then);
    void comparePush(const QJsonObject& now, const QJsonObject& then);
    void compareGateway(const QJsonObject& expected);

    test::Recorded m_recorded;
    QString m_directory;
    std::unique_ptr<gateway::Platform> m_platform;
    std::unique_ptr<gateway::Server> m_server;
    std::map<QString, std::unique_ptr<httplib::SSLClient>> m_clients;
    QMap<QByteArray, QByteArray> m_uploads; ///< the recorded address of an upload, and today's
};

void tst_RecordedTraffic::initTestCase() {
    std::signal(SIGPIPE, SIG_IGN);
}

void tst_RecordedTraffic::serve(const QString& data) {
    stop();
    m_directory = m_recorded.unpack(data);
    auto platform = gateway::Platform::open(m_directory, {m_recorded.keyFile(), {}, true}, m_recorded.clock());
    QVERIFY2(platform, platform ? "" : qPrintable(platform.error().toLogLine()));
    m_platform = std::move(*platform);
    m_server = std::make_unique<gateway::Server>(*m_platform, gateway::Server::Plan());
    QVERIFY(m_server->start());
    const int port = QUrl(m_server->url()).port();
    const QJsonObject keys = m_recorded.keys();
    for (const QString& station : keys.keys()) {
        const QJsonObject pem = keys.value(station).toObject();
        auto certificate = gateway::certificateFromPem(pem.value(QLatin1String("certificate")).toString().toLatin1());
        auto key = gateway::keyFromPem(pem.value(QLatin1String("key")).toString().toLatin1());
        QVERIFY(certificate && key);
        auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", port, certificate->get(), key->get());
        client->enable_server_certificate_verification(false);
        client->set_keep_alive(true);
        m_clients[station] = std::move(client);
    }
}

void tst_RecordedTraffic::stop() {
    m_clients.clear();
    m_server.reset();
    m_platform.reset();
    m_uploads.clear();
}

void tst_RecordedTraffic::runCommand(const Exchange& command) {
    const QStringList line = QStringList{QStringLiteral("motcua-gateway")} + command.command + QStringList{QStringLiteral("--data"), m_directory};
    QCOMPARE(gateway::GatewayCommands(m_recorded.clock()).run(line), 0);
}

httplib::Result tst_RecordedTraffic::ask(const Exchange& exchange) {
    httplib::Request request;
    request.method = exchange.method.toStdString();
    QByteArray target = exchange.target;
    for (auto it = m_uploads.cbegin(); it != m_uploads.cend(); ++it)
        target.replace(it.key(), it.value());
    request.path = QString::fromLatin1(target).replace(QRegularExpression(QStringLiteral("wait=\\d+")), QStringLiteral("wait=0")).toStdString();
    for (auto it = exchange.headers.cbegin(); it != exchange.headers.cend(); ++it)
        if (it.key() != "accept-encoding")
            request.set_header(it.key().toStdString(), it.value().toStdString());
    request.body = exchange.body.toStdString();
    return m_clients.at(exchange.station)->send(request);
}

/// Settings that came later are left out by a desk that does not know them.
QJsonObject tst_RecordedTraffic::asThen(QJsonObject item, const QJsonObject& recorded) {
    if (item.value(QLatin1String("kind")) != QLatin1String("settings"))
        return item;
    QJsonObject body = item.value(QLatin1String("body")).toObject();
    for (const QString& name : body.keys())
        if (!recorded[QLatin1String("body")].toObject().contains(name))
            body.remove(name);
    item.insert(QStringLiteral("body"), body);
    return item;
}

void tst_RecordedTraffic::compareFeed(const QJsonObject& now, const QJsonObject& then) {
    const QJsonArray given = now.value(QLatin1String("items")).toArray();
    const QJsonArray recorded = then.value(QLatin1String("items")).toArray();
    // A page may hold already what the next one held in the recording.
    QVERIFY(given.size() >= recorded.size());
    for (qsizetype at = 0; at < recorded.size(); ++at)
        QCOMPARE(asThen(given.at(at).toObject(), recorded.at(at).toObject()), recorded.at(at).toObject());
    if (given.size() == recorded.size())
        QCOMPARE(now.value(QLatin1String("more")), then.value(QLatin1String("more")));
}

void tst_RecordedTraffic::comparePush(const QJsonObject& now, const QJsonObject& then) {
    for (const char* name : {"seq", "head"})
        QCOMPARE(now[QLatin1String("mark")][QLatin1String(name)], then[QLatin1String("mark")][QLatin1String(name)]);
    const QString code = then[QLatin1String("refusal")][QLatin1String("code")].toString();
    // This gateway reads the later version that fb30b3b refused, and has its own fault to find in that record.
    if (code == QLatin1String("event.newer-version"))
        QVERIFY(now.contains(QLatin1String("refusal")));
    else
        QCOMPARE(now[QLatin1String("refusal")][QLatin1String("code")].toString(), code);
}

void tst_RecordedTraffic::compare(const Exchange& exchange, const httplib::Response& answer) {
    // An upload that is over was unknown at once; now its address says so for a day.
    if (exchange.method == "HEAD" && exchange.status == 404 && answer.status == 200) {
        QVERIFY(answer.has_header("Upload-Offset"));
        QCOMPARE(answer.get_header_value("Upload-Offset"), answer.get_header_value("Upload-Length"));
        return;
    }
    QCOMPARE(answer.status, exchange.status);
    const QByteArray body = QByteArray::fromStdString(answer.body);
    const QJsonObject now = QJsonDocument::fromJson(body).object();
    const QJsonObject then = QJsonDocument::fromJson(exchange.answer).object();
    for (const char* name : {"upload-offset", "upload-length", "tus-resumable", "tus-version", "tus-extension"})
        QCOMPARE(QByteArray::fromStdString(answer.get_header_value(name)), exchange.answerHeaders.value(name));
    // Problem details (RFC 9457) came later; of an error those desks read the code alone.
    const bool isError = now.contains(QLatin1String("code"));
    const QByteArray type = isError ? QByteArray("application/problem+json") : exchange.answerHeaders.value("content-type");
    QCOMPARE(QByteArray::fromStdString(answer.get_header_value("content-type")), type);
    const QByteArray location = QByteArray::fromStdString(answer.get_header_value("Location"));
    QCOMPARE(location.isEmpty(), !exchange.answerHeaders.contains("location"));
    if (!location.isEmpty() && location != exchange.answerHeaders.value("location"))
        m_uploads.insert(exchange.answerHeaders.value("location"), location);
    if (isError)
        QCOMPARE(now.value(QLatin1String("code")), then.value(QLatin1String("code")));
    else if (exchange.status != 200)
        QCOMPARE(now, then);
    else if (exchange.path() == "/v1/feed")
        compareFeed(now, then);
    else if (exchange.path() == "/v1/records")
        comparePush(now, then);
    else if (exchange.path() == "/v1/mark")
        QCOMPARE(now.value(QLatin1String("head")), then.value(QLatin1String("head")));
    else if (exchange.path() == "/v1/health")
        QCOMPARE(now.value(QLatin1String("status")), then.value(QLatin1String("status")));
    else
        QCOMPARE(body, exchange.answer);
}

void tst_RecordedTraffic::play(const QString& traffic) {
    int played = 0;
    for (const Exchange& exchange : m_recorded.exchanges(traffic)) {
        m_recorded.clock().set(exchange.at);
        if (!exchange.command.isEmpty()) {
            runCommand(exchange);
            continue;
        }
        const auto answer = ask(exchange);
        QVERIFY2(answer, exchange.target.constData());
        compare(exchange, *answer);
        if (QTest::currentTestFailed()) {
            qWarning("%s %d: %s %s", qPrintable(traffic), played, exchange.method.constData(), exchange.target.constData());
            return;
        }
        ++played;
    }
    QVERIFY(played > 0);
}

void tst_RecordedTraffic::compareGateway(const QJsonObject& expected) {
    const auto stats = gateway::statistics(m_platform->store());
    QVERIFY(stats);
    const QJsonObject then = expected.value(QLatin1String("stats")).toObject();
    for (const char* name : {"events", "dossiers", "bookEntries", "spoiled"})
        QCOMPARE(stats->value(QLatin1String(name)), then.value(QLatin1String(name)));
    QCOMPARE((*stats)[QLatin1String("units")][0][QLatin1String("states")], then[QLatin1String("units")][0][QLatin1String("states")]);
    QCOMPARE(stats->value(QLatin1String("waiting")).toInt(-1), 0);
    const auto report = gateway::audit(m_platform->store(), m_platform->blobs());
    QVERIFY(report);
    QVERIFY2(report->isClean(), qPrintable(report->faults.join(QLatin1Char('\n'))));
}

void tst_RecordedTraffic::theThreeDays() {
    serve(QStringLiteral("gateway-morning"));
    play(QStringLiteral("day"));
    if (!QTest::currentTestFailed())
        compareGateway(m_recorded.expected().value(QLatin1String("gateway")).toObject());
    stop();
}

void tst_RecordedTraffic::theEveningAndTheQuestions() {
    serve(QStringLiteral("gateway"));
    play(QStringLiteral("evening"));
    if (!QTest::currentTestFailed())
        compareGateway(m_recorded.expected()[QLatin1String("evening")][QLatin1String("gateway")].toObject());
    if (!QTest::currentTestFailed())
        play(QStringLiteral("questions"));
    stop();
}

QTEST_GUILESS_MAIN(tst_RecordedTraffic)
#include "tst_RecordedTraffic.moc"
