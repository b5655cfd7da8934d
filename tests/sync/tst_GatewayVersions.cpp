#include "app/domain/jobs/BuiltInJobs.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/protocol/RecordCodec.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/RecordTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;

/// Desks of the first record version and of this one at one gateway.
class tst_GatewayVersions : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void init();

    void saysWhatIsRead();
    void refusesABadHeader_data();
    void refusesABadHeader();
    void anOldDeskIsGivenWhatItReads();
    void anUpgradedDeskIsGivenTheRest();
    void otherBooksAndKindsAreHeldBack();
    void kindsThatAskForMoreAreHeldBack();
    void whatWasHeldBackComesOnceAfterAStepBack();
    void nothingPilesUpForADeskThatChangesItsMind();
    void whatWasGivenBackUnreadIsGivenBackAgain();
    void anOldDeskDoesNotGetWhatItCouldNotGoOnWith();

private:
    struct Desk {
        std::unique_ptr<test::TestStation> station;
        std::unique_ptr<httplib::SSLClient> client;
    };
    enum class Program { Old, New };

    Desk newDesk();
    static QJsonObject page(const Desk& desk, Program program, qint64 after = 0);
    static QJsonObject pageRead(const Desk& desk, int reads, qint64 after = 0);
    static qint64 endOf(const QJsonObject& page, qint64 after = 0);
    static QStringList recordsIn(const QJsonObject& page);
    static QStringList kindsIn(const QJsonObject& page);
    /// Received as a kind of job that the first version has no place for, and submitted.
    test::Records laterDossier(test::RecordChain& chain, const test::CopyJob& job);
    void publishDirectly(const QString& kind, const QJsonObject& body);

    Desk m_new;
    Desk m_old;
};

void tst_GatewayVersions::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    m_new = newDesk();
    m_old = newDesk();
    QVERIFY(m_new.client && m_old.client);
}

tst_GatewayVersions::Desk tst_GatewayVersions::newDesk() {
    Desk desk{enrol(), nullptr};
    if (desk.station)
        desk.client = desk.station->connect(*m_gateway);
    return desk;
}

QJsonObject tst_GatewayVersions::page(const Desk& desk, Program program, qint64 after) {
    return pageRead(desk, program == Program::New ? domain::newestRecordVersion : 0, after);
}

QJsonObject tst_GatewayVersions::pageRead(const Desk& desk, int reads, qint64 after) {
    desk.client->set_default_headers({});
    const httplib::Headers headers = reads > 0 ? httplib::Headers{{"Motcua-Reads", std::to_string(reads)}} : httplib::Headers();
    const auto answer = desk.client->Get("/v1/feed?limit=1000&after=" + std::to_string(after), headers);
    return answer && answer->status == 200 ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object() : QJsonObject();
}

qint64 tst_GatewayVersions::endOf(const QJsonObject& page, qint64 after) {
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    return items.isEmpty() ? after : items.last()[QLatin1String("cursor")].toInteger();
}

QStringList tst_GatewayVersions::recordsIn(const QJsonObject& page) {
    QStringList records;
    for (const QJsonValue& item : page.value(QLatin1String("items")).toArray())
        if (const QJsonObject header = item[QLatin1String("body")][QLatin1String("header")].toObject(); !header.isEmpty())
            records << header.value(QLatin1String("kind")).toString() + QLatin1Char(' ') + header.value(QLatin1String("dossier")).toString();
    return records;
}

QStringList tst_GatewayVersions::kindsIn(const QJsonObject& page) {
    QStringList kinds;
    for (const QJsonValue& item : page.value(QLatin1String("items")).toArray())
        kinds << item[QLatin1String("kind")].toString();
    return kinds;
}

test::Records tst_GatewayVersions::laterDossier(test::RecordChain& chain, const test::CopyJob& job) {
    domain::Event received = job.received(nextCode(*m_new.station));
    auto& body = std::get<domain::DossierReceived>(received.body);
    body.procedure = test::procedureOf(QStringLiteral("2.000635"));
    body.facts = {{QStringLiteral("copies"), 2}, {QStringLiteral("events"), 1}};
    body.job = domain::termsOf(*domain::builtInJobs().inForce(QStringLiteral("counted-copies"), QDate(2026, 11, 23)), body.procedure, body.facts);
    return {chain.add(received), chain.add(job.submitted())};
}

