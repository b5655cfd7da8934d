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
    void judgesLateByAllRules_data();
    void judgesLateByAllRules();
    void whatCannotBeFollowedStaysUnread();
    void whatIsGarbledIsToldAndBarred();
    void booksOfOthersAreLeftAlone_data();
    void booksOfOthersAreLeftAlone();
    void anotherDeskChangesNothing_data();
    void anotherDeskChangesNothing();
    void whatAnotherDeskAddsFreezesNothing();
    void aReleaseIsReadInEveryVersion();
    void codesOfOthersAreNotTaken_data();
    void codesOfOthersAreNotTaken();

private:
    domain::Event newer(const test::CopyJob& job, const QByteArray& kind, qint64 dossierVersion, const QByteArray& json = "{}") const;
    int waiting() { return m_gateway->check().value(QLatin1String("waiting")).toInt(-1); }
    void sql(const char* statement);
    /// As if the record that waits had been of this kind from the beginning. The gateway is stopped.
    void becomes(qint64 seq, const QByteArray& kind, const domain::EncodedBody& body);
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

void tst_GatewayWaiting::becomes(qint64 seq, const QByteArray& kind, const domain::EncodedBody& body) {
    auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
    QVERIFY(connection);
    auto update = (*connection)->prepare("UPDATE records SET kind = ?2, version = ?3, payload = ?4 WHERE seq = ?1 AND version = 3");
    QVERIFY(update.bind(seq, QString::fromLatin1(kind), body.version, body.json).run());
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
    // The record in between turns out to be a withdrawal: the approval was not admissible.
    becomes(2, "dossier-withdrawn", domain::encodeBody(domain::DossierWithdrawn{QStringLiteral("x")}));
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    const QString faults = QString::fromUtf8(QJsonDocument(check.value(QLatin1String("faults")).toArray()).toJson());
    QVERIFY2(faults.contains(QStringLiteral("record 3: irregular, event.")), qPrintable(faults));
}

/// What waited and what it turns out to be: every rule that holds at once holds late.
void tst_GatewayWaiting::judgesLateByAllRules_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("sound") << QByteArray("dossier-submitted") << QJsonObject() << QString();
    QTest::newRow("an approval by a clerk") << QByteArray("dossier-approved") << QJsonObject{} << QStringLiteral("event.wrong-role");
    QTest::newRow("a hand-over out of order") << QByteArray("result-handed-over")
                                              << QJsonObject{{QStringLiteral("recipient"), QStringLiteral("Nguyễn Thị Mai")}}
                                              << QStringLiteral("event.wrong-state");
    QTest::newRow("a number that the header did not say")
        << QByteArray("entry-registered") << QJsonObject{} << QStringLiteral("record.header-mismatch");
    QTest::newRow("no recipient") << QByteArray("result-handed-over") << QJsonObject{} << QStringLiteral("event.malformed");
}

void tst_GatewayWaiting::judgesLateByAllRules() {
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(newer(job, "dossier-weighed", 2))})->refusal);
    const domain::VolumeId volume = book();
    QCOMPARE(m_gateway->stop(), 0);
    auto event = domain::decodeBody(kind, 1, QJsonDocument(body).toJson(QJsonDocument::Compact), true);
    QVERIFY(event);
    if (auto* approved = std::get_if<domain::DossierApproved>(&*event))
        approved->signer = std::get<domain::DossierApproved>(job.approved(2).body).signer;
    if (auto* registered = std::get_if<domain::EntryRegistered>(&*event))
        registered->entry = std::get<domain::EntryRegistered>(job.registered(volume, 1, 2).body).entry;
    becomes(2, kind, domain::encodeBody(*event));
    QVERIFY(m_gateway->start());
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    const QString faults = QString::fromUtf8(QJsonDocument(check.value(QLatin1String("faults")).toArray()).toJson());
    QCOMPARE(check.value(QLatin1String("irregular")).toInt(-1), code.isEmpty() ? 0 : 1);
    QVERIFY2(code.isEmpty() || faults.contains(QStringLiteral("record 2: irregular, ") + code), qPrintable(faults));
    QCOMPARE(m_gateway->stats().value(QLatin1String("irregular")).toInt(-1), code.isEmpty() ? 0 : 1);
    // The lane goes on whatever it was.
    const test::CopyJob other(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.note(QStringLiteral("x"))), chain.add(other.received(nextCode()))})->refusal);
}

