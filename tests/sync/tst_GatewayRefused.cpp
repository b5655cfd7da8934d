// A record that cannot stand keeps its place in its station's chain: what does not depend on it goes on, and the station is told.

#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QTest>

using namespace motcua;
using test::CopyJob;
using test::Records;

class tst_GatewayRefused : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void init();

    void theChainGoesOn_data();
    void theChainGoesOn();
    void whatDependsOnItIsRefusedAndDoneAnew();
    void itsNumberIsSpoiled();
    void aNumberOutOfItsTurnIsNotTaken();
    void theStationIsToldAndNobodyElse();
    void anotherDesksCodeStopsNobody();
    void whatMayStandLaterWaits_data();
    void whatMayStandLaterWaits();
    void aStationThatDoesNotKnowOfItStandsStill();
    void isTakenOnce();
    void tamperingStillStops();

private:
    std::optional<protocol::PushAnswer> push(const Records& records) { return test::push(*m_client, records, test::refusedStand()); }
    QJsonArray heard(httplib::SSLClient& client, const char* kind) const;
    void soundButFor(int refused);

    std::unique_ptr<test::RecordChain> m_chain;
};

void tst_GatewayRefused::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
    m_chain = std::make_unique<test::RecordChain>(m_station->id());
}

QJsonArray tst_GatewayRefused::heard(httplib::SSLClient& client, const char* kind) const {
    QJsonArray bodies;
    if (const auto answer = client.Get("/v1/feed?after=0&limit=1000"))
        for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
            if (item[QLatin1String("kind")].toString() == QLatin1String(kind))
                bodies.append(item[QLatin1String("body")]);
    return bodies;
}

void tst_GatewayRefused::soundButFor(int refused) {
    const QJsonObject report = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost", "irregular", "waiting"})
        QVERIFY2(report.value(QLatin1String(fault)).toInt(-1) == 0, fault);
    QCOMPARE(report.value(QLatin1String("refused")).toInt(-1), refused);
    QCOMPARE(m_gateway->stats().value(QLatin1String("refused")).toInt(-1), refused);
}

void tst_GatewayRefused::theChainGoesOn_data() {
    using Bad = std::function<domain::Event(const CopyJob&, const QString& code)>;
    QTest::addColumn<Bad>("bad");
    QTest::addColumn<QString>("why");
    QTest::newRow("malformed") << Bad([](const CopyJob& job, const QString& code) {
        domain::Event event = job.received(code);
        std::get<domain::DossierReceived>(event.body).applicant.name = QStringLiteral(" ");
        return event;
    }) << "event.malformed";
    QTest::newRow("another unit's") << Bad([](const CopyJob& job, const QString& code) {
        domain::Event event = job.received(code);
        std::get<domain::DossierReceived>(event.body).receivedUnit = domain::UnitCode::fromString(QStringLiteral("H49.31"));
        return event;
    }) << "event.wrong-unit";
    QTest::newRow("approved before it was received")
        << Bad([](const CopyJob& job, const QString&) { return job.approved(1); }) << "event.wrong-state";
    QTest::newRow("of a version that is not its turn") << Bad([](const CopyJob& job, const QString& code) {
        domain::Event event = job.received(code);
        event.dossierVersion = 2;
        return event;
    }) << "event.version-conflict";
    QTest::newRow("a kind of job that the province never published") << Bad([](const CopyJob& job, const QString& code) {
        domain::Event event = job.received(code);
        std::get<domain::DossierReceived>(event.body).job.kind = QStringLiteral("invented");
        return event;
    }) << "job.unknown";
}

void tst_GatewayRefused::theChainGoesOn() {
    QFETCH(std::function<domain::Event(const CopyJob&, const QString&)>, bad);
    QFETCH(QString, why);
    const CopyJob before(*m_gateway);
    const CopyJob wrong(*m_gateway);
    const CopyJob after(*m_gateway);
    const Records records{m_chain->add(before.received(nextCode())), m_chain->add(bad(wrong, nextCode())), m_chain->add(before.submitted()),
        m_chain->add(after.received(nextCode()))};
    const auto answer = push(records);
    QVERIFY(answer);
    QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->code) : "");
    QCOMPARE(answer->mark.seq, 4);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].seq, 2);
    QCOMPARE(answer->refused[0].code, why);
    soundButFor(1);
    const QJsonObject unit = m_gateway->stats().value(QLatin1String("units")).toArray().first().toObject();
    QCOMPARE(unit.value(QLatin1String("dossiers")).toInt(), 2);
}

void tst_GatewayRefused::whatDependsOnItIsRefusedAndDoneAnew() {
    const CopyJob job(*m_gateway);
    domain::Event wrong = job.submitted();
    wrong.body = domain::DossierReturned{QStringLiteral("Chưa trình")};
    const Records records{m_chain->add(job.received(nextCode())), m_chain->add(wrong), m_chain->add(job.approved(3))};
    auto answer = push(records);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->mark.seq, 3);
    QCOMPARE(answer->refused.size(), 2U);
    QCOMPARE(answer->refused[1].code, QStringLiteral("event.version-conflict"));
    // The new act stands where the refused one stood.
    answer = push({m_chain->add(job.submitted(2)), m_chain->add(job.approved(3))});
    QVERIFY(answer && !answer->refusal);
    QVERIFY(answer->refused.empty());
    QCOMPARE(answer->mark.seq, 5);
    soundButFor(2);
}

