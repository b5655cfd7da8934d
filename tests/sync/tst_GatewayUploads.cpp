#include "tests/support/gateway/TestStation.h"

#include <QCryptographicHash>
#include <QTest>

using namespace motcua;

class tst_GatewayUploads : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatItCan();
    void createsInOneRequest();
    void resumesAfterACut();
    void resumesAfterARestart();
    void knowsWhatIsHeld();
    void finishesAfterALostAnswer_data();
    void finishesAfterALostAnswer();
    void repeatsTheMetadata();
    void takesAWholeBlobInOnePiece();
    void checksSha1();
    void speaksTusOnce();
    void takesTheMethodFromAHeader();
    void keepsUnitsAndStationsApart();
    void refusesCreation_data();
    void refusesCreation();
    void refusesPieces_data();
    void refusesPieces();
    void discardsWrongContent();
    void endsUploads();
    void boundsOpenUploads();

private:
    static QByteArray hashOf(const QByteArray& content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(); }
    static httplib::Headers creation(const QByteArray& content) {
        return {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(content.size())},
            {"Upload-Metadata", "name eA==, sha256 " + hashOf(content).toBase64().toStdString()}};
    }
    static httplib::Headers at(qint64 offset) { return {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", std::to_string(offset)}}; }
    std::string create(const QByteArray& content) {
        const auto answer = m_client->Post("/v1/blobs", creation(content), std::string(), "text/plain");
        return answer && answer->status == 201 ? answer->get_header_value("Location") : std::string();
    }
    httplib::Result patch(const std::string& path, qint64 offset, const QByteArray& piece) {
        return m_client->Patch(path, at(offset), piece.toStdString(), pieceType);
    }
    qint64 offsetOf(const std::string& path) {
        const auto answer = m_client->Head(path, {{"Tus-Resumable", "1.0.0"}});
        return answer && answer->status == 200 ? std::stoll(answer->get_header_value("Upload-Offset")) : -1;
    }
    QByteArray fresh(qsizetype size) { return QByteArray::number(++m_count) + QByteArray(size, 'x'); }

    static constexpr char pieceType[] = "application/offset+octet-stream";
    std::unique_ptr<test::GatewayProcess> m_gateway;
    test::TestStation m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
    int m_count = 0;
};

void tst_GatewayUploads::initTestCase() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(m_station.enrol(*m_gateway, m_gateway->codes()[0]), 201);
    m_client = m_station.connect(*m_gateway);
}

void tst_GatewayUploads::saysWhatItCan() {
    const auto answer = m_client->Options("/v1/blobs");
    QVERIFY(answer);
    QCOMPARE(answer->status, 204);
    QCOMPARE(answer->get_header_value("Tus-Version"), std::string("1.0.0"));
    QCOMPARE(answer->get_header_value("Tus-Max-Size"), std::string("67108864"));
    QVERIFY(answer->get_header_value("Tus-Extension").find("creation-with-upload") != std::string::npos);
}

void tst_GatewayUploads::createsInOneRequest() {
    const QByteArray content = fresh(300000);
    const auto answer = m_client->Post("/v1/blobs", creation(content), content.toStdString(), pieceType);
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->get_header_value("Upload-Offset"), std::to_string(content.size()));
    const auto read = m_client->Get("/v1/blobs/content/" + hashOf(content).toStdString());
    QCOMPARE(QByteArray::fromStdString(read->body), content);
    const QByteArray nothing;
    QCOMPARE(m_client->Post("/v1/blobs", creation(nothing), std::string(), pieceType)->status, 201);
    QCOMPARE(m_client->Head("/v1/blobs/by-hash/" + hashOf(nothing).toStdString())->status, 204);
}

void tst_GatewayUploads::resumesAfterACut() {
    const QByteArray content = fresh(400000);
    const std::string path = create(content);
    QVERIFY(!path.empty());
    QCOMPARE(offsetOf(path), 0);
    // The line is cut in the middle of a piece: the provider gives up after 100,000 of the promised bytes.
    const auto cut = m_client->Patch(
        path, at(0), static_cast<size_t>(content.size()),
        [&](size_t offset, size_t, httplib::DataSink& sink) {
            if (offset >= 100000)
                return false;
            sink.write(content.constData() + offset, 50000);
            return true;
        },
        pieceType);
    QVERIFY(!cut);
    m_client = m_station.connect(*m_gateway);
    QTRY_COMPARE_WITH_TIMEOUT(offsetOf(path), 100000, 15000);
    httplib::Result rest = patch(path, 100000, content.mid(100000));
    QVERIFY(rest);
    // The cut request may still hold the upload for a moment.
    QTRY_VERIFY_WITH_TIMEOUT(rest->status == 204 || (rest = patch(path, 100000, content.mid(100000)), rest->status == 204), 15000);
    QCOMPARE(m_client->Head("/v1/blobs/by-hash/" + hashOf(content).toStdString())->status, 204);
}

