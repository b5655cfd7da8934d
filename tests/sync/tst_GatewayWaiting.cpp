#include "tests/support/gateway/RecordBatch.h"
#include "tests/sync/WaitingTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using test::Records;

/// The gateway and stations that are newer than it is: kinds and versions that it does not know.
class tst_GatewayWaiting : public QObject, private test::WaitingTest {
    Q_OBJECT

private slots:
    void init();

    void keepsWhatItCannotRead();
    void whatFollowsWaitsTooAndOthersGoOn();
    void aNewerNumberIsTaken();
    void refusesWhatTheHeaderShows_data();
    void refusesWhatTheHeaderShows();
    void anotherDeskChangesNothing_data();
    void anotherDeskChangesNothing();
    void whatAnotherDeskAddsFreezesNothing();
    void aReleaseIsReadInEveryVersion();
    void codesOfOthersAreNotTaken_data();
    void codesOfOthersAreNotTaken();
};

void tst_GatewayWaiting::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
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
    const QJsonArray unread = check.value(QLatin1String("unread")).toArray();
    QCOMPARE(unread.size(), 2);
    QVERIFY(unread[1].toString().contains(QStringLiteral("%1 record 2: dossier %2, dossier-weighed of version %3")
                                              .arg(m_station->id().toString(QUuid::WithoutBraces), job.dossier.toString())
                                              .arg(notReadYet)));
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
    row("nobody", "event.unknown-actor", [](domain::Event& e) { e.actor = {}; });
    row("nobody, as an addition", "event.unknown-actor", [](domain::Event& e) {
        e.actor = {};
        e.dossierVersion = 0;
    });
    row("a release to nowhere by nobody", "event.unknown-actor", [](domain::Event& e) {
        e.actor = {};
        std::get<domain::UnreadRecord>(e.body).kind = "folder-released";
    });
    row("a release to a desk of nobody", "event.unknown-station", [](domain::Event& e) {
        auto& body = std::get<domain::UnreadRecord>(e.body);
        body.kind = "folder-released";
        body.json = "{\"to\":\"" + domain::StationId::make(5).toString().toUtf8() + "\"}";
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

void tst_GatewayWaiting::anotherDeskChangesNothing_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("unreadBefore");
    for (const bool before : {false, true})
        for (const char* kind : {"dossier-weighed", "folder-released", "dossier-approved"})
            QTest::addRow("%s%s", kind, before ? ", after one that is not read" : "") << QByteArray(kind) << before;
}

void tst_GatewayWaiting::anotherDeskChangesNothing() {
    QFETCH(QByteArray, kind);
    QFETCH(bool, unreadBefore);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    test::Records records{chain.add(job.received(nextCode()))};
    if (unreadBefore)
        records.push_back(chain.add(newer(job, "dossier-weighed", 2)));
    QVERIFY(!test::push(*m_client, records)->refusal);
    const qint64 next = unreadBefore ? 3 : 2;
    const auto other = enrol();
    const auto client = other->connect(*m_gateway);
    test::RecordChain otherChain(other->id());
    const QByteArray toItself = "{\"to\":\"" + other->id().toString(QUuid::WithoutBraces).toUtf8() + "\"}";
    const auto answer = test::push(*client, {otherChain.add(newer(job, kind, next, toItself))});
    QVERIFY(answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("event.not-holder"));
    QVERIFY(!test::push(*m_client, {chain.add(job.submitted(next))})->refusal);
}

void tst_GatewayWaiting::whatAnotherDeskAddsFreezesNothing() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode()))})->refusal);
    const auto other = enrol();
    const auto client = other->connect(*m_gateway);
    test::RecordChain otherChain(other->id());
    QVERIFY(!test::push(*client, {otherChain.add(newer(job, "dossier-approved", 0))})->refusal);
    QCOMPARE(waiting(), 1);
    // Judged as ever: the addition has not approved it, and has not made what follows wait.
    test::RecordChain astray = chain;
    QCOMPARE(test::push(*m_client, {astray.add(job.approved(2))})->refusal->code, QStringLiteral("event.wrong-state"));
    QVERIFY(!test::push(*m_client, {chain.add(job.submitted()), chain.add(job.approved(3))})->refusal);
    QCOMPARE(waiting(), 1);
    QCOMPARE(m_gateway->stats()[QLatin1String("units")][0][QLatin1String("states")][QLatin1String("9")].toInt(), 1);
}

/// The desk that it names goes on, and nobody else.
void tst_GatewayWaiting::aReleaseIsReadInEveryVersion() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const auto other = enrol();
    const auto client = other->connect(*m_gateway);
    test::RecordChain otherChain(other->id());
    const QByteArray to = "{\"to\":\"" + other->id().toString(QUuid::WithoutBraces).toUtf8() + "\",\"unheard\":1}";
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(newer(job, "folder-released", 2, to))})->refusal);
    test::RecordChain astray = chain;
    QCOMPARE(test::push(*m_client, {astray.add(job.submitted(3))})->refusal->code, QStringLiteral("event.not-holder"));
    QVERIFY(!test::push(*client, {otherChain.add(job.submitted(3))})->refusal);
}

void tst_GatewayWaiting::codesOfOthersAreNotTaken_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<bool>("readable");
    const auto row = [](const char* name, const char* unit, int step, const char* refusal) {
        for (const bool readable : {true, false})
            QTest::addRow("%s%s", name, readable ? "" : ", unread") << QString::fromLatin1(unit) << step << QString::fromLatin1(refusal) << readable;
    };
    row("own", "H49.30", 0, "");
    row("of another desk's serials", "H49.30", 999, "dossier.code-foreign");
    row("of another unit", "H49.31", 0, "dossier.code-foreign");
    row("as before 2020", "000.00.30.H49", 0, "dossier.code-foreign");
    QTest::newRow("nothing that is one, unread") << QString(900'000, QLatin1Char('x')) << 0 << QString() << false;
}

void tst_GatewayWaiting::codesOfOthersAreNotTaken() {
    QFETCH(QString, unit);
    QFETCH(int, step);
    QFETCH(QString, refusal);
    QFETCH(bool, readable);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const int serial = nextCode().section(QLatin1Char('-'), 2).toInt() + step;
    const QString code = test::todaysCode(serial, unit);
    const domain::Event event = readable ? job.received(code) : newer(job, "dossier-received", 1, "{\"code\":\"" + code.toUtf8() + "\"}");
    const auto answer = test::push(*m_client, {chain.add(event)});
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), refusal);
}

QTEST_GUILESS_MAIN(tst_GatewayWaiting)
#include "tst_GatewayWaiting.moc"