void tst_GatewayRefused::itsNumberIsSpoiled() {
    const domain::VolumeId volume = test::volumeOf(*m_client, m_station->id());
    const CopyJob job(*m_gateway);
    const CopyJob other(*m_gateway);
    domain::Event wrong = job.registered(volume, 1);
    wrong.actor = job.clerk;
    const Records records{m_chain->add(job.received(nextCode())), m_chain->add(job.submitted()), m_chain->add(job.approved()), m_chain->add(wrong),
        m_chain->add(other.received(nextCode())), m_chain->add(other.submitted()), m_chain->add(other.approved()),
        m_chain->add(other.registered(volume, 2)), m_chain->add(job.registered(volume, 3))};
    const auto answer = push(records);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, QStringLiteral("dossier.wrong-signer"));
    QCOMPARE(answer->mark.seq, 9);
    soundButFor(1);
    const QJsonObject unit = m_gateway->stats().value(QLatin1String("units")).toArray().first().toObject();
    QCOMPARE(unit.value(QLatin1String("bookEntries")).toInt(), 3);
    QCOMPARE(unit.value(QLatin1String("spoiled")).toInt(), 1);
}

void tst_GatewayRefused::aNumberOutOfItsTurnIsNotTaken() {
    const domain::VolumeId volume = test::volumeOf(*m_client, m_station->id());
    const CopyJob job(*m_gateway);
    const Records records{m_chain->add(job.received(nextCode())), m_chain->add(job.submitted()), m_chain->add(job.approved()),
        m_chain->add(job.registered(volume, 7)), m_chain->add(job.registered(volume, 1))};
    const auto answer = push(records);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, QStringLiteral("book.number-gap"));
    soundButFor(1);
}

void tst_GatewayRefused::theStationIsToldAndNobodyElse() {
    const std::unique_ptr<test::TestStation> other = enrol();
    QVERIFY(other);
    const auto others = other->connect(*m_gateway);
    const CopyJob job(*m_gateway);
    QVERIFY(push({m_chain->add(job.received(nextCode())), m_chain->add(job.approved(2))}));
    const QJsonArray told = heard(*m_client, "record-refused");
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][QLatin1String("seq")].toInt(), 2);
    QCOMPARE(told[0][QLatin1String("code")].toString(), QStringLiteral("event.wrong-state"));
    QCOMPARE(told[0][QLatin1String("dossier")].toString(), job.dossier.toString());
    QVERIFY(heard(*others, "record-refused").isEmpty());
    QCOMPARE(heard(*others, "record").size(), 1);
}

/// Found by an attacker: a code taken by another desk stood in the way of its owner for good.
void tst_GatewayRefused::anotherDesksCodeStopsNobody() {
    const CopyJob first(*m_gateway);
    const CopyJob second(*m_gateway);
    const QString code = nextCode();
    const auto answer = push({m_chain->add(first.received(code)), m_chain->add(second.received(code)), m_chain->add(second.received(nextCode()))});
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, QStringLiteral("dossier.code-taken"));
    soundButFor(1);
}

void tst_GatewayRefused::whatMayStandLaterWaits_data() {
    using Spoil = std::function<void(domain::Event&)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("why");
    QTest::newRow("a page that is not there") << Spoil([](domain::Event& event) {
        domain::Page page;
        page.blob = domain::BlobHash::fromString(QString(64, u'a'));
        page.mediaType = QStringLiteral("image/jpeg");
        std::get<domain::DossierReceived>(event.body).papers[0].pages = {page};
    }) << "record.blob-missing";
    QTest::newRow("somebody whom the province does not know")
        << Spoil([](domain::Event& event) { event.actor = domain::UserId(QUuid::createUuid()); }) << "event.unknown-actor";
    QTest::newRow("a code of nobody here") << Spoil([](domain::Event& event) {
        std::get<domain::DossierReceived>(event.body).code = test::todaysCode(9999);
    }) << "dossier.code-foreign";
}

void tst_GatewayRefused::whatMayStandLaterWaits() {
    QFETCH(std::function<void(domain::Event&)>, spoil);
    QFETCH(QString, why);
    domain::Event event = CopyJob(*m_gateway).received(nextCode());
    spoil(event);
    const auto answer = push({m_chain->add(event), m_chain->add(CopyJob(*m_gateway).received(nextCode()))});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, why);
    QCOMPARE(answer->mark.seq, 0);
    QVERIFY(answer->refused.empty());
}

void tst_GatewayRefused::aStationThatDoesNotKnowOfItStandsStill() {
    const CopyJob job(*m_gateway);
    const auto answer = test::push(*m_client, {m_chain->add(job.received(nextCode())), m_chain->add(job.approved(2))});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("event.wrong-state"));
    QCOMPARE(answer->mark.seq, 1);
    soundButFor(0);
}

/// The answer may be lost: the batch comes again.
void tst_GatewayRefused::isTakenOnce() {
    const CopyJob job(*m_gateway);
    const Records records{m_chain->add(job.received(nextCode())), m_chain->add(job.approved(2))};
    QVERIFY(push(records));
    const auto answer = push(records);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->mark.seq, 2);
    QCOMPARE(heard(*m_client, "record-refused").size(), 1);
    soundButFor(1);
}

void tst_GatewayRefused::tamperingStillStops() {
    const CopyJob job(*m_gateway);
    Records records{m_chain->add(job.received(nextCode())), m_chain->add(job.submitted())};
    records[0].payload.append(' ');
    const auto answer = push(records);
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("record.payload-altered"));
    QCOMPARE(answer->mark.seq, 0);
}

QTEST_GUILESS_MAIN(tst_GatewayRefused)
#include "tst_GatewayRefused.moc"
