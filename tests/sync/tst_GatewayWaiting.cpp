#include "app/sqlite/Connection.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using test::Records;

/// The gateway and stations that are newer than it is: kinds and versions that it does not know.
class tst_GatewayWaiting : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void init();

    void keepsWhatItCannotRead();
    void whatFollowsWaitsTooAndOthersGoOn();
    void aNewerNumberIsTaken();
    void refusesWhatTheHeaderShows_data();
    void refusesWhatTheHeaderShows();
    void settlesWhatItReadsNow();
    void tellsWhatIsWrongWithWhatItJudgesLate();

private:
    domain::Event newer(const test::CopyJob& job, const QByteArray& kind, qint64 dossierVersion, const QByteArray& json = "{}") const;
    int waiting() { return m_gateway->check().value(QLatin1String("waiting")).toInt(-1); }
    void sql(const char* statement);
    /// The desk's own book, which has no entry yet.
    domain::VolumeId book() { return test::volumeOf(*m_client, m_station->id()); }
};

void tst_GatewayWaiting::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
}

domain::Event tst_GatewayWaiting::newer(const test::CopyJob& job, const QByteArray& kind, qint64 dossierVersion, const QByteArray& json) const {
    return {domain::UnreadRecord{kind, 3, dossierVersion > 0, json}, job.dossier, dossierVersion, {}, job.clerk, {}};
}

void tst_GatewayWaiting::sql(const char* statement) {
    auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
    QVERIFY(connection);
    QVERIFY((*connection)->execute(statement));
}

void tst_GatewayWaiting::keepsWhatItCannotRead() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const QString code = nextCode();
    const Records records{chain.add(newer(job, "dossier-received", 1, "{\"code\":\"" + code.toUtf8() + "\",\"unheard\":[1]}")),
        chain.add(newer(job, "dossier-weighed", 2))};
    const auto answer = test::push(*m_client, records);
    QVERIFY(answer);
    QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->code) : "");
    QCOMPARE(answer->mark.seq, 2);
    QCOMPARE(answer->mark.head, QString::fromLatin1(chain.head().toHex()));
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(), 2);
    QCOMPARE(check.value(QLatin1String("lost")).toInt(-1), 0);
    QCOMPARE(m_gateway->stats().value(QLatin1String("waiting")).toInt(), 2);
    // Repeated, it is acknowledged again; and its code is nobody else's.
    QVERIFY(!test::push(*m_client, records)->refusal);
    const test::CopyJob other(*m_gateway);
    QCOMPARE(test::push(*m_client, {chain.add(other.received(code))})->refusal->code, QStringLiteral("dossier.code-taken"));
}

void tst_GatewayWaiting::whatFollowsWaitsTooAndOthersGoOn() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const test::CopyJob other(*m_gateway);
    // An approval of a dossier that, as far as this gateway can see, was never submitted.
    const auto answer = test::push(
        *m_client, {chain.add(job.received(nextCode())), chain.add(newer(job, "dossier-submitted", 2)), chain.add(job.approved(3)),
                       chain.add(job.note(QStringLiteral("Gọi lại"))), chain.add(other.received(nextCode())), chain.add(other.submitted())});
    QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->code) : "");
    QCOMPARE(waiting(), 3);
    // The others are judged as ever.
    test::RecordChain astray = chain;
    QCOMPARE(test::push(*m_client, {astray.add(other.approved(9))})->refusal->code, QStringLiteral("event.version-conflict"));
    QVERIFY(!test::push(*m_client, {chain.add(other.approved(3))})->refusal);
    QCOMPARE(waiting(), 3);
    // Another start of the program replays them the same.
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY(m_gateway->start());
    QVERIFY(!test::push(*m_client, {chain.add(job.note(QStringLiteral("Đã gọi")))})->refusal);
    QCOMPARE(waiting(), 4);
}