void tst_GatewayUploads::resumesAfterARestart() {
    const QByteArray content = fresh(1000);
    const std::string path = create(content);
    QCOMPARE(patch(path, 0, content.left(600))->status, 204);
    m_gateway->kill();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(offsetOf(path), 600);
    QCOMPARE(patch(path, 600, content.mid(600))->status, 204);
    QCOMPARE(m_client->Get("/v1/blobs/content/" + hashOf(content).toStdString())->status, 200);
}

void tst_GatewayUploads::knowsWhatIsHeld() {
    const QByteArray content = fresh(10);
    const std::string byHash = "/v1/blobs/by-hash/" + hashOf(content).toStdString();
    QCOMPARE(m_client->Head(byHash)->status, 404);
    QCOMPARE(m_client->Post("/v1/blobs", creation(content), content.toStdString(), pieceType)->status, 201);
    QCOMPARE(m_client->Head(byHash)->status, 204);
    const auto again = m_client->Post("/v1/blobs", creation(content), std::string(), "text/plain");
    QCOMPARE(again->status, 201);
    QCOMPARE(again->get_header_value("Upload-Offset"), std::to_string(content.size()));
}

void tst_GatewayUploads::finishesAfterALostAnswer_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("inOneRequest");
    QTest::addColumn<bool>("knowsTheAddress");
    QTest::newRow("an upload's last piece") << 1000 << false << true;
    QTest::newRow("creation with all of it") << 1000 << true << false;
    QTest::newRow("the address was lost too") << 1000 << false << false;
    QTest::newRow("nothing in it") << 0 << false << false;
}

/// What a client does by the words of tus alone when it heard no answer to its last request: HEAD at the address it knows, or a new
/// creation and then the bytes at the address it is given.
void tst_GatewayUploads::finishesAfterALostAnswer() {
    QFETCH(int, size);
    QFETCH(bool, inOneRequest);
    QFETCH(bool, knowsTheAddress);
    const QByteArray content = size > 0 ? fresh(size) : QByteArray();
    const std::string all = std::to_string(content.size());
    std::string path;
    if (inOneRequest) {
        QCOMPARE(m_client->Post("/v1/blobs", creation(content), content.toStdString(), pieceType)->status, 201);
    } else {
        path = create(content);
        if (size > 0)
            QCOMPARE(patch(path, 0, content)->status, 204);
    }
    if (!knowsTheAddress) {
        path = create(content);
        QVERIFY(!path.empty());
        // The bytes are sent again from the start, as nothing else was said; the offset is not that.
        const auto wrong = patch(path, 0, content);
        QVERIFY(wrong);
        QCOMPARE(wrong->status, size > 0 ? 409 : 204);
    }
    const auto head = m_client->Head(path, {{"Tus-Resumable", "1.0.0"}});
    QVERIFY(head);
    QVERIFY(head->status == 200 || head->status == 204);
    QCOMPARE(head->get_header_value("Upload-Offset"), all);
    QCOMPARE(head->get_header_value("Upload-Length"), all);
    QCOMPARE(head->get_header_value("Cache-Control"), std::string("no-store"));
    const auto nothing = patch(path, content.size(), {});
    QVERIFY(nothing);
    QCOMPARE(nothing->status, 204);
    QCOMPARE(nothing->get_header_value("Upload-Offset"), all);
    QCOMPARE(patch(path, content.size(), "x")->status, 413);
    const auto read = m_client->Get("/v1/blobs/content/" + hashOf(content).toStdString());
    QVERIFY(read);
    QCOMPARE(QByteArray::fromStdString(read->body), content);
}

void tst_GatewayUploads::repeatsTheMetadata() {
    const QByteArray content = fresh(50);
    const std::string said = creation(content).find("Upload-Metadata")->second;
    const auto saidAt = [&](const std::string& path) {
        const auto head = m_client->Head(path, {{"Tus-Resumable", "1.0.0"}});
        return head ? head->get_header_value("Upload-Metadata") : std::string();
    };
    const std::string path = create(content);
    QCOMPARE(saidAt(path), said);
    QCOMPARE(patch(path, 0, content)->status, 204);
    QCOMPARE(saidAt(path), said);
    QCOMPARE(saidAt(create(content)), said);
    // What the address says is looked at like what a header says.
    const std::string plain = "sha256 " + hashOf(content).toBase64().toStdString();
    const std::string byHash = "/v1/blobs/by-hash/" + hashOf(content).toStdString();
    QCOMPARE(saidAt(byHash), plain);
    for (const std::string& bad : {plain + "\r\nSet-Cookie: b", std::string("sha256 AAAA"), std::string(2000, 'a')})
        QCOMPARE(saidAt(byHash + "?metadata=" + QByteArray::fromStdString(bad).toBase64(QByteArray::Base64UrlEncoding).toStdString()), plain);
}

