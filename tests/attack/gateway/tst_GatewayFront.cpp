// What a stranger with a certificate may say to the gateway's door, one line after the other: each is answered once and within bounds, and the
// connection does not go on out of step. The same with nginx before it.

#include "sync/gateway/keys/KeyFile.h"
#include "tests/attack/gateway/FrontedGateway.h"
#include "tests/attack/gateway/TlsLine.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace motcua;
using test::FrontedGateway;
using test::TlsLine;

class tst_GatewayFront : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanupTestCase();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void countsBodies_data();
    void countsBodies();
    void countsBodiesOfAnybody();
    void answersABodyOfAGetOnce();
    void answersRequestsInTheirOrder();
    void readsOneRange();
    void survivesManyRanges();
    void believesNoHeaderAboutWhoAsks();
    void asksForABodyThatWaits();
    void sendsToWhoReads();
    void refusesAlikeWhereDesksEnrol();
    void refusesCertificatesOfOthers();
    void refusesRevokedStationsWithinSeconds();
    void endsQuietly();

private:
    /// One front is set up when its first function runs.
    struct Stage {
        std::unique_ptr<FrontedGateway> gateway;
        test::TestStation station;
        QByteArray error;
    };
    static std::unique_ptr<Stage> stageFor(FrontedGateway::Front front);
    bool isNginx() const { return m_stage->gateway->front() == FrontedGateway::Front::Nginx; }
    int port() { return m_stage->gateway->process().port(); }
    std::unique_ptr<TlsLine> line(const test::Bearer& bearer, int port) const {
        auto made = std::make_unique<TlsLine>(port, TlsLine::Who{bearer.certificate.get(), bearer.key.get()});
        return made->shake() ? std::move(made) : nullptr;
    }
    std::unique_ptr<TlsLine> line() { return line(m_desk, port()); }
    /// What is answered, and whether the connection was closed then.
    std::pair<QByteArray, bool> said(const QByteArray& bytes, int silence = 700) {
        const auto on = line();
        if (!on)
            return {};
        on->send(bytes);
        const QByteArray heard = on->hear(silence);
        return {heard, on->isClosed()};
    }
    bool isServed() {
        const auto [heard, closed] = said(get("/v1/health", "Connection: close\r\n"), 300);
        return test::statusesIn(heard) == QList<int>{200};
    }
    static QByteArray get(const QByteArray& path, const QByteArray& fields = {}) {
        return "GET " + path + " HTTP/1.1\r\nHost: gateway\r\n" + fields + "\r\n";
    }
    /// A blob that the desk has put there; its hash.
    QByteArray putBlob(const QByteArray& content);

    std::map<FrontedGateway::Front, std::unique_ptr<Stage>> m_stages;
    std::map<FrontedGateway::Front, test::Bearer> m_desks;
    Stage* m_stage = nullptr;
    test::Bearer m_desk;
};

Q_DECLARE_METATYPE(FrontedGateway::Front)

void tst_GatewayFront::initTestCase_data() {
    std::signal(SIGPIPE, SIG_IGN);
    QTest::addColumn<FrontedGateway::Front>("front");
    QTest::newRow("own") << FrontedGateway::Front::Own;
    QTest::newRow("nginx") << FrontedGateway::Front::Nginx;
}

std::unique_ptr<tst_GatewayFront::Stage> tst_GatewayFront::stageFor(FrontedGateway::Front front) {
    auto stage = std::make_unique<Stage>();
    stage->gateway = std::make_unique<FrontedGateway>(front);
    stage->error = stage->gateway->start({QStringLiteral("--reserve"), QStringLiteral("0")});
    return stage;
}

void tst_GatewayFront::init() {
    QFETCH_GLOBAL(FrontedGateway::Front, front);
    auto& stage = m_stages[front];
    if (!stage) {
        stage = stageFor(front);
        if (stage->error.isEmpty()) {
            auto bearers = stage->gateway->stations(1, false);
            QVERIFY(!bearers.empty());
            m_desks[front] = std::move(bearers.front());
        }
    }
    QVERIFY2(stage->error.isEmpty(), stage->error.constData());
    m_stage = stage.get();
    const test::Bearer& desk = m_desks[front];
    X509_up_ref(desk.certificate.get());
    EVP_PKEY_up_ref(desk.key.get());
    m_desk = {protocol::CertificatePointer(desk.certificate.get()), protocol::KeyPointer(desk.key.get())};
}

