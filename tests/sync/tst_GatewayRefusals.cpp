#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/RecordTest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace motcua;
using test::Records;

Q_DECLARE_METATYPE(motcua::domain::EventBody)

/// Records that cannot be right: refused by name, and what came before them is kept.
class tst_GatewayRefusals : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void refusesFaults_data();
    void refusesFaults();
    void saysWhichValueIsWrong();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void keepsWhatCameBeforeTheFault();
    void asksForMissingBlobs();
};

void tst_GatewayRefusals::initTestCase() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

void tst_GatewayRefusals::init() {
    QVERIFY(enrolDesk());
}

void tst_GatewayRefusals::refusesFaults_data() {
    using Spoil = std::function<void(Records&)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("seq");
    const auto rehash = [](protocol::Record& record) { record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload); };
    const auto row = [](const char* name, const char* code, int seq, const Spoil& spoil) {
        QTest::newRow(name) << spoil << QString::fromLatin1(code) << seq;
    };
    row("gap", "record.gap", 2, [](Records& r) { r.erase(r.begin()); });
    row("reordered", "record.gap", 2, [](Records& r) { std::swap(r[0], r[1]); });
    row("another station's", "record.wrong-station", 1, [](Records& r) { r[0].header.station = QUuid::createUuid(); });
    row("payload tampered", "record.payload-altered", 1, [](Records& r) { r[0].payload.replace("2.000815", "2.000816"); });
    row("salt tampered", "record.payload-altered", 2, [](Records& r) { r[1].salt[0] = static_cast<char>(r[1].salt[0] ^ 1); });
    row("header tampered", "record.broken-chain", 2, [](Records& r) { r[0].header.at += 1; });
    row("chain from nowhere", "record.broken-chain", 1, [](Records& r) { r[0].header.previous[3] = 1; });
    row("unknown kind", "event.unknown-kind", 1, [](Records& r) { r[0].header.kind = "dossier-burnt"; });
    row("newer version, a number of no book", "record.header-mismatch", 1, [](Records& r) {
        r[0].header.version = 99;
        r[0].header.number = 7;
    });
    row("not JSON", "event.malformed", 1, [=](Records& r) {
        r[0].payload = "][";
        rehash(r[0]);
    });
    row("version skipped", "event.version-conflict", 1, [](Records& r) { r[0].header.dossierVersion = 2; });
    row("changing event as addition", "record.header-mismatch", 1, [](Records& r) { r[0].header.dossierVersion = 0; });
    row("number from nowhere", "record.header-mismatch", 1, [](Records& r) { r[0].header.number = 7; });
    row("no dossier", "record.header-mismatch", 1, [](Records& r) { r[0].header.dossier = {}; });
    row("another unit", "event.wrong-unit", 1, [=](Records& r) {
        r[0].payload.replace("H49.30", "H49.31");
        rehash(r[0]);
    });
    row("unknown dossier", "event.version-conflict", 1, [](Records& r) {
        r[0].header.dossier = QUuid::createUuid();
        r[0].header.dossierVersion = 3;
    });
}

void tst_GatewayRefusals::refusesFaults() {
    QFETCH(std::function<void(Records&)>, spoil);
    QFETCH(QString, code);
    QFETCH(int, seq);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const Records good{chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved())};
    Records bad = good;
    spoil(bad);
    const auto answer = test::push(*m_client, bad);
    QVERIFY(answer);
    QVERIFY(answer->refusal);
    QCOMPARE(answer->refusal->code, code);
    QCOMPARE(answer->refusal->seq, seq);
    // What was refused leaves no trace in the way of the true records, unless a changed header itself was taken.
    const auto after = test::push(*m_client, good);
    QVERIFY(after);
    QCOMPARE(after->refusal ? after->refusal->code : QString(),
        answer->mark.seq == 1 && code == QLatin1String("record.broken-chain") ? QStringLiteral("record.fork") : QString());
}

void tst_GatewayRefusals::saysWhichValueIsWrong() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    domain::Event event = job.received(nextCode());
    std::get<domain::DossierReceived>(event.body).applicant.personalId = QStringLiteral("Nguyễn Văn A");
    test::RecordChain astray = chain;
    auto answer = test::push(*m_client, {astray.add(event)});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->detail, (QJsonObject{{QStringLiteral("field"), QStringLiteral("applicant.personalId")}}));
    answer = test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted(3))});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("event.version-conflict"));
    QCOMPARE(answer->refusal->detail, (QJsonObject{{QStringLiteral("expected"), QStringLiteral("2")}}));
}

void tst_GatewayRefusals::refusesWhatCannotBe_data() {
    QTest::addColumn<domain::EventBody>("body");
    const domain::Account supervisor = m_gateway->person(domain::Role::Supervisor);
    QTest::newRow("a negative fee") << domain::EventBody(domain::FeeCollected{-6000, domain::PaymentMethod::Cash, domain::FeeStage::Result, {}});
    QTest::newRow("withdrawal without a reason") << domain::EventBody(domain::DossierWithdrawn{});
    QTest::newRow("release to nobody") << domain::EventBody(domain::DossierReleased{});
    domain::EntryRegistered nowhere;
    nowhere.entry.number = 1;
    nowhere.entry.date = QDate::currentDate();
    nowhere.entry.applicant = nowhere.entry.document = QStringLiteral("x");
    nowhere.entry.copies = 1;
    nowhere.entry.signer = {supervisor.id, supervisor.name, {}, {}};
    QTest::newRow("an entry in no volume") << domain::EventBody(nowhere);
}

void tst_GatewayRefusals::refusesWhatCannotBe() {
    QFETCH(domain::EventBody, body);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const Records before{chain.add(job.received(nextCode())), chain.add(job.submitted())};
    test::RecordChain astray = chain;
    domain::Event event = job.submitted(3);
    event.body = body;
    const auto answer = test::push(*m_client, {before[0], before[1], astray.add(event)});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("event.malformed"));
    QCOMPARE(answer->mark.seq, 2);
    QCOMPARE(test::push(*m_client, {chain.add(job.approved())})->mark.seq, 3);
}

void tst_GatewayRefusals::keepsWhatCameBeforeTheFault() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    Records records{
        chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved()), chain.add(job.note(QStringLiteral("x")))};
    records[2].payload.append(' ');
    const auto answer = test::push(*m_client, records);
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->seq, 3);
    QCOMPARE(answer->mark.seq, 2);
    records[2].payload.chop(1);
    QCOMPARE(test::push(*m_client, records)->mark.seq, 4);
}

void tst_GatewayRefusals::asksForMissingBlobs() {
    const QByteArray content("a page");
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const QString other(64, u'a');
    const protocol::Record record = chain.add(job.received(nextCode(), {QString::fromLatin1(hash), other, other}));
    auto answer = test::push(*m_client, {record});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("record.blob-missing"));
    QCOMPARE(answer->refusal->missingBlobs, (QStringList{QString::fromLatin1(hash), other}));
    test::RecordChain again(m_station->id());
    const protocol::Record supplied = again.add(job.received(nextCode(), {QString::fromLatin1(hash)}));
    const httplib::Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(content.size())},
        {"Upload-Metadata", "sha256 " + hash.toBase64().toStdString()}};
    QCOMPARE(m_client->Post("/v1/blobs", headers, content.toStdString(), "application/offset+octet-stream")->status, 201);
    answer = test::push(*m_client, {supplied});
    QVERIFY(answer && !answer->refusal);
}

QTEST_GUILESS_MAIN(tst_GatewayRefusals)
#include "tst_GatewayRefusals.moc"