/// One figure: what Tus-Max-Size says may come in one PATCH.
void tst_GatewayUploads::takesAWholeBlobInOnePiece() {
    const QByteArray content = fresh(9 * 1024 * 1024);
    const std::string path = create(content);
    const auto answer = patch(path, 0, content);
    QVERIFY(answer);
    QCOMPARE(answer->status, 204);
    QCOMPARE(answer->get_header_value("Upload-Offset"), std::to_string(content.size()));
    QCOMPARE(m_client->Head("/v1/blobs/by-hash/" + hashOf(content).toStdString())->status, 204);
}

void tst_GatewayUploads::checksSha1() {
    const auto sum = [](const QByteArray& bytes) {
        return "sha1 " + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toBase64().toStdString();
    };
    QVERIFY(m_client->Options("/v1/blobs")->get_header_value("Tus-Checksum-Algorithm").find("sha1") != std::string::npos);
    const QByteArray content = fresh(100);
    const std::string path = create(content);
    httplib::Headers headers = at(0);
    headers.emplace("Upload-Checksum", sum("other"));
    QCOMPARE(m_client->Patch(path, headers, content.toStdString(), pieceType)->status, 460);
    QCOMPARE(offsetOf(path), 0);
    headers = at(0);
    headers.emplace("Upload-Checksum", sum(content));
    QCOMPARE(m_client->Patch(path, headers, content.toStdString(), pieceType)->status, 204);
    // Also with the creation.
    const QByteArray other = fresh(100);
    headers = creation(other);
    headers.emplace("Upload-Checksum", sum(content));
    QCOMPARE(m_client->Post("/v1/blobs", headers, other.toStdString(), pieceType)->status, 460);
}

void tst_GatewayUploads::speaksTusOnce() {
    const QByteArray content = fresh(10);
    const std::string path = create(content);
    const auto count = [](const httplib::Result& answer) { return answer ? answer->get_header_value_count("Tus-Resumable") : 0; };
    QCOMPARE(count(m_client->Options("/v1/blobs")), size_t(1));
    QCOMPARE(count(m_client->Post("/v1/blobs", creation(content), std::string(), "text/plain")), size_t(1));
    QCOMPARE(count(patch(path, 5, content)), size_t(1));                                 // 409
    QCOMPARE(count(patch(path, 0, content + "x")), size_t(1));                           // 413
    QCOMPARE(count(m_client->Patch(path, content.toStdString(), pieceType)), size_t(1)); // 412
    QCOMPARE(count(patch("/v1/blobs/nowhere", 0, content)), size_t(1));                  // 404
    QCOMPARE(count(patch(path, 0, content)), size_t(1));
    QCOMPARE(m_client->Get("/v1/health")->get_header_value_count("Tus-Resumable"), size_t(0));
}

void tst_GatewayUploads::takesTheMethodFromAHeader() {
    const QByteArray content = fresh(10);
    const auto said = [&](const std::string& path, const char* method, const QByteArray& body) {
        httplib::Headers headers = at(0);
        headers.emplace("X-HTTP-Method-Override", method);
        const auto answer = m_client->Post(path, headers, body.toStdString(), pieceType);
        return answer ? answer->status : -1;
    };
    const std::string path = create(content);
    QCOMPARE(said(path, "HEAD", {}), 200);
    QCOMPARE(said(path, "PATCH", content), 204);
    QCOMPARE(said(path, "DELETE", {}), 204);
    QCOMPARE(said(path, "HEAD", {}), 404);
    QCOMPARE(said(path, "BREW", {}), 404);
}

void tst_GatewayUploads::keepsUnitsAndStationsApart() {
    test::TestStation colleague;
    QCOMPARE(colleague.enrol(*m_gateway, m_gateway->codes()[1]), 201);
    const auto client = colleague.connect(*m_gateway);
    const QByteArray content = fresh(50);
    const std::string path = create(content);
    QCOMPARE(client->Head(path, {{"Tus-Resumable", "1.0.0"}})->status, 404);
    QCOMPARE(client->Patch(path, at(0), content.toStdString(), pieceType)->status, 404);
    QCOMPARE(patch(path, 0, content)->status, 204);
    QCOMPARE(client->Get("/v1/blobs/content/" + hashOf(content).toStdString())->status, 200);
}

