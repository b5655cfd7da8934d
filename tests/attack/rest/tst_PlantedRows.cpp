#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/EnrolmentCode.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

#include <QCryptographicHash>
#include <QTest>

using namespace motcua;

/// Somebody writes to the province's database and has no key: rows of his own open nothing, and every row that he touches is named.
class tst_PlantedRows : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aPlantedCodeOpensNothing();
    void aUsedCodeDoesNotComeBack();
    void aCodeIsNotKeptAsItsDigest();
    void whatWasMovedIsNotGiven();
    void whatWasTouchedIsNamed_data();
    void whatWasTouchedIsNamed();
    void theServingGatewayTellsOfDoors();
    void whatIsSetBackTwiceDoesNotUndoItself();
    void aTallyOfBeforeIsCarriedOver_data();
    void aTallyOfBeforeIsCarriedOver();
    void theNewestFaultsAreListed();
    void aTriggerOfHisDoesNothing();
    void theMarksAreNotMadeASecondTime_data();
    void theMarksAreNotMadeASecondTime();
    void codesOfBeforeStayGood();

private:
    bool sql(const QByteArray& statements) const {
        const auto store = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        return store && (*store)->execute("PRAGMA foreign_keys=OFF") && (*store)->execute(statements.constData());
    }
    qint64 number(const QByteArray& query) const {
        const auto store = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        return store ? (*store)->scalar(query).value_or(-1) : -1;
    }
    static QByteArray digestOf(const QString& code) {
        return QCryptographicHash::hash(
            "motcua-enrolment\n" + protocol::EnrolmentCode::fromText(code)->secret.toLatin1(), QCryptographicHash::Sha256);
    }
    void workADay();

    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::unique_ptr<test::TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
};

void tst_PlantedRows::init() {
    m_client.reset();
    m_gateway = std::make_unique<test::GatewayProcess>();
    m_station = std::make_unique<test::TestStation>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().at(0)), 201);
    m_client = m_station->connect(*m_gateway);
}

void tst_PlantedRows::workADay() {
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const auto answer = test::push(*m_client, {chain.add(job.received(test::todaysCode(1))), chain.add(job.submitted()), chain.add(job.approved())});
    QVERIFY(answer && !answer->refusal);
    const std::string page(100000, 'p');
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(page), QCryptographicHash::Sha256).toHex();
    const httplib::Headers headers{
        {"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(page.size())}, {"Upload-Metadata", "sha256 " + hash.toBase64().toStdString()}};
    const auto made = m_client->Post("/v1/blobs", headers, page, "application/offset+octet-stream");
    QVERIFY(made && made->status == 201);
}

void tst_PlantedRows::aPlantedCodeOpensNothing() {
    const auto authority = test::openedAuthority(m_gateway->directory());
    QVERIFY(authority);
    const QString own = protocol::EnrolmentCode::make("ATTACKER", (*authority)->der()).toText();
    const QByteArray digest = digestOf(own).toHex();
    const QByteArray row =
        "INSERT INTO codes(hash, station, expires, login, mac) SELECT x'" + digest + "', 2, 9000000000000000, login, mac FROM codes";
    QVERIFY(sql(row + " LIMIT 1"));
    test::TestStation thief;
    QCOMPARE(thief.enrol(*m_gateway, own), 403);
    // Nor does a person's, though every one that is there were made his.
    QVERIFY(sql("UPDATE person_codes SET uses = 5000, hash = x'" + digest + "' WHERE hash = (SELECT min(hash) FROM person_codes)"));
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(), 3);
    // Who has an honest one comes in.
    QCOMPARE(thief.enrol(*m_gateway, m_gateway->codes().at(1)), 201);
}

void tst_PlantedRows::aUsedCodeDoesNotComeBack() {
    QVERIFY(sql("UPDATE codes SET used = NULL; UPDATE stations SET enrolled = NULL, certificate = NULL"));
    test::TestStation thief;
    QCOMPARE(thief.enrol(*m_gateway, m_gateway->codes().at(0)), 403);
}

/// Fifty bits behind a digest that anybody can make are tried in a night.
void tst_PlantedRows::aCodeIsNotKeptAsItsDigest() {
    for (const QString& code : m_gateway->codes())
        QCOMPARE(number("SELECT count(*) FROM codes WHERE hash = x'" + digestOf(code).toHex() + "'"), 0);
    QVERIFY(number("SELECT count(*) FROM codes") >= m_gateway->codes().size());
    QCOMPARE(number("SELECT count(*) FROM codes WHERE login IN ('', '*')"), 0);
}