/// A receipt that an old gateway let in with a code that it could not see, which is another dossier's.
void tst_GatewayWaiting::whatCannotBeFollowedStaysUnread() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob first(*m_gateway);
    const test::CopyJob second(*m_gateway);
    const QString code = nextCode();
    QVERIFY(!test::push(*m_client, {chain.add(first.received(code)), chain.add(newer(second, "dossier-received", 1)), chain.add(second.submitted())})
                 ->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    becomes(2, "dossier-received", domain::encodeBody(second.received(code).body));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(), 2);
    // Both go on, the second one unjudged; and so after another start.
    for (const qint64 version : {3, 4}) {
        QVERIFY(!test::push(*m_client, {chain.add(second.approved(version)), chain.add(first.note(QStringLiteral("x")))})->refusal);
        QCOMPARE(m_gateway->stop(), 0);
        QVERIFY(m_gateway->start());
    }
}

void tst_GatewayWaiting::whatIsGarbledIsToldAndBarred() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(newer(job, "dossier-weighed", 2, "x"))})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    becomes(2, "dossier-submitted", {1, "x"});
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    QVERIFY(!test::push(*m_client, {chain.add(job.approved(3))})->refusal);
}

/// What another desk's record turns out to say of a book that is not its own.
void tst_GatewayWaiting::booksOfOthersAreLeftAlone_data() {
    QTest::addColumn<bool>("closes");
    QTest::newRow("a row spoiled") << false;
    QTest::newRow("the volume closed") << true;
}

void tst_GatewayWaiting::booksOfOthersAreLeftAlone() {
    QFETCH(bool, closes);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const domain::VolumeId volume = book();
    QVERIFY(!test::push(
        *m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved()), chain.add(job.registered(volume, 1))})
                 ->refusal);
    const auto other = enrol();
    const auto client = other->connect(*m_gateway);
    test::RecordChain otherChain(other->id());
    const test::CopyJob own(*m_gateway);
    domain::Event unread = newer(own, "dossier-weighed", closes ? 0 : 2);
    if (closes)
        unread.dossier = {};
    QVERIFY(!test::push(*client, {otherChain.add(own.received(nextCode(*other))), otherChain.add(unread)})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    const domain::Signer signer{own.supervisor.id, own.supervisor.name, {}, {}};
    if (closes)
        becomes(2, "volume-closed", domain::encodeBody(domain::VolumeClosed{volume, 1, 0, signer}));
    else
        becomes(2, "entry-spoiled", domain::encodeBody(domain::EntrySpoiled{volume, 1, QStringLiteral("x")}));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(stats.value(QLatin1String("spoiled")).toInt(-1), 0);
    const test::CopyJob next(*m_gateway);
    const auto answer = test::push(*m_client,
        {chain.add(next.received(nextCode())), chain.add(next.submitted()), chain.add(next.approved()), chain.add(next.registered(volume, 2))});
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
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
    const QString code = QStringLiteral("%1-261122-%2").arg(unit).arg(serial, 4, 10, QLatin1Char('0'));
    const domain::Event event = readable ? job.received(code) : newer(job, "dossier-received", 1, "{\"code\":\"" + code.toUtf8() + "\"}");
    const auto answer = test::push(*m_client, {chain.add(event)});
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), refusal);
}

QTEST_GUILESS_MAIN(tst_GatewayWaiting)
#include "tst_GatewayWaiting.moc"