void tst_GatewayFront::cleanupTestCase() {
    m_stages.clear();
}

QByteArray tst_GatewayFront::putBlob(const QByteArray& content) {
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    const auto on = line();
    if (!on)
        return {};
    const QByteArray head =
        "POST /v1/blobs HTTP/1.1\r\nHost: gateway\r\nTus-Resumable: 1.0.0\r\nUpload-Length: " + QByteArray::number(content.size()) +
        "\r\nUpload-Metadata: sha256 " + hash.toBase64() +
        "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\n\r\n";
    on->send(head + content);
    return test::statusesIn(on->hear(2000)) == QList<int>{201} ? hash : QByteArray();
}

void tst_GatewayFront::refusesWhatIsNoRequest_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("statuses"); ///< any one of these
    const QByteArray rest = " HTTP/1.1\r\nHost: gateway\r\n\r\n";
    const auto row = [](const char* name, const QByteArray& bytes, const QList<int>& statuses) { QTest::newRow(name) << bytes << statuses; };
    row("nonsense", "hello\r\n\r\n", {400});
    row("bytes", QByteArray::fromHex("00ff00ff0d0a0d0a"), {400});
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 404, 505});
    row("a version to come", "GET /v1/health HTTP/3.7\r\nHost: g\r\n\r\n", {400, 505});
    row("no host", "GET /v1/health HTTP/1.1\r\nAccept: */*\r\n\r\n", {400});
    row("two hosts", "GET /v1/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", {400});
    row("two heads of a batch", get("/v1/mark", "Motcua-Head: aa\r\nMotcua-Head: aa\r\n"), {400});
    row("a folded header", get("/v1/health", "A: b\r\n c\r\n"), {400, 200}); // nginx refuses or unfolds
    row("a folded host", "GET /v1/health HTTP/1.1\r\nHost:\r\n gateway\r\n\r\n", {400});
    row("a header folded into nothing", get("/v1/health", "A:\r\n \r\n"), {400, 200});
    row("a header folded by a tab", get("/v1/health", "A:\r\n\tb\r\n"), {400, 200});
    row("bare line feeds", "GET /v1/health HTTP/1.1\nHost: gateway\n\n", {400, 200}); // RFC 9112 §2.2 lets nginx take them
    row("a NUL in a header", QByteArray("GET /v1/health HTTP/1.1\r\nHost: gateway\r\nA: b") + '\0' + "c\r\n\r\n", {400});
    row("a space before the colon", "GET /v1/health HTTP/1.1\r\nHost : gateway\r\n\r\n", {400});
    row("control signs in the address", QByteArray("GET /v1/\x01\x02") + rest, {400, 404});
    row("70 kB of header", get("/v1/health", "A: " + QByteArray(70 * 1024, 'a') + "\r\n"), {431});
    row("70 kB of headers", get("/v1/health", QByteArray("A: 0123456789012345678901234567890\r\n").repeated(2000)), {431});
    row("many small headers", get("/v1/health", QByteArray("A: b\r\n").repeated(80)), {431});
    row("a long address", get("/v1/feed?after=" + QByteArray(5000, '1')), {414});
    row("a very long address", get("/v1/feed?after=" + QByteArray(40000, '1')), {414, 431});
    row("TRACE", "TRACE /v1/health" + rest, {404, 405, 400});
    row("CONNECT", "CONNECT somewhere:443 HTTP/1.1\r\nHost: somewhere\r\n\r\n", {404, 405, 400});
    row("a method of its own", "BREW /v1/health" + rest, {404, 400});
    row("another path", get("/v1/../etc/passwd"), {404, 400});
    row("an escaped path", get("/v1/%68ealth"), {404});
    row("another address", "GET http://elsewhere/v1/health" + rest, {404, 200}); // nginx takes the path out of it, as RFC 9112 §3.2.2 has it
    row("an upload that is none", get("/v1/blobs/../../keys/server.key"), {404, 400});
    const QByteArray post = "POST /v1/claims HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n";
    row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x", {400});
    row("a list of lengths", post + "Content-Length: 2, 2\r\n\r\n{}", {400});
    row("a negative length", post + "Content-Length: -2\r\n\r\n{}", {400});
    row("a length with a sign", post + "Content-Length: +2\r\n\r\n{}", {400});
    row("an endless length", post + "Content-Length: 99999999999999999999999\r\n\r\n{}", {400, 413});
    row("a length in words", post + "Content-Length: two\r\n\r\n{}", {400});
    row("a length and chunks", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400});
    row("chunks and a length", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", {400});
    row("packed chunks", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", {400, 501});
    row("chunks that are none", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", {400, 501});
    row("chunks where a length is due", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", {411, 400}); // nginx makes a length of them
    row("no length", post + "\r\n", {411});
    const QByteArray patch = "PATCH /v1/blobs/00000000-0000-0000-0000-000000000001 HTTP/1.1\r\nHost: gateway\r\nTus-Resumable: 1.0.0\r\n"
                             "Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("a chunk without a size", patch + "x\r\nabc\r\n0\r\n\r\n", {400, 404});
    row("a chunk of all there is", patch + "ffffffffffffffff\r\nabc", {400, 404, 413});
    row("a chunk of more than that", patch + "10000000000000000f\r\nabc", {400, 404, 413});
}

void tst_GatewayFront::refusesWhatIsNoRequest() {
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, statuses);
    // What follows on the connection must not be answered as a second request, unless the first was understood to its end.
    const auto [heard, closed] = said(bytes + get("/v1/mark", "Connection: close\r\n"), 500);
    const QList<int> found = test::statusesIn(heard);
    QVERIFY2(!found.isEmpty(), heard.constData());
    QVERIFY2(statuses.contains(found.front()), heard.constData());
    const bool isUnderstood = found.front() == 200 || found.front() == 404 || found.front() == 405;
    // What nginx lets through it has understood.
    QVERIFY2(closed || isUnderstood || isNginx(), heard.constData());
    QVERIFY2(found.size() == 1 || isUnderstood || (isNginx() && found.size() == 2 && found.back() == 200), heard.constData());
    QVERIFY(isServed());
}

void tst_GatewayFront::countsBodies_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QList<int>>("statuses");
    const QByteArray host = " HTTP/1.1\r\nHost: gateway\r\n";
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray chunks = "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray tus = "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n";
    const QByteArray upload = " /v1/blobs/00000000-0000-0000-0000-000000000001";
    QTest::newRow("a path that is none") << "PATCH /v1/elsewhere" + host + chunks << QList<int>{404};
    QTest::newRow("a method that is none") << "PUT /v1/records" + host + chunks << QList<int>{404};
    QTest::newRow("records in chunks") << "POST /v1/records" + host + json + chunks << QList<int>{411};
    QTest::newRow("records") << "POST /v1/records" + host + json + "Content-Length: 1073741824\r\n\r\n" << QList<int>{413};
    QTest::newRow("a claim") << "POST /v1/claims" + host + json + "Content-Length: 2000000\r\n\r\n" << QList<int>{413};
    QTest::newRow("a piece") << "PATCH" + upload + host + tus + "Content-Length: 1073741824\r\n\r\n" << QList<int>{413};
    QTest::newRow("a piece in chunks") << "PATCH" + upload + host + tus + chunks << QList<int>{404};
    QTest::newRow("a blob in chunks") << "POST /v1/blobs" + host + tus + "Upload-Length: 67108864\r\nUpload-Metadata: sha256 " +
                                             QCryptographicHash::hash("never", QCryptographicHash::Sha256).toHex().toBase64() + "\r\n" + chunks
                                      << QList<int>{413};
    QTest::newRow("of a GET") << "GET /v1/health" + host + "Content-Length: 1073741824\r\n\r\n" << QList<int>{400, 413};
    QTest::newRow("of a GET, in chunks") << "GET /v1/health" + host + chunks << QList<int>{400};
}

/// A gigabyte is not read: the answer comes early, and the connection ends.
void tst_GatewayFront::countsBodies() {
    QFETCH(QByteArray, head);
    QFETCH(QList<int>, statuses);
    constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
    const qint64 before = m_stage->gateway->memory();
    const auto on = line();
    QVERIFY(on);
    on->send(head);
    const QByteArray chunk = head.contains("chunked") ? "100000\r\n" + QByteArray(1024 * 1024, 'x') + "\r\n" : QByteArray(1024 * 1024, 'x');
    qint64 sent = 0;
    while (sent < gigabyte && on->send(chunk, 3000) == chunk.size())
        sent += chunk.size();
    // nginx passes over what comes for some seconds, which costs nobody anything.
    QVERIFY2(sent < 100 * 1024 * 1024 || isNginx(), QByteArray::number(sent).constData());
    const QList<int> found = test::statusesIn(on->hear(500));
    // The answer may be lost to a client that writes on and on; there is never a second one.
    QVERIFY(found.size() <= 1);
    QVERIFY2(found.isEmpty() || statuses.contains(found.front()), QByteArray::number(found.value(0)).constData());
    const auto gentle = line();
    gentle->send(head);
    QVERIFY(head.contains("67108864") || statuses.contains(test::statusesIn(gentle->hear(1000)).value(0)));
    QVERIFY(m_stage->gateway->memory() - before < 100 * 1024 * 1024);
    QVERIFY(isServed());
}

void tst_GatewayFront::countsBodiesOfAnybody() {
    const test::TestStation self;
    const auto certificate = test::TestStation::selfSigned(self.key());
    const int port = m_stage->gateway->process().enrolmentPort();
    for (const QByteArray& rest : {QByteArray("Content-Length: 1073741824\r\n\r\n"), QByteArray("Transfer-Encoding: chunked\r\n\r\n")}) {
        TlsLine on(port, {certificate.get(), self.key()});
        QVERIFY(on.shake());
        on.send("POST /v1/enrolments HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n" + rest);
        const int status = test::statusesIn(on.hear(1000)).value(0);
        QVERIFY2(status == 413 || status == 411, QByteArray::number(status).constData());
        qint64 sent = 0;
        const QByteArray chunk = "100000\r\n" + QByteArray(1024 * 1024, 'x') + "\r\n";
        while (sent < 200 * 1024 * 1024 && on.send(chunk, 3000) == chunk.size())
            sent += chunk.size();
        QVERIFY2(sent < 100 * 1024 * 1024 || isNginx(), QByteArray::number(sent).constData());
    }
}

void tst_GatewayFront::answersABodyOfAGetOnce() {
    const QByteArray hidden = get("/v1/mark");
    const auto [heard, closed] = said(get("/v1/health", "Content-Length: " + QByteArray::number(hidden.size()) + "\r\n") + hidden);
    QCOMPARE(test::statusesIn(heard), QList<int>{400});
    QVERIFY(closed || isNginx());
    const auto [chunked, ended] = said(get("/v1/health", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n");
    // One of no bytes is none to nginx.
    QCOMPARE(test::statusesIn(chunked), QList<int>{isNginx() ? 200 : 400});
}

void tst_GatewayFront::answersRequestsInTheirOrder() {
    const auto [heard, closed] = said(get("/v1/health") + get("/v1/nowhere") + get("/v1/mark"));
    QCOMPARE(test::statusesIn(heard), (QList<int>{200, 404, 200}));
    QVERIFY(!closed);
}

void tst_GatewayFront::readsOneRange() {
    QByteArray content;
    for (int i = 0; content.size() < 700000; ++i)
        content += QByteArray::number(i) + (isNginx() ? ',' : ';');
    const QByteArray hash = putBlob(content);
    QVERIFY(!hash.isEmpty());
    struct Row {
        const char* range;
        int status;
        QByteArray body;
    };
    const QByteArray size = QByteArray::number(content.size());
    const Row rows[] = {{"bytes=0-9", 206, content.left(10)}, {"bytes=5-5", 206, content.mid(5, 1)}, {"bytes=699000-", 206, content.mid(699000)},
        {"bytes=-7", 206, content.right(7)}, {"bytes=-9999999", 206, content}, {"bytes=10-9999999", 206, content.mid(10)},
        {"bytes=9999999-", 416, {}}, {"bytes=-0", 416, {}}, {"bytes=0-0,2-3", 416, {}}, {"pages=1-2", 200, content}, {"bytes=5-2", 200, content},
        {"bytes=a-b", 200, content}, {"bytes=--1", 200, content}};
    for (const Row& row : rows) {
        const auto [heard, closed] = said(get("/v1/blobs/content/" + hash, QByteArray("Connection: close\r\nRange: ") + row.range + "\r\n"), 400);
        QVERIFY2(test::statusesIn(heard).value(0) == row.status, (row.range + heard.left(300)).constData());
        const QByteArray body = heard.mid(heard.indexOf("\r\n\r\n") + 4);
        if (row.status == 416)
            QVERIFY2(heard.contains("Content-Range: bytes */" + size), heard.constData());
        else
            QVERIFY2(body == row.body, (QByteArray(row.range) + ' ' + QByteArray::number(body.size())).constData());
    }
}

/// One request of 8 kB ended the program.
void tst_GatewayFront::survivesManyRanges() {
    const QByteArray hash = putBlob(QByteArray(16 * 1024 * 1024, isNginx() ? 'm' : 'n'));
    QVERIFY(!hash.isEmpty());
    QByteArray range = "Range: bytes=0-";
    while (range.size() < 7900)
        range += ",0-";
    const qint64 before = m_stage->gateway->memory();
    for (int i = 0; i < 5; ++i) {
        const auto [heard, closed] = said(get("/v1/blobs/content/" + hash, range + "\r\nConnection: close\r\n"), 400);
        QCOMPARE(test::statusesIn(heard).value(0), 416);
    }
    QVERIFY(m_stage->gateway->memory() - before < 64 * 1024 * 1024);
    QVERIFY(isServed());
}

/// Only what stands before the sockets may say whose certificate it saw.
void tst_GatewayFront::believesNoHeaderAboutWhoAsks() {
    const auto nobody = m_stage->gateway->strangers(1);
    const QByteArray theirs = gateway::pemOf(m_desk.certificate.get()).toPercentEncoding();
    const auto on = line(nobody.front(), port());
    QVERIFY(on);
    on->send(get("/v1/mark", "Motcua-Certificate: " + theirs + "\r\nMotcua-Verified: SUCCESS\r\nMotcua-Address: 10.0.0.1\r\n"));
    QCOMPARE(test::statusesIn(on->hear(700)), QList<int>{401});
    // Who has no certificate at all gets no further than the handshake, or nginx.
    TlsLine bare(port(), {});
    const bool shaken = bare.shake(3000);
    if (shaken)
        bare.send(get("/v1/mark", "Motcua-Certificate: " + theirs + "\r\nMotcua-Verified: SUCCESS\r\n"));
    QVERIFY(!shaken || !test::statusesIn(bare.hear(700)).contains(200));
}

void tst_GatewayFront::asksForABodyThatWaits() {
    const auto on = line();
    on->send("POST /v1/claims HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(test::statusesIn(on->hear(500)), QList<int>{100});
    on->send("{}");
    QCOMPARE(test::statusesIn(on->hear(500)), QList<int>{400});
    // Not for one that is refused anyway.
    const auto [heard, closed] = said("POST /v1/elsewhere HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(test::statusesIn(heard).last(), 404);
}

/// An answer that nobody fetches is held in no memory, and comes whole to who does.
void tst_GatewayFront::sendsToWhoReads() {
    QByteArray content(40 * 1024 * 1024, isNginx() ? 'o' : 'p');
    // In two pieces: it is more than is gathered.
    const QByteArray hash = putBlob(content);
    QVERIFY(!hash.isEmpty());
    const qint64 before = m_stage->gateway->memory();
    std::vector<std::unique_ptr<TlsLine>> lazy;
    for (int i = 0; i < 8; ++i) {
        lazy.push_back(line());
        lazy.back()->send(get("/v1/blobs/content/" + hash));
    }
    QTest::qWait(500);
    QVERIFY2(m_stage->gateway->memory() - before < 40 * 1024 * 1024, QByteArray::number(m_stage->gateway->memory() - before).constData());
    const QByteArray heard = lazy[3]->hear(2000);
    QVERIFY(heard.mid(heard.indexOf("\r\n\r\n") + 4) == content);
}

void tst_GatewayFront::refusesRevokedStationsWithinSeconds() {
    const auto revoked = m_stage->gateway->stations(1, true);
    QVERIFY(!revoked.empty());
    const auto outcome = [&]() -> QByteArray {
        TlsLine on(port(), {revoked[0].certificate.get(), revoked[0].key.get()});
        const bool shaken = on.shake();
        if (shaken)
            on.send("POST /v1/records HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: 8000000\r\n\r\n");
        const QByteArray heard = on.hear(700);
        return on.alert() != 0 ? "alert " + QByteArray::number(on.alert()) : QByteArray::number(test::statusesIn(heard).value(0));
    };
    // At once by what the table says, before any byte of the body; in a moment in the handshake, where TLS is the gateway's own.
    const QByteArray first = outcome();
    QVERIFY2(first == "403" || first == "alert 44", first.constData());
    if (!isNginx())
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), QByteArray("alert 44"), 5000);
    QVERIFY(isServed());
}

/// A gateway that is told to end answers what it is answering.
void tst_GatewayFront::refusesAlikeWhereDesksEnrol() {
    const auto told = [&](const QByteArray& bytes, int status, const char* code) {
        const auto on = line(m_desk, m_stage->gateway->process().enrolmentPort());
        if (!on)
            return QByteArray("no line");
        on->send(bytes);
        const QByteArray heard = on->hear(700);
        const bool good = test::statusesIn(heard) == QList<int>{status} && heard.contains("application/problem+json") &&
                          heard.contains("\"status\":" + QByteArray::number(status)) && heard.contains(QByteArray("\"") + code + '"');
        return good ? QByteArray() : QByteArray(code) + ": " + heard;
    };
    const QByteArray post = "POST /v1/enrolments HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n";
    QCOMPARE(told(get("/v1/health?a=" + QByteArray(5000, '1')), 414, "request.long-address"), QByteArray());
    QCOMPARE(told(get("/v1/health", "A: " + QByteArray(20 * 1024, 'a') + "\r\n"), 431, "request.large-head"), QByteArray());
    QCOMPARE(told(post + "Content-Length: 2000000\r\n\r\n", 413, "request.too-large"), QByteArray());
    QCOMPARE(told(get("/v1/mark"), 404, "request.unknown-path"), QByteArray());
    QCOMPARE(told(get("/elsewhere"), 404, "request.unknown-path"), QByteArray());
    QCOMPARE(told("GET /v1/health HTTP/1.1\r\nAccept: */*\r\n\r\n", 400, "request.malformed"), QByteArray());
}

/// In the handshake; nginx says it in an answer.
void tst_GatewayFront::refusesCertificatesOfOthers() {
    const test::Bearer own{test::TestStation::selfSigned(m_desk.key.get()), nullptr};
    TlsLine on(port(), {own.certificate.get(), m_desk.key.get()});
    const bool shaken = on.shake(3000);
    if (shaken)
        on.send(get("/v1/mark"));
    const QByteArray heard = shaken ? on.hear(700) : QByteArray();
    QCOMPARE(test::statusesIn(heard), isNginx() ? QList<int>{401} : QList<int>());
    QCOMPARE(heard.contains("\"station.unknown\"") && heard.contains("application/problem+json"), isNginx());
}

void tst_GatewayFront::endsQuietly() {
    const auto waiting = line();
    waiting->send(get("/v1/feed?after=9000000&wait=25"));
    QTest::qWait(300);
    QElapsedTimer took;
    took.start();
    QCOMPARE(m_stage->gateway->process().stop(), 0);
    QVERIFY2(took.elapsed() < 8000, QByteArray::number(took.elapsed()).constData());
    QCOMPARE(test::statusesIn(waiting->hear(500)).value(0), 200);
    // The key lay in clear for nginx to read.
    QCOMPARE(QDir(m_stage->gateway->folder()).entryList({"server.key", "chain.pem", "stations.pem", "*.sock"}, QDir::AllEntries | QDir::System),
        QStringList());
    QFETCH_GLOBAL(FrontedGateway::Front, front);
    m_stages.erase(front);
}

QTEST_GUILESS_MAIN(tst_GatewayFront)
#include "tst_GatewayFront.moc"
