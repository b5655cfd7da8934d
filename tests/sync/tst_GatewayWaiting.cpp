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

    void takesNothingThatItCannotRead_data();
    void takesNothingThatItCannotRead();
    void anInventedKindIsRefusedForGood();
    void whatFollowsWaitsAtTheDesk();
    void codesOfOthersAreNotTaken_data();
    void codesOfOthersAreNotTaken();

private:
    QString errorOf(const Records& records);
};

void tst_GatewayWaiting::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
}

/// Where the chain stands still; empty: it goes on.
QString tst_GatewayWaiting::errorOf(const Records& records) {
    const auto answer = test::push(*m_client, records, test::refusedStand());
    if (!answer)
        return QStringLiteral("no answer");
    return answer->refusal ? answer->refusal->code : QString();
}

/// A desk that says it is newer than the province has no number, no code and no hand-over by that (U1 to U8 of the second attack).
void tst_GatewayWaiting::takesNothingThatItCannotRead_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<qint64>("dossierVersion");
    QTest::addColumn<bool>("isAbout");
    QTest::addColumn<bool>("takesNumber");
    QTest::addColumn<bool>("isPersons");
    const auto row = [](const char* name, const char* kind, qint64 version, bool isAbout, bool takesNumber, bool isPersons) {
        QTest::newRow(name) << QByteArray(kind) << version << isAbout << takesNumber << isPersons;
    };
    row("an addition by nobody", "folder-released", 0, true, false, false);
    row("a receipt by nobody", "folder-released", 1, true, false, false);
    row("a number by nobody", "folder-released", 1, true, true, false);
    row("a number about no dossier by nobody", "folder-released", 0, false, true, false);
    row("an approval by a clerk", "dossier-approved", 1, true, false, true);
    row("an entry by a clerk", "entry-registered", 1, true, true, true);
    row("a new kind", "dossier-weighed", 1, true, false, true);
    row("a note", "note-added", 0, true, false, true);
}

void tst_GatewayWaiting::takesNothingThatItCannotRead() {
    QFETCH(QByteArray, kind);
    QFETCH(qint64, dossierVersion);
    QFETCH(bool, isAbout);
    QFETCH(bool, takesNumber);
    QFETCH(bool, isPersons);
    test::RecordChain chain(m_station->id());
    const domain::VolumeId volume = book();
    const test::CopyJob job(*m_gateway);
    const QString code = nextCode();
    const QByteArray json = "{\"to\":\"" + m_station->id().toString(QUuid::WithoutBraces).toUtf8() + "\",\"code\":\"" + code.toUtf8() + "\"}";
    domain::Event event = newer(job, kind, dossierVersion, json);
    if (!isAbout)
        event.dossier = {};
    if (!isPersons)
        event.actor = {};
    for (const int version : {notReadYet, 1000}) {
        std::get<domain::UnreadRecord>(event.body).version = version;
        test::RecordChain astray = chain;
        const auto answer =
            test::push(*m_client, {astray.add(event, takesNumber ? std::pair(volume, 1) : std::pair<domain::VolumeId, int>())}, test::refusedStand());
        QVERIFY(answer && answer->refusal);
        QCOMPARE(answer->refusal->code, QStringLiteral("event.newer-version"));
        QCOMPARE(answer->mark.seq, 0);
        QVERIFY(answer->refused.empty());
    }
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(-1), 0);
    QCOMPARE(stats.value(QLatin1String("bookEntries")).toInt(-1), 0);
    QCOMPARE(waiting(), 0);
    // The code and the number are free, and the chain goes on where it stood.
    QCOMPARE(errorOf({chain.add(job.received(code)), chain.add(job.submitted()), chain.add(job.approved()), chain.add(job.registered(volume, 1))}),
        QString());
}

/// A new kind begins at a new version.
void tst_GatewayWaiting::anInventedKindIsRefusedForGood() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    domain::Event event = newer(job, "dossier-weighed", 2);
    std::get<domain::UnreadRecord>(event.body).version = domain::newestRecordVersion;
    const auto answer =
        test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(event), chain.add(job.submitted())}, test::refusedStand());
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, QStringLiteral("event.unknown-kind"));
}

/// This gateway was put in the place of a newer one, which took a record that nobody reads here: whatever follows it about the dossier is not judged
/// by half, and is taken as it is when the newer one is back.
void tst_GatewayWaiting::whatFollowsWaitsAtTheDesk() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QCOMPARE(errorOf({chain.add(job.received(nextCode())), chain.add(job.submitted())}), QString());
    QCOMPARE(m_gateway->stop(), 0);
    becomesUnread(2, 0);
    QVERIFY(m_gateway->start());
    m_client = m_station->connect(*m_gateway);
    domain::Event handedOver = job.submitted(3);
    handedOver.body = domain::ResultHandedOver{QStringLiteral("Nguyễn Thị Mai"), true};
    for (const domain::Event& event : {handedOver, job.approved(3), job.note(QStringLiteral("x"))}) {
        test::RecordChain astray = chain;
        QCOMPARE(errorOf({astray.add(event)}), QStringLiteral("event.newer-version"));
    }
    // Other desks go on.
    const auto other = enrol();
    const auto client = other->connect(*m_gateway);
    test::RecordChain otherChain(other->id());
    QVERIFY(!test::push(*client, {otherChain.add(test::CopyJob(*m_gateway).received(nextCode(*other)))})->refusal);
    const auto approved = chain.add(job.approved(3));
    QCOMPARE(errorOf({approved}), QStringLiteral("event.newer-version"));
    QCOMPARE(m_gateway->stop(), 0);
    becomes(2, "dossier-submitted", domain::encodeBody(domain::DossierSubmitted{}), 0);
    QVERIFY(m_gateway->start());
    m_client = m_station->connect(*m_gateway);
    QCOMPARE(errorOf({approved}), QString());
}

void tst_GatewayWaiting::codesOfOthersAreNotTaken_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char* name, const char* unit, int step, const char* refusal) {
        QTest::newRow(name) << QString::fromLatin1(unit) << step << QString::fromLatin1(refusal);
    };
    row("own", "H49.30", 0, "");
    row("of another desk's serials", "H49.30", 999, "dossier.code-foreign");
    row("of another unit", "H49.31", 0, "dossier.code-foreign");
    row("as before 2020", "000.00.30.H49", 0, "dossier.code-foreign");
}

void tst_GatewayWaiting::codesOfOthersAreNotTaken() {
    QFETCH(QString, unit);
    QFETCH(int, step);
    QFETCH(QString, refusal);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const int serial = nextCode().section(QLatin1Char('-'), 2).toInt() + step;
    const QString code = test::todaysCode(serial, unit);
    const auto answer = test::push(*m_client, {chain.add(job.received(code))});
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), refusal);
}

QTEST_GUILESS_MAIN(tst_GatewayWaiting)
#include "tst_GatewayWaiting.moc"