void tst_PlantedRows::whatWasMovedIsNotGiven() {
    workADay();
    const auto given = [](httplib::SSLClient& client) {
        const auto feed = client.Get("/v1/feed?after=0");
        return feed ? QByteArray::fromStdString(feed->body).count("dossier-received") : -1;
    };
    const auto added = m_gateway->run(
        {QStringLiteral("add-unit"), QStringLiteral("--unit"), QStringLiteral("H49.31"), QStringLiteral("--commune"), QStringLiteral("06652")});
    QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
    const QString code = m_gateway->addDesk(QStringLiteral("H49.31"), QStringLiteral("Quầy khác"));
    test::TestStation other;
    QCOMPARE(other.enrol(*m_gateway, code), 201);
    const auto client = other.connect(*m_gateway);
    QCOMPARE(given(*client), 0);
    QVERIFY(sql("UPDATE records SET unit = 2; UPDATE items SET unit = 2 WHERE kind = 'accounts'; UPDATE blobs SET unit = 2"));
    QCOMPARE(given(*client), 0);
    QByteArray blob = QCryptographicHash::hash(QByteArray(100000, 'p'), QCryptographicHash::Sha256).toHex();
    const auto page = client->Get("/v1/blobs/content/" + blob.toStdString());
    QVERIFY(page && page->status == 404);
}

void tst_PlantedRows::whatWasTouchedIsNamed_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QByteArray& change, const char* named) {
        QTest::newRow(name) << change << QString::fromLatin1(named);
    };
    row("acts", "UPDATE records SET act = x'00'", "row of records");
    row("a person's key planted", "INSERT INTO person_keys(id, station, user, public, since, at, change) VALUES(x'01', 1, x'02', x'03', 0, 0, 99)",
        "row of person_keys");
    row("a person's code gone", "DELETE FROM person_codes WHERE hash = (SELECT min(hash) FROM person_codes)", "person_codes: ");
    row("accounts gone", "DELETE FROM items WHERE kind = 'accounts'", "items: ");
    row("accounts moved", "UPDATE items SET unit = 2 WHERE kind = 'accounts'", "row of items");
    row("accounts bent", "UPDATE items SET body = randomblob(700) WHERE kind = 'accounts'", "row of items");
    row("refused", "UPDATE records SET waiting = 4 WHERE kind = 'dossier-approved'", "row of records");
    row("a dossier's state", "UPDATE dossiers SET state = 10", "row of dossiers");
    row("a dossier closed", "UPDATE dossiers SET closed = 1", "row of dossiers");
    row("a desk's unit", "UPDATE stations SET unit = 2 WHERE key = 1", "row of stations");
    row("a page's unit", "UPDATE blobs SET unit = 2", "row of blobs");
    row("a page planted", "INSERT INTO blobs SELECT hash, 2, bytes, received, named, mac FROM blobs", "row of blobs");
    row("the last record gone", "DELETE FROM records WHERE seq = 3", "records: 2 rows where there were 3");
    row("the tally", "UPDATE tally SET state = zeroblob(length(state))", "tally was altered");
    row("settings of before", "UPDATE units SET settings = (SELECT body FROM items LIMIT 1)", "row of units");
}

