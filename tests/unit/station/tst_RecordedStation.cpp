#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/sqlite/Connection.h"
#include "app/station/Identity.h"
#include "sync/http/SyncService.h"
#include "tests/support/recorded/OldGateway.h"
#include "tests/support/recorded/Recorded.h"

#include <QTest>

using namespace motcua;

/// Today's station goes on where fb30b3b's left off, at a gateway of fb30b3b: on the evening when the line came back.
class tst_RecordedStation : public QObject {
    Q_OBJECT

private slots:
    void theEvening_data();
    void theEvening();

private:
    test::Recorded m_recorded;
};

void tst_RecordedStation::theEvening_data() {
    QTest::addColumn<QString>("login");
    QTest::newRow("desk") << QStringLiteral("lan.nt");
    QTest::newRow("supervisor") << QStringLiteral("minh.tv");
}

void tst_RecordedStation::theEvening() {
    QFETCH(QString, login);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    std::vector<test::Exchange> exchanges = m_recorded.exchanges(QStringLiteral("evening"));
    std::erase_if(exchanges, [&](const test::Exchange& exchange) { return exchange.station != name; });
    test::OldGateway old(m_recorded.unpack(QStringLiteral("gateway")) + QStringLiteral("/keys"), std::move(exchanges));
    journal::StationOptions options;
    options.clock = &m_recorded.clock();
    const QString directory = m_recorded.unpack(name);
    auto data = journal::StationData::open(directory, options);
    QVERIFY(data);
    auto unlocked = (*data)->unlock(login, m_recorded.password());
    QVERIFY(unlocked);
    journal::Unlocked& station = **unlocked;
    QCOMPARE(station.exchange().readVersions()->platform, 1);
    const auto identity = station::Identity::unseal(station.secrets());
    QVERIFY(identity);
    http::Credentials credentials = identity->credentials();
    credentials.platform.setPort(old.port());
    http::SyncService service(credentials, [&]() -> base::Result<engine::Store*> { return &station.syncStore(); });
    service.start();
    const QJsonObject marks = m_recorded.expected()[QLatin1String("evening")][name][QLatin1String("marks")].toObject();
    QTRY_VERIFY2_WITH_TIMEOUT(old.unasked().isEmpty() && service.status().unsent == 0 && service.status().acknowledged > 0,
        qPrintable(old.unasked().join(QLatin1Char(' ')) + service.status().lastError.toLogLine()), 30'000);
    // Pages come after the records that name them. The store's own connection is the service's thread's.
    const auto database = sqlite::Connection::open(directory + QStringLiteral("/journal.sqlite"));
    QVERIFY(database);
    QTRY_COMPARE_WITH_TIMEOUT((*database)->scalar("SELECT count(*) FROM wanted").value_or(-1), 0, 30'000);
    service.stop();
    QVERIFY2(old.unheard().isEmpty(), qPrintable(old.unheard().join(QLatin1Char(' '))));
    QVERIFY(station.projection().refresh());
    QCOMPARE(*station.syncStore().acknowledged(), marks.value(QLatin1String("acknowledged")).toInteger());
    QCOMPARE(*station.syncStore().lastSeq(), marks.value(QLatin1String("lastSeq")).toInteger());
    QCOMPARE(QString::fromLatin1(station.head()->hash.toHex()), marks.value(QLatin1String("head")).toString());
    QCOMPARE(*station.syncStore().feedCursor(), marks.value(QLatin1String("feedCursor")).toInteger());
    QVERIFY(station.exchange().unsent(10)->empty());
    QVERIFY(station.exchange().refusals()->empty());
    QVERIFY(station.syncStore().pendingBlobs(10)->empty());
    QVERIFY(station.syncStore().wantedBlobs(10)->isEmpty());
    // It says nothing of versions: so only the first is written to it.
    QCOMPARE(station.exchange().readVersions()->platform, 1);
}

QTEST_GUILESS_MAIN(tst_RecordedStation)
#include "tst_RecordedStation.moc"
