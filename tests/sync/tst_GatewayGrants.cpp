#include "app/sqlite/Connection.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/ProvinceTest.h"

#include <QTest>

using namespace motcua;

/// Volumes and serials that the technician gives to desks which are at work, also on a platform that an older program founded.
class tst_GatewayGrants : public QObject, private test::ProvinceTest {
    Q_OBJECT

private slots:
    void init();

    void aClosedVolumeIsFollowedByTheNext();
    void anOlderDatabaseIsBroughtUp_data();
    void anOlderDatabaseIsBroughtUp();
};

void tst_GatewayGrants::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

void tst_GatewayGrants::aClosedVolumeIsFollowedByTheNext() {
    setUp(QStringLiteral(" --desk-volumes"));
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->addDesk("H49.30", "Quầy 1")), 201);
    const auto client = station.connect(*m_gateway);
    const int year = QDate::currentDate().year();
    const auto volumes = [&] {
        std::vector<domain::Volume> ofYear;
        for (const QJsonValue& item : only(feed(*client, 0), "volume"))
            if (const auto volume = base::fromJson<domain::Volume>(item[QLatin1String("body")].toObject());
                volume.year == year && volume.symbol == QLatin1String("SCT/BS"))
                ofYear.push_back(volume);
        return ofYear;
    };
    const QString grant = QStringLiteral("grant --unit H49.30 --year %1").arg(year);
    QVERIFY(!changed(grant));
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(station.id());
    const domain::VolumeId first = volumes().front().id;
    const domain::Signer signer{job.supervisor.id, job.supervisor.name, {}, {}};
    const domain::Event closing{domain::VolumeClosed{first, 1, 0, signer}, {}, 0, {}, job.supervisor.id, {}};
    const auto answer = test::push(*client, {chain.add(job.received(test::todaysCode(1))), chain.add(job.submitted()), chain.add(job.approved()),
                                                chain.add(job.registered(first, 1)), chain.add(closing)});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    QVERIFY(changed(grant));
    QVERIFY(!changed(grant));
    const auto both = volumes();
    QCOMPARE(both.size(), size_t(2));
    QCOMPARE(both.back().ordinal, 2);
    QCOMPARE(both.back().firstNumber, 2);
    // Serials: what another desk ever had is not given again.
    QVERIFY(!m_gateway->addDesk("H49.30", "Quầy 2").isEmpty());
    const QString codes = QStringLiteral("grant --unit H49.30 --station %1 --codes ").arg(station.enrolment().station);
    QVERIFY(changed(codes + "5000-5999"));
    QVERIFY(!changed(codes + "5000-5999"));
    QVERIFY(run(codes + "900-1100").errors.contains(QStringLiteral("grant.codes-taken")));
    QVERIFY(changed(codes + "1-999"));
}

void tst_GatewayGrants::anOlderDatabaseIsBroughtUp_data() {
    QTest::addColumn<QByteArray>("takesBack");
    // A program of before the series of slips gave no desk a volume of them.
    const QByteArray noSlips("DELETE FROM volumes WHERE json_extract(CAST(body AS TEXT), '$.symbol') LIKE 'slip/%';"
                             "DELETE FROM items WHERE kind = 'volume' AND json_extract(CAST(body AS TEXT), '$.symbol') LIKE 'slip/%';");
    const QByteArray third(noSlips +
                           "DROP TABLE heads; DROP TABLE person_codes; DROP TABLE person_keys; ALTER TABLE records DROP COLUMN act; ALTER TABLE "
                           "codes DROP COLUMN login;"
                           "DROP INDEX blobs_unnamed; DROP INDEX uploads_station; ALTER TABLE blobs DROP COLUMN named;"
                           "DROP INDEX records_heard; DROP TABLE faults; DROP TABLE given_back; DROP INDEX records_waiting; ALTER TABLE records DROP "
                           "COLUMN waiting; ALTER "
                           "TABLE stations DROP COLUMN reads;"
                           "ALTER TABLE stations DROP COLUMN held_from; DROP TABLE failures; ALTER TABLE uploads DROP COLUMN came; ALTER TABLE "
                           "uploads DROP COLUMN writer;"
                           "ALTER TABLE uploads DROP COLUMN leased; ALTER TABLE uploads DROP COLUMN metadata; ALTER TABLE uploads DROP COLUMN kept;"
                           "PRAGMA user_version=3;");
    QTest::newRow("version 3") << third;
    QTest::newRow("version 1") << third + "UPDATE items SET unit = NULL, station = 1 WHERE kind = 'volume';"
                                          "DROP TABLE heard; DROP INDEX items_kind; PRAGMA user_version=1";
}

void tst_GatewayGrants::anOlderDatabaseIsBroughtUp() {
    QFETCH(QByteArray, takesBack);
    setUp(QStringLiteral(" --desk-volumes"));
    QVERIFY(!m_gateway->addDesk("H49.30", "Quầy 1").isEmpty());
    QCOMPARE(m_gateway->stop(), 0);
    test::unseal(m_gateway->directory());
    {
        const auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        QVERIFY(connection);
        QVERIFY((*connection)->execute(takesBack.constData()));
    }
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(run("show --unit H49.30").json.value(QLatin1String("accounts")).toArray().size(), 2);
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->addDesk("H49.30", "Quầy 2")), 201);
    // What only the first desk had been told, every desk is told now.
    const auto told = feed(*station.connect(*m_gateway), 0);
    // Of this year and the next, for each of the two: the book and the series of slips.
    QCOMPARE(only(told, "volume").size(), 4 * (5 + static_cast<qsizetype>(std::size(domain::series::all))));
}

QTEST_GUILESS_MAIN(tst_GatewayGrants)
#include "tst_GatewayGrants.moc"