void tst_GatewayWaiting::aNewerNumberIsTaken() {
    test::RecordChain chain(m_station->id());
    const domain::VolumeId volume = book();
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved())})->refusal);
    test::RecordChain astray = chain;
    QCOMPARE(test::push(*m_client, {astray.add(newer(job, "entry-registered", 4), {volume, 2})})->refusal->code, QStringLiteral("book.number-gap"));
    QVERIFY(!test::push(*m_client, {chain.add(newer(job, "entry-registered", 4), {volume, 1})})->refusal);
    const test::CopyJob second(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(second.received(nextCode())), chain.add(second.submitted()), chain.add(second.approved())})->refusal);
    astray = chain;
    QCOMPARE(test::push(*m_client, {astray.add(second.registered(volume, 1))})->refusal->code, QStringLiteral("book.number-taken"));
    QVERIFY(!test::push(*m_client, {chain.add(second.registered(volume, 2))})->refusal);
    QCOMPARE(m_gateway->check().value(QLatin1String("gaps")).toInt(-1), 0);
    QCOMPARE(m_gateway->stats().value(QLatin1String("bookEntries")).toInt(), 2);
}

void tst_GatewayWaiting::refusesWhatTheHeaderShows_data() {
    QTest::addColumn<std::function<void(domain::Event&)>>("spoil");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* code, const std::function<void(domain::Event&)>& spoil) {
        QTest::newRow(name) << spoil << QString::fromLatin1(code);
    };
    row("a new kind of a version that is read", "event.unknown-kind", [](domain::Event& e) { std::get<domain::UnreadRecord>(e.body).version = 2; });
    row("a version of the dossier left out", "event.version-conflict", [](domain::Event& e) { e.dossierVersion = 3; });
    row("nobody's dossier", "event.version-conflict", [](domain::Event& e) { e.dossier = domain::DossierId::make(5); });
    row("a change of no dossier", "record.header-mismatch", [](domain::Event& e) { e.dossier = {}; });
    row("an addition to nobody's dossier", "event.unknown-dossier", [](domain::Event& e) {
        e.dossier = domain::DossierId::make(5);
        e.dossierVersion = 0;
    });
    row("a stranger", "event.unknown-actor", [](domain::Event& e) { e.actor = domain::UserId::make(5); });
}

void tst_GatewayWaiting::refusesWhatTheHeaderShows() {
    QFETCH(std::function<void(domain::Event&)>, spoil);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode()))})->refusal);
    domain::Event event = newer(job, "dossier-weighed", 2);
    spoil(event);
    test::RecordChain astray = chain;
    const auto answer = test::push(*m_client, {astray.add(event)});
    QVERIFY(answer->refusal);
    QCOMPARE(answer->refusal->code, code);
    QVERIFY(!test::push(*m_client, {chain.add(newer(job, "dossier-weighed", 2))})->refusal);
}

/// As an older gateway would have left them: today's reads all of these.
void tst_GatewayWaiting::settlesWhatItReadsNow() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const test::CopyJob stuck(*m_gateway);
    QVERIFY(!test::push(
        *m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved()), chain.add(stuck.received(nextCode())),
                       chain.add(newer(stuck, "dossier-weighed", 2)), chain.add(stuck.note(QStringLiteral("x")))})
                 ->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    sql("UPDATE records SET waiting = CASE WHEN kind = 'dossier-submitted' THEN 1 ELSE 2 END WHERE seq BETWEEN 2 AND 3;"
        "UPDATE dossiers SET state = 2, version = 1 WHERE id = (SELECT dossier FROM records WHERE seq = 1)");
    QCOMPARE(m_gateway->stats().value(QLatin1String("waiting")).toInt(), 4);
    QVERIFY(m_gateway->start());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("waiting")).toInt(), 2);
    QCOMPARE(stats[QLatin1String("units")][0][QLatin1String("states")][QLatin1String("9")].toInt(), 1);
    QVERIFY(!test::push(*m_client, {chain.add(job.registered(book(), 1, 4))})->refusal);
    QCOMPARE(waiting(), 2);
}

void tst_GatewayWaiting::tellsWhatIsWrongWithWhatItJudgesLate() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(newer(job, "dossier-weighed", 2)), chain.add(job.approved(3))})
                 ->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    // The record in between turns out to be a note: the approval was not admissible.
    sql("UPDATE records SET kind = 'note-added', version = 1, payload = CAST('{\"text\":\"x\"}' AS BLOB) WHERE seq = 2");
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    const QString faults = QString::fromUtf8(QJsonDocument(check.value(QLatin1String("faults")).toArray()).toJson());
    QVERIFY2(faults.contains(QStringLiteral("version 3: event.")), qPrintable(faults));
}

QTEST_GUILESS_MAIN(tst_GatewayWaiting)
#include "tst_GatewayWaiting.moc"