void tst_GatewayVersions::publishDirectly(const QString& kind, const QJsonObject& body) {
    const auto store = test::openedStore(m_gateway->directory());
    QVERIFY(store);
    QVERIFY((*store)->write([&](gateway::Tables& tables) { return tables.feed().publish({}, qPrintable(kind), body); }));
}

void tst_GatewayVersions::saysWhatIsRead() {
    const auto readsOf = [](const QJsonObject& json) { return json.value(QLatin1String("reads")).toObject(); };
    QJsonObject reads = readsOf(page(m_new, Program::New));
    QCOMPARE(reads.value(QLatin1String("platform")).toInt(), domain::newestRecordVersion);
    QCOMPARE(reads.value(QLatin1String("oldestDesk")).toInt(), 1);
    QVERIFY(!reads.value(QLatin1String("oldestDeskName")).toString().isEmpty());
    (void)page(m_old, Program::New);
    reads = readsOf(page(m_new, Program::New));
    QCOMPARE(
        reads, (QJsonObject{{QStringLiteral("platform"), domain::newestRecordVersion}, {QStringLiteral("oldestDesk"), domain::newestRecordVersion}}));
    // A desk that only asks for something else has not said anything new.
    const auto health = m_old.client->Get("/v1/health");
    QCOMPARE(readsOf(QJsonDocument::fromJson(QByteArray::fromStdString(health->body)).object()), reads);
    // One that is no longer wanted does not count.
    (void)page(m_old, Program::Old);
    QCOMPARE(readsOf(page(m_new, Program::New)).value(QLatin1String("oldestDesk")).toInt(), 1);
    QCOMPARE(m_gateway->run({QStringLiteral("revoke"), QStringLiteral("--station"), m_old.station->enrolment().station}).exitCode, 0);
    QCOMPARE(readsOf(page(m_new, Program::New)).value(QLatin1String("oldestDesk")).toInt(), domain::newestRecordVersion);
}

void tst_GatewayVersions::refusesABadHeader_data() {
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"0", "-1", "two", "1001", "2.5"})
        QTest::newRow(value) << QByteArray(value);
}

void tst_GatewayVersions::refusesABadHeader() {
    QFETCH(QByteArray, value);
    QCOMPARE(m_new.client->Get("/v1/feed?after=0", {{"Motcua-Reads", value.toStdString()}})->status, 400);
}

void tst_GatewayVersions::anOldDeskIsGivenWhatItReads() {
    test::RecordChain chain(m_new.station->id());
    const test::CopyJob first(*m_gateway);
    const test::CopyJob later(*m_gateway);
    test::Records records{chain.add(first.received(nextCode(*m_new.station)))};
    for (const protocol::Record& record : laterDossier(chain, later))
        records.push_back(record);
    records.push_back(chain.add(first.submitted()));
    QCOMPARE(records[1].header.version, 2);
    QVERIFY(!test::push(*m_new.client, records)->refusal);
    const QString id = QLatin1Char(' ') + first.dossier.toString();
    QCOMPARE(recordsIn(page(m_old, Program::Old)), (QStringList{QStringLiteral("dossier-received") + id, QStringLiteral("dossier-submitted") + id}));
    QCOMPARE(recordsIn(page(newDesk(), Program::New)).size(), 4);
    QVERIFY(recordsIn(page(m_new, Program::New)).isEmpty());
}

