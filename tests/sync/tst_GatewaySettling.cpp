#include "tests/support/gateway/RecordBatch.h"
#include "tests/sync/WaitingTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;

/// What an older gateway kept unread, judged by one that reads it.
class tst_GatewaySettling : public QObject, private test::WaitingTest {
    Q_OBJECT

private slots:
    void init();

    void settlesWhatItReadsNow();
    void tellsWhatIsWrongWithWhatItJudgesLate();
    void judgesLateByAllRules_data();
    void judgesLateByAllRules();
    void whatCannotBeFollowedStaysUnread();
    void whatIsGarbledIsToldAndBarred();
    void booksOfOthersAreLeftAlone_data();
    void booksOfOthersAreLeftAlone();
};

void tst_GatewaySettling::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
}

/// As an older gateway would have left them: today's reads all of these.
void tst_GatewaySettling::settlesWhatItReadsNow() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const test::CopyJob stuck(*m_gateway);
    QVERIFY(
        !test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved()),
                                   chain.add(stuck.received(nextCode())), chain.add(stuck.submitted()), chain.add(stuck.note(QStringLiteral("x")))})
             ->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    sql("UPDATE records SET waiting = CASE WHEN kind = 'dossier-submitted' THEN 1 ELSE 2 END WHERE seq BETWEEN 2 AND 3;"
        "UPDATE records SET waiting = 2 WHERE seq = 6;"
        "UPDATE dossiers SET state = 2, version = 1 WHERE id = (SELECT dossier FROM records WHERE seq = 1)");
    becomesUnread(5, 1);
    QCOMPARE(m_gateway->stats().value(QLatin1String("waiting")).toInt(), 4);
    QVERIFY(m_gateway->start());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("waiting")).toInt(), 2);
    QCOMPARE(stats[QLatin1String("units")][0][QLatin1String("states")][QLatin1String("9")].toInt(), 1);
    QVERIFY(!test::push(*m_client, {chain.add(job.registered(book(), 1, 4))})->refusal);
    QCOMPARE(waiting(), 2);
}

void tst_GatewaySettling::tellsWhatIsWrongWithWhatItJudgesLate() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved(3))})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    sql("UPDATE records SET waiting = 2 WHERE seq = 3");
    // The record in between turns out to be a withdrawal: the approval was not admissible.
    becomes(2, "dossier-withdrawn", domain::encodeBody(domain::DossierWithdrawn{QStringLiteral("x")}));
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    const QString faults = QString::fromUtf8(QJsonDocument(check.value(QLatin1String("faults")).toArray()).toJson());
    QVERIFY2(faults.contains(QStringLiteral("record 3: irregular, event.")), qPrintable(faults));
}

/// What waited and what it turns out to be: every rule that holds at once holds late.
void tst_GatewaySettling::judgesLateByAllRules_data() {
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

void tst_GatewaySettling::judgesLateByAllRules() {
    QFETCH(QByteArray, kind);
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted())})->refusal);
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
    QVERIFY(!test::push(*m_client, {chain.add(job.note(QStringLiteral("x"))), chain.add(other.received(nextCode()))}, test::refusedStand())->refusal);
}

/// A receipt that an old gateway let in with a code that it could not see, which is another dossier's.
void tst_GatewaySettling::whatCannotBeFollowedStaysUnread() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob first(*m_gateway);
    const test::CopyJob second(*m_gateway);
    const QString code = nextCode();
    QVERIFY(
        !test::push(*m_client, {chain.add(first.received(code)), chain.add(second.received(nextCode())), chain.add(second.submitted())})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    sql("UPDATE records SET waiting = 2 WHERE seq = 3");
    becomes(2, "dossier-received", domain::encodeBody(second.received(code).body));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(), 2);
    // What follows it is not taken unjudged, and the chain goes on; and so after another start.
    for (int turn = 0; turn < 2; ++turn) {
        const auto answer = test::push(*m_client, {chain.add(second.approved()), chain.add(first.note(QStringLiteral("x")))}, test::refusedStand());
        QVERIFY(!answer->refusal);
        QCOMPARE(answer->refused.size(), 1U);
        QCOMPARE(answer->refused[0].code, QStringLiteral("event.wrong-state"));
        QCOMPARE(m_gateway->stop(), 0);
        QVERIFY(m_gateway->start());
    }
}

void tst_GatewaySettling::whatIsGarbledIsToldAndBarred() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted())})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    becomes(2, "dossier-submitted", {1, "x"});
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(check.value(QLatin1String("waiting")).toInt(-1), 0);
    const test::CopyJob other(*m_gateway);
    const auto answer = test::push(*m_client, {chain.add(job.approved(3)), chain.add(other.received(nextCode()))}, test::refusedStand());
    QVERIFY(!answer->refusal);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, QStringLiteral("event.wrong-state"));
}

/// What another desk's record turns out to say of a book that is not its own.
void tst_GatewaySettling::booksOfOthersAreLeftAlone_data() {
    QTest::addColumn<bool>("closes");
    QTest::newRow("a row spoiled") << false;
    QTest::newRow("the volume closed") << true;
}

void tst_GatewaySettling::booksOfOthersAreLeftAlone() {
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
    const domain::Event unread = closes ? domain::Event{domain::FeedHeard{1}, {}, 0, {}, {}, {}} : own.submitted();
    QVERIFY(!test::push(*client, {otherChain.add(own.received(nextCode(*other))), otherChain.add(unread)})->refusal);
    QCOMPARE(m_gateway->stop(), 0);
    const domain::Signer signer{own.supervisor.id, own.supervisor.name, {}, {}};
    if (closes)
        becomes(*other, 2, "volume-closed", domain::encodeBody(domain::VolumeClosed{volume, 1, 0, signer}));
    else
        becomes(*other, 2, "entry-spoiled", domain::encodeBody(domain::EntrySpoiled{volume, 1, QStringLiteral("x")}));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("irregular")).toInt(-1), 1);
    QCOMPARE(stats.value(QLatin1String("spoiled")).toInt(-1), 0);
    const test::CopyJob next(*m_gateway);
    const auto answer = test::push(*m_client,
        {chain.add(next.received(nextCode())), chain.add(next.submitted()), chain.add(next.approved()), chain.add(next.registered(volume, 2))});
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
}

QTEST_GUILESS_MAIN(tst_GatewaySettling)
#include "tst_GatewaySettling.moc"