void tst_GatewayUploads::refusesCreation_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("no version") << QByteArray("Tus-Resumable") << QByteArray() << 412;
    QTest::newRow("old version") << QByteArray("Tus-Resumable") << QByteArray("0.2.2") << 412;
    QTest::newRow("no length") << QByteArray("Upload-Length") << QByteArray() << 400;
    QTest::newRow("negative length") << QByteArray("Upload-Length") << QByteArray("-1") << 400;
    QTest::newRow("length in words") << QByteArray("Upload-Length") << QByteArray("many") << 400;
    QTest::newRow("too long") << QByteArray("Upload-Length") << QByteArray("67108865") << 413;
    QTest::newRow("endless") << QByteArray("Upload-Length") << QByteArray("99999999999999999999999") << 400;
    QTest::newRow("no metadata") << QByteArray("Upload-Metadata") << QByteArray() << 400;
    QTest::newRow("hash not hex") << QByteArray("Upload-Metadata") << "sha256 " + QByteArray(64, 'z').toBase64() << 400;
    QTest::newRow("hash too short") << QByteArray("Upload-Metadata") << "sha256 " + QByteArray(62, 'a').toBase64() << 400;
    QTest::newRow("hash not base64") << QByteArray("Upload-Metadata") << QByteArray("sha256 ***") << 400;
}

void tst_GatewayUploads::refusesCreation() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    httplib::Headers headers = creation("x");
    headers.erase(header.toStdString());
    if (!value.isEmpty())
        headers.emplace(header.toStdString(), value.toStdString());
    const auto answer = m_client->Post("/v1/blobs", headers, std::string(), "text/plain");
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(answer->body.find("\"code\"") != std::string::npos);
}

void tst_GatewayUploads::refusesPieces_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("status");
    const QByteArray wrong = "sha256 " + QByteArray::fromHex(hashOf("other")).toBase64();
    QTest::newRow("no version") << QByteArray("Tus-Resumable") << QByteArray() << 10 << 412;
    QTest::newRow("no offset") << QByteArray("Upload-Offset") << QByteArray() << 10 << 400;
    QTest::newRow("offset ahead") << QByteArray("Upload-Offset") << QByteArray("5") << 5 << 409;
    QTest::newRow("wrong checksum") << QByteArray("Upload-Checksum") << wrong << 10 << 460;
    QTest::newRow("unknown checksum") << QByteArray("Upload-Checksum") << QByteArray("md5 AAAA") << 10 << 400;
    QTest::newRow("wrong type") << QByteArray("Content-Type") << QByteArray("text/plain") << 10 << 415;
    QTest::newRow("past the end") << QByteArray("X") << QByteArray("y") << 11 << 413;
    QTest::newRow("packed") << QByteArray("Content-Encoding") << QByteArray("gzip") << 10 << 415;
}

void tst_GatewayUploads::refusesPieces() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(int, length);
    QFETCH(int, status);
    const QByteArray content = fresh(20).left(10);
    const std::string path = create(content);
    httplib::Headers headers = at(0);
    headers.erase(header.toStdString());
    const bool isType = header == "Content-Type";
    if (!value.isEmpty() && !isType)
        headers.emplace(header.toStdString(), value.toStdString());
    const QByteArray piece = content + QByteArray(length, 'y');
    const auto answer = m_client->Patch(path, headers, piece.left(length).toStdString(), isType ? value.constData() : pieceType);
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(offsetOf(path), 0);
    QCOMPARE(patch(path, 0, content)->status, 204);
}

void tst_GatewayUploads::discardsWrongContent() {
    const QByteArray content = fresh(100);
    const std::string path = create(content);
    QCOMPARE(patch(path, 0, QByteArray(content.size(), 'z'))->status, 460);
    QCOMPARE(offsetOf(path), -1);
    QCOMPARE(m_client->Head("/v1/blobs/by-hash/" + hashOf(content).toStdString())->status, 404);
}

void tst_GatewayUploads::endsUploads() {
    const QByteArray content = fresh(100);
    const std::string path = create(content);
    QCOMPARE(m_client->Delete(path, httplib::Headers{{"Tus-Resumable", "1.0.0"}})->status, 204);
    QCOMPARE(offsetOf(path), -1);
    QCOMPARE(patch(path, 0, content)->status, 404);
}

void tst_GatewayUploads::boundsOpenUploads() {
    // A desk that left many unfinished is not shut out by them: the oldest goes.
    std::vector<std::string> paths;
    for (int i = 0; i < 40; ++i)
        paths.push_back(create(fresh(10)));
    QVERIFY(std::none_of(paths.begin(), paths.end(), [](const std::string& path) { return path.empty(); }));
    QCOMPARE(offsetOf(paths.front()), -1);
    QCOMPARE(offsetOf(paths.back()), 0);
    const auto open = std::count_if(paths.begin(), paths.end(), [&](const std::string& path) { return offsetOf(path) == 0; });
    QCOMPARE(open, 32);
}

QTEST_GUILESS_MAIN(tst_GatewayUploads)
#include "tst_GatewayUploads.moc"