void tst_GatewayVersions::anUpgradedDeskIsGivenTheRest() {
    test::RecordChain chain(m_new.station->id());
    const test::CopyJob later(*m_gateway);
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, later))->refusal);
    const QJsonObject before = page(m_old, Program::Old);
    QVERIFY(recordsIn(before).isEmpty());
    const test::CopyJob first(*m_gateway);
    QVERIFY(!test::push(*m_new.client, {chain.add(first.received(nextCode(*m_new.station)))})->refusal);
    const qint64 end = endOf(page(m_old, Program::Old, endOf(before)));
    const QJsonObject after = page(m_old, Program::New, end);
    const QString id = QLatin1Char(' ') + later.dossier.toString();
    QCOMPARE(recordsIn(after), (QStringList{QStringLiteral("dossier-received") + id, QStringLiteral("dossier-submitted") + id}));
    for (const QJsonValue& item : after.value(QLatin1String("items")).toArray()) {
        QVERIFY(item[QLatin1String("cursor")].toInteger() > end);
        if (item[QLatin1String("kind")].toString() != QLatin1String("record"))
            continue;
        const auto record = protocol::recordFromJson(item[QLatin1String("body")].toObject());
        QVERIFY(record);
        QCOMPARE(protocol::payloadDigestOf(record->salt, record->payload), record->header.payloadDigest);
    }
    // A question that was asked again after a broken line is answered the same, and nothing comes a third time.
    QCOMPARE(recordsIn(page(m_old, Program::New, end)), recordsIn(after));
    QVERIFY(recordsIn(page(m_old, Program::New, endOf(after))).isEmpty());
    // It is for that desk alone.
    QVERIFY(recordsIn(page(m_new, Program::New)).isEmpty());
}

void tst_GatewayVersions::otherBooksAndKindsAreHeldBack() {
    const qint64 start = endOf(page(m_old, Program::Old));
    const auto first = QStringLiteral("019ab2c4-7d00-7000-8000-000000000001");
    const auto other = QStringLiteral("019ab2c4-7d00-7000-8000-000000000002");
    publishDirectly(QStringLiteral("volume"), {{QStringLiteral("id"), other}, {QStringLiteral("kind"), 9}});
    publishDirectly(QStringLiteral("volume"), {{QStringLiteral("id"), first}, {QStringLiteral("kind"), 0}});
    publishDirectly(QStringLiteral("weather"), {{QStringLiteral("version"), QStringLiteral("2027-01-01")}});
    publishDirectly(QStringLiteral("notice"), {{QStringLiteral("text"), QStringLiteral("Họp")}});
    const QJsonObject given = page(m_old, Program::Old, start);
    QCOMPARE(kindsIn(given), (QStringList{QStringLiteral("volume"), QStringLiteral("notice")}));
    QCOMPARE(given[QLatin1String("items")][0][QLatin1String("body")][QLatin1String("id")].toString(), first);
    // With what the platform published at its founding: its kinds of job, and the series that number slips.
    QStringList rest = kindsIn(page(m_old, Program::New, endOf(given)));
    QVERIFY(rest.removeAll(QStringLiteral("job")) > 1);
    QVERIFY(rest.removeAll(QStringLiteral("volume")) > 1);
    QCOMPARE(rest, QStringList{QStringLiteral("weather")});
}

/// A kind that says which record version a desk must read: an older one would pass over what it does not know of it.
void tst_GatewayVersions::kindsThatAskForMoreAreHeldBack() {
    const auto named = [](const char* kind, int reads) {
        QJsonObject json{{QStringLiteral("kind"), QLatin1String(kind)}};
        if (reads > 0)
            json.insert(QStringLiteral("reads"), reads);
        return json;
    };
    const auto jobsIn = [](const QJsonObject& given) {
        QStringList jobs;
        for (const QJsonValue& item : given.value(QLatin1String("items")).toArray())
            if (item[QLatin1String("kind")].toString() == QLatin1String("job"))
                jobs << item[QLatin1String("body")][QLatin1String("kind")].toString();
        return jobs;
    };
    const qint64 start = endOf(pageRead(m_old, 3));
    publishDirectly(QStringLiteral("job"), named("plain", 0));
    publishDirectly(QStringLiteral("job"), named("with-parties", 5));
    publishDirectly(QStringLiteral("job"), named("by-hand", 3));
    QCOMPARE(jobsIn(pageRead(m_old, 1, start)), QStringList());
    const QJsonObject third = pageRead(m_old, 3, start);
    QVERIFY(jobsIn(third).contains(QStringLiteral("plain")) && jobsIn(third).contains(QStringLiteral("by-hand")));
    QVERIFY(!jobsIn(third).contains(QStringLiteral("with-parties")));
    const qint64 end = endOf(third, start);
    QCOMPARE(jobsIn(pageRead(m_old, 4, end)), QStringList());
    // Once it reads that, it is given what was held back, under a cursor that it has not passed; and once alone.
    const QJsonObject sixth = pageRead(m_old, 6, end);
    QCOMPARE(jobsIn(sixth).count(QStringLiteral("with-parties")), 1);
    QVERIFY(endOf(sixth) > end);
    QCOMPARE(jobsIn(pageRead(m_old, 6, endOf(sixth))), QStringList());
    // A step back holds it back again.
    QCOMPARE(jobsIn(pageRead(m_old, 3, end)), QStringList());
    QVERIFY(jobsIn(pageRead(m_new, 5, start)).contains(QStringLiteral("with-parties")));
}