void tst_PlantedRows::whatWasTouchedIsNamed() {
    QFETCH(QByteArray, change);
    QFETCH(QString, named);
    workADay();
    QCOMPARE(m_gateway->stop(), 0);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    QVERIFY(sql(change));
    const auto ended = m_gateway->run({QStringLiteral("check")});
    QVERIFY(ended.exitCode != 0);
    if (named == QLatin1String("row of units")) {
        // Nothing that needs the unit's settings goes on by others.
        QVERIFY(ended.errors.contains(QStringLiteral("store.corrupt")) || !ended.json.isEmpty());
        return;
    }
    QVERIFY(ended.json.value(QLatin1String("lost")).toInt() > 0);
    QStringList faults;
    for (const QJsonValue& fault : ended.json.value(QLatin1String("faults")).toArray())
        faults << fault.toString();
    QVERIFY2(!faults.filter(named).isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

/// What is put into the file for the gateway itself to carry out gets no marks by it.
/// Before anybody thinks of running `check`.
void tst_PlantedRows::theServingGatewayTellsOfDoors() {
    constexpr int patience = 30'000;
    QVERIFY2(!m_gateway->says("somebody without the key", 4'000), m_gateway->errors().constData());
    QVERIFY(sql("DELETE FROM items WHERE kind = 'accounts'"));
    QVERIFY2(m_gateway->says("somebody without the key wrote to the database: items: ", patience), m_gateway->errors().constData());
    QVERIFY(sql("UPDATE stations SET name = 'x' WHERE key = 1"));
    QVERIFY2(m_gateway->says("row of stations, 1", patience), m_gateway->errors().constData());
}

/// Each time the gateway makes the same change once more.
void tst_PlantedRows::whatIsSetBackTwiceDoesNotUndoItself() {
    const QStringList revoke{QStringLiteral("revoke"), QStringLiteral("--station"), m_station->id().toString(QUuid::WithoutBraces)};
    QVERIFY(sql("CREATE TABLE kept AS SELECT key, revoked, mac FROM stations"));
    const QByteArray back =
        "UPDATE stations SET (revoked, mac) = (SELECT k.revoked, k.mac FROM kept k WHERE k.key = stations.key) WHERE revoked IS NOT NULL";
    for (int time = 1; time <= 4; ++time) {
        QCOMPARE(m_gateway->run(revoke).exitCode, 0);
        QVERIFY(sql(back));
        const auto check = m_gateway->run({QStringLiteral("check")});
        const QString lines = check.json.value(QLatin1String("faults")).toVariant().toStringList().join(QLatin1Char('\n'));
        QVERIFY2(lines.contains(QLatin1String("stations: some rows are of an earlier moment")), qPrintable(QString::number(time) + lines));
    }
}

void tst_PlantedRows::aTallyOfBeforeIsCarriedOver_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a row gone") << QByteArray("DELETE FROM dossiers") << QStringLiteral("dossiers: ");
}

/// Its sums were made otherwise; what did not fit them does not fit after, either.
void tst_PlantedRows::aTallyOfBeforeIsCarriedOver() {
    QFETCH(QByteArray, change);
    QFETCH(QString, named);
    workADay();
    QCOMPARE(m_gateway->stop(), 0);
    test::makeTallyFormer(m_gateway->directory());
    QVERIFY(sql(change));
    for (int time = 0; time < 2; ++time) {
        const QStringList faults = m_gateway->run({QStringLiteral("check")}).json.value(QLatin1String("faults")).toVariant().toStringList();
        QVERIFY2(named.isEmpty() ? faults.isEmpty() : faults.join(QLatin1Char(' ')).contains(named), qPrintable(faults.join(QLatin1Char('\n'))));
        QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
        QCOMPARE(m_gateway->stop(), 0);
    }
}

/// Whoever is refused a hundred times does not hide what he does afterwards.
void tst_PlantedRows::theNewestFaultsAreListed() {
    workADay();
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto rows = test::openedRows(m_gateway->directory());
        QVERIFY(rows);
        auto transaction = sqlite::Transaction::begin(**rows);
        QVERIFY(transaction);
        for (int i = 0; i < 150; ++i)
            QVERIFY((*rows)
                        ->prepare("INSERT INTO faults(record, code, field, found) SELECT min(cursor), ?1, '', 0 FROM records")
                        .bind(QStringLiteral("clock.early-%1").arg(i))
                        .run());
        QVERIFY((*rows)->execute("INSERT INTO faults(record, code, field, found) SELECT max(cursor), 'event.act-cut', '', 0 FROM records"));
        QVERIFY(transaction->commit());
    }
    QVERIFY(sql("UPDATE dossiers SET closed = 1"));
    const QString lines =
        m_gateway->run({QStringLiteral("check")}).json.value(QLatin1String("faults")).toVariant().toStringList().join(QLatin1Char('\n'));
    QVERIFY2(lines.contains(QLatin1String("act-cut")), qPrintable(lines));
    QVERIFY2(lines.contains(QLatin1String("row of dossiers")), qPrintable(lines));
}

void tst_PlantedRows::aTriggerOfHisDoesNothing() {
    QVERIFY(sql("CREATE TRIGGER his AFTER UPDATE ON stations BEGIN UPDATE person_codes SET uses = 7000; END"));
    workADay();
    QCOMPARE(number("SELECT count(*) FROM person_codes WHERE uses = 7000"), 0);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

void tst_PlantedRows::theMarksAreNotMadeASecondTime_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("no tally") << QByteArray("DELETE FROM tally");
    QTest::newRow("an older schema") << QByteArray(
        "DROP TABLE tally; ALTER TABLE units DROP COLUMN mac; ALTER TABLE stations DROP COLUMN mac; "
        "ALTER TABLE codes DROP COLUMN mac; ALTER TABLE person_codes DROP COLUMN mac; "
        "ALTER TABLE person_keys DROP COLUMN mac; ALTER TABLE items DROP COLUMN mac; "
        "ALTER TABLE records DROP COLUMN mac; ALTER TABLE dossiers DROP COLUMN mac; "
        "ALTER TABLE volumes DROP COLUMN mac; ALTER TABLE entries DROP COLUMN mac; "
        "ALTER TABLE blobs DROP COLUMN mac; ALTER TABLE heard DROP COLUMN mac; "
        "ALTER TABLE faults DROP COLUMN mac; ALTER TABLE heads DROP COLUMN mac; DROP TABLE leases; DROP TABLE runs; "
        "DROP TABLE written_off; DROP TABLE one_run; DROP TABLE resting; DROP TABLE told; DROP INDEX records_listed; "
        "PRAGMA user_version=13");
}

void tst_PlantedRows::theMarksAreNotMadeASecondTime() {
    QFETCH(QByteArray, change);
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY(sql(change));
    QVERIFY(!m_gateway->start());
    QVERIFY2(m_gateway->errors().contains("store.corrupt"), m_gateway->errors().constData());
}

/// As a program before kept them, behind a digest alone.
void tst_PlantedRows::codesOfBeforeStayGood() {
    QCOMPARE(m_gateway->stop(), 0);
    test::unseal(m_gateway->directory());
    const QString code = m_gateway->codes().at(1);
    QVERIFY(sql("INSERT INTO codes(hash, station, expires, login) VALUES(x'" + digestOf(code).toHex() + "', 2, 9000000000000000, '*')"));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(number("SELECT count(*) FROM codes WHERE hash = x'" + digestOf(code).toHex() + "'"), 0);
    test::TestStation desk;
    QCOMPARE(desk.enrol(*m_gateway, code), 201);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(tst_PlantedRows)
#include "tst_PlantedRows.moc"