void tst_GatewayVersions::whatWasHeldBackComesOnceAfterAStepBack() {
    test::RecordChain chain(m_new.station->id());
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, test::CopyJob(*m_gateway)))->refusal);
    const qint64 end = endOf(page(m_old, Program::New));
    // An older program is put back for a day.
    QVERIFY(kindsIn(page(m_old, Program::Old, end)).isEmpty());
    const test::CopyJob second(*m_gateway);
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, second))->refusal);
    QVERIFY(kindsIn(page(m_old, Program::Old, end)).isEmpty());
    const QStringList given = recordsIn(page(m_old, Program::New, end));
    QVERIFY(!given.isEmpty());
    for (const QString& record : given)
        QVERIFY2(record.endsWith(second.dossier.toString()), qPrintable(record));
}

void tst_GatewayVersions::nothingPilesUpForADeskThatChangesItsMind() {
    constexpr qint64 beyond = 1'000'000'000; // a cursor that there is not
    test::RecordChain chain(m_new.station->id());
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, test::CopyJob(*m_gateway)))->refusal);
    qint64 end = endOf(page(m_old, Program::Old));
    QVERIFY(kindsIn(page(m_old, Program::New, beyond)).isEmpty());
    const qsizetype all = kindsIn(page(m_old, Program::New)).size();
    for (int turn = 0; turn < 12; ++turn) {
        // Now as one that lost everything, now as one that says it has more than there is.
        (void)page(m_old, Program::Old, turn % 2 == 0 ? 0 : end);
        end = endOf(page(m_old, Program::New, turn % 3 == 0 ? beyond : end), end);
    }
    QCOMPARE(kindsIn(page(m_old, Program::New)).size(), all);
}

/// It steps back before it has read what it was given.
void tst_GatewayVersions::whatWasGivenBackUnreadIsGivenBackAgain() {
    test::RecordChain chain(m_new.station->id());
    const test::CopyJob later(*m_gateway);
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, later))->refusal);
    const qint64 end = endOf(page(m_old, Program::Old));
    QCOMPARE(recordsIn(page(m_old, Program::New, end)).size(), 2);
    QVERIFY(recordsIn(page(m_old, Program::Old, end)).isEmpty());
    const test::CopyJob first(*m_gateway);
    QVERIFY(!test::push(*m_new.client, {chain.add(first.received(nextCode(*m_new.station)))})->refusal);
    const QJsonObject passed = page(m_old, Program::Old, end);
    QCOMPARE(recordsIn(passed).size(), 1);
    QCOMPARE(recordsIn(page(m_old, Program::New, endOf(passed))).size(), 2);
}

void tst_GatewayVersions::anOldDeskDoesNotGetWhatItCouldNotGoOnWith() {
    test::RecordChain chain(m_new.station->id());
    const test::CopyJob later(*m_gateway);
    const test::CopyJob first(*m_gateway);
    QVERIFY(!test::push(*m_new.client, laterDossier(chain, later))->refusal);
    QVERIFY(!test::push(*m_new.client, {chain.add(first.received(nextCode(*m_new.station)))})->refusal);
    const auto claim = [&](domain::DossierId dossier) {
        return m_old.client->Post("/v1/claims", "{\"dossier\":\"" + dossier.toString().toStdString() + "\"}", "application/json");
    };
    const auto refused = claim(later.dossier);
    QCOMPARE(refused->status, 404);
    QVERIFY(refused->body.find("claim.needs-newer-program") != std::string::npos);
    QCOMPARE(claim(first.dossier)->status, 202);
    (void)page(m_old, Program::New);
    QCOMPARE(claim(later.dossier)->status, 202);
}

QTEST_GUILESS_MAIN(tst_GatewayVersions)
#include "tst_GatewayVersions.moc"
