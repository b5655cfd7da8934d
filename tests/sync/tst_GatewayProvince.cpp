#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/HeardTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/RecordCodec.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/line/station/EnrolledStation.h"
#include "tests/sync/ProvinceTest.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <future>

using namespace motcua;
using test::GatewayProcess;

/// The technician's commands against a real gateway that serves at the same time: what they refuse, and that what they publish
/// arrives.
class tst_GatewayProvince : public QObject, private test::ProvinceTest {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void refusesInWords_data();
    void refusesInWords();
    void mayBeRepeated_data();
    void mayBeRepeated();
    void wakesWhoWaits();
    void writesBesideTheServingProgram();
    void aRealProvince();

private:
    /// Whether the platform knows that the station has heard of the accounts of its unit as they are now.
    bool hasHeardOfAccounts(const QUuid& station) const;
};

namespace {

constexpr int patience = 20'000;

}

bool tst_GatewayProvince::hasHeardOfAccounts(const QUuid& station) const {
    const auto store = test::openedStore(m_gateway->directory());
    return store && (*store)
                        ->read([&](const gateway::Tables& tables) -> base::Result<bool> {
                            const auto row = tables.stations().find(station);
                            if (!row || !*row)
                                return false;
                            const auto heard = tables.heard().of((*row)->peer.key);
                            const auto accounts = tables.feed().newest({.unit = (*row)->peer.unit, .station = {}}, "accounts");
                            return heard && accounts && !heard->empty() && heard->front().cursor >= accounts->cursor;
                        })
                        .value_or(false);
}

void tst_GatewayProvince::init() {
    // What refuses changes nothing, so all rows of that test share a platform.
    if (m_gateway && QTest::currentTestFunction() == QByteArray("refusesInWords"))
        return;
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

void tst_GatewayProvince::cleanup() {
    if (QTest::currentTestFunction() != QByteArray("refusesInWords"))
        m_gateway.reset();
}

void tst_GatewayProvince::refusesInWords_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* line, int exitCode, const char* said) {
        QTest::newRow(line) << QString::fromUtf8(line) << exitCode << QString::fromUtf8(said);
    };
    row("paint-it-black", 2, "Usage");
    row("add-unit", 2, "Thiếu --unit.");
    row("add-unit --unit H49.31 --lang en", 1, "The value of name is not right.");
    row("add-unit --unit 'a unit' --commune 06673", 1, "unit.bad-code");
    row("add-unit --unit H49.31 --commune 99999", 1, "commune.unknown");
    row("add-unit --unit H49.30 --name X --parent Y --place Z", 1, "unit.exists");
    row("configure --set twoHatAllowed=true", 2, "Thiếu --unit.");
    row("configure --unit H49.30 --province --set twoHatAllowed=true", 2, "command.incomplete");
    row("configure --unit H49.30 --set hat=true", 1, "setting.unknown");
    row("configure --unit H49.30 --set unit=H49.31", 1, "setting.unknown");
    row("configure --unit H49.30 --set twoHatAllowed=yes", 1, "setting.malformed");
    row("configure --unit H49.30 --set closing=25:00", 1, "setting.malformed");
    row("configure --unit H49.30 --set closing=06:00", 1, "setting.malformed");
    row("configure --unit H49.30 --set idleLockMinutes=999", 1, "setting.malformed");
    row("configure --unit H49.30 --set 'name= '", 1, "setting.malformed");
    row("configure --unit H49.99 --set twoHatAllowed=true", 1, "Không có đơn vị nào mang mã H49.99.");
    row("add-account --unit H49.30 --login Lan --name X --roles clerk", 1, "account.malformed field=login");
    row("add-account --unit H49.30 --login huong.vt --name ' ' --roles clerk", 1, "account.malformed field=name");
    row("add-account --unit H49.30 --login huong.vt --name 123 --roles clerk", 1, "account.malformed field=name");
    row("add-account --unit H49.30 --login huong.vt --name X --roles king", 1, "account.malformed field=roles");
    row("add-account --unit H49.30 --login huong.vt --name X", 2, "Thiếu --roles.");
    row("add-account --unit H49.30 --login lan.nt --name 'Lan khác' --roles clerk", 1, "account.exists");
    row("change-account --unit H49.30 --login huong.vt --name X", 1, "account.unknown");
    row("deactivate-account --unit H49.30 --login huong.vt", 1, "account.unknown");
    row("reactivate-account --unit H49.99 --login lan.nt", 1, "unit.unknown");
    row("grant --unit H49.30", 2, "Thiếu --year.");
    row("grant --unit H49.30 --year 1999", 1, "grant.year");
    row("grant --unit H49.30 --year soon", 1, "grant.year");
    row("grant --unit H49.30 --codes 1-9", 2, "Thiếu --station.");
    row("grant --unit H49.30 --station 01a20496-09a7-7a98-8ab3-5dcc15d48be5 --codes 1-9", 1, "station.unknown");
    row("grant --unit H49.30 --station nobody --year 2027", 1, "station.unknown");
    row("enrol-code --unit H49.30 --name 12 --login lan.nt", 1, "Tên quầy phải có ít nhất một chữ cái.");
    row("publish-catalogue", 2, "Thiếu --catalogue-version.");
    row("publish-catalogue --catalogue-version tomorrow", 1, "catalogue.bad-version");
    row("publish-catalogue --catalogue-version 2030/01/01", 1, "catalogue.bad-version");
    row("publish-catalogue --catalogue-version 2020-01-01", 1, "catalogue.older-version");
    row("publish-catalogue --catalogue-version 2030-01-01 --catalogue /nowhere", 1, "platform.missing");
    row("publish-catalogue --complete /nowhere", 2, "Thiếu --catalogue-version.");
    row("publish-catalogue --catalogue-version 2030-01-01 --complete /nowhere", 1, "platform.missing");
    row("show --unit H49.99", 1, "unit.unknown");
    row("enrol-code --unit H49.99", 1, "unit.unknown");
}

void tst_GatewayProvince::refusesInWords() {
    QFETCH(QString, line);
    QFETCH(int, exitCode);
    QFETCH(QString, said);
    if (run("show --unit H49.30").exitCode != 0)
        setUp();
    const QJsonObject before = run("show --unit H49.30").json;
    const auto ended = run(line);
    QCOMPARE(ended.exitCode, exitCode);
    QVERIFY2(ended.errors.contains(said), qPrintable(ended.errors));
    QVERIFY(ended.json.isEmpty());
    QCOMPARE(run("show --unit H49.30").json, before);
}

void tst_GatewayProvince::mayBeRepeated_data() {
    QTest::addColumn<QString>("line");
    for (const char* line :
        {"add-unit --unit H49.31 --commune 06661 --phone 0203", "configure --province --set twoHatAllowed=true --set favourites=2.000815,2.000884",
            "add-account --unit H49.30 --login huong.vt --name 'Vũ Thu Hương' --roles clerk,technician",
            "change-account --unit H49.30 --login lan.nt --title 'Công chức'", "deactivate-account --unit H49.30 --login lan.nt",
            "publish-catalogue --catalogue-version 2030-01-01"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void tst_GatewayProvince::mayBeRepeated() {
    QFETCH(QString, line);
    setUp();
    QVERIFY(changed(line));
    const auto again = run(line);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.json, (QJsonObject{{QStringLiteral("changed"), false}}));
}

void tst_GatewayProvince::wakesWhoWaits() {
    setUp();
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->addDesk("H49.30", "Quầy 1")), 201);
    const auto client = station.connect(*m_gateway);
    const QJsonArray first = feed(*client, 0);
    QCOMPARE(only(first, "accounts").size(), 2);
    auto waiting = std::async(std::launch::async, [&] { return feed(*client, first.last()[QLatin1String("cursor")].toInteger(), 25); });
    QVERIFY(changed("configure --unit H49.30 --set closing=16:30"));
    const QJsonArray news = only(waiting.get(), "settings");
    QCOMPARE(news.size(), 1);
    QCOMPARE(news[0][QLatin1String("body")][QLatin1String("closing")].toString(), QStringLiteral("16:30:00"));
}

void tst_GatewayProvince::writesBesideTheServingProgram() {
    setUp();
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->addDesk("H49.30", "Quầy 1")), 201);
    const auto client = station.connect(*m_gateway);
    const test::CopyJob job(*m_gateway);
    std::atomic_bool stop = false;
    // Batches without a pause, each a transaction of the serving program's, while commands write beside them.
    auto pushed = std::async(std::launch::async, [&] {
        test::RecordChain chain(station.id());
        std::vector<protocol::Record> records{chain.add(job.received(test::todaysCode(1)))};
        while (!stop) {
            const auto answer = test::push(*client, records);
            if (!answer || answer->refusal || answer->mark.seq != chain.seq())
                return qint64(-1);
            records.clear();
            for (int i = 0; i < 50; ++i)
                records.push_back(chain.add(job.note(QStringLiteral("ghi chú"))));
        }
        return test::push(*client, records)->mark.seq;
    });
    for (int i = 1; i <= 12; ++i)
        QVERIFY(changed(QStringLiteral("add-account --unit H49.30 --login clerk.%1 --name 'Công chức' --roles clerk").arg(i)));
    stop = true;
    const qint64 held = pushed.get();
    QVERIFY(held > 0);
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("events")).toInteger(), held);
    QCOMPARE(check.value(QLatin1String("lost")).toInt(-1), 0);
    QCOMPARE(run("show --unit H49.30").json.value(QLatin1String("accounts")).toArray().size(), 14);
    // Each version of the list has one more than the one before it: none was made from an old one.
    qsizetype people = 0;
    for (const QJsonValue& item : only(feed(*client, 0), "accounts"))
        QCOMPARE(item[QLatin1String("body")][QLatin1String("accounts")].toArray().size(), ++people);
    QCOMPARE(people, 14);
}

void tst_GatewayProvince::aRealProvince() {
    setUp();
    QVERIFY(!m_gateway->addDesk("H49.30", "Quầy 1").isEmpty());
    test::EnrolledStation station(*m_gateway, 0, test::EnrolledStation::Keeping::Journal);
    QVERIFY2(station.isEnrolled(), qPrintable(station.error()));
    const auto service = station.service();
    const auto& archive = station.journal().archive();
    const auto books = [&] {
        const auto volumes = archive.volumes();
        return std::count_if(volumes->begin(), volumes->end(), [](const domain::Volume& volume) { return !domain::isSlipSeries(volume.symbol); });
    };
    const auto heard = [&](const std::function<bool()>& what) {
        return QTest::qWaitFor([&] { return station.journal().projection().refresh() && what(); }, patience);
    };
    QVERIFY(heard([&] { return archive.accounts().size() == 2 && archive.settings().place == QStringLiteral("Bãi Cháy"); }));
    QVERIFY(heard([&] { return archive.catalogue().procedures().size() == 521 && books() == 2 * 5; }));
    QCOMPARE(archive.codeRange().first, 1);
    QCOMPARE(archive.codeRange().last, 999);
    QCOMPARE(archive.settings().parentName, QStringLiteral("ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"));
    auto filed = test::counterDay({.station = domain::StationId(station.credentials().station),
        .clerk = station.clerk(),
        .unit = QStringLiteral("H49.30"),
        .dossiers = 1,
        .pageBytes = 0});
    std::get<domain::DossierReceived>(filed.front().event.body).procedure = archive.catalogue().find(QStringLiteral("2.000815"))->version;
    const domain::DossierId dossier = filed.front().event.dossier;
    for (const test::FiledEvent& each : filed)
        QVERIFY(station.journal().journal().append({each.event}));
    service->wake();
    QTRY_VERIFY_WITH_TIMEOUT(station.isConfirmed(*service), patience);

    // Later: the clerk leaves, the supervisor may do more, the catalogue is new, a year to come has its volume.
    QVERIFY(changed("deactivate-account --unit H49.30 --login lan.nt"));
    QVERIFY(heard([&] { return !archive.accounts()[0].active && archive.accounts()[1].active; }));
    QVERIFY(changed("change-account --unit H49.30 --login minh.tv --roles clerk,supervisor"));
    QVERIFY(heard([&] { return archive.accounts()[1].may(domain::Role::Clerk) && archive.accounts()[1].may(domain::Role::Supervisor); }));
    QVERIFY(changed("publish-catalogue --catalogue-version 2031-01-01"));
    QVERIFY(changed(QStringLiteral("grant --unit H49.30 --year %1").arg(QDate::currentDate().year() + 2)));
    QVERIFY(heard(
        [&] { return archive.catalogue().find(QStringLiteral("2.000815"))->version.catalogue == QStringLiteral("2031-01-01") && books() == 3 * 5; }));
    // What was accepted before keeps the catalogue it was accepted under.
    QCOMPARE(archive.dossier(dossier)->procedure.catalogue, QStringLiteral("2026-11-01"));

    // What the closed account does from here on does not stand, also when the account is opened again; then it is done anew.
    QTRY_VERIFY_WITH_TIMEOUT(hasHeardOfAccounts(station.credentials().station), patience);
    domain::Event late = filed.back().event;
    late.at = QDateTime::currentDateTimeUtc().addSecs(3600);
    QVERIFY(station.journal().journal().append({late}));
    service->wake();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().refusals, 1, patience);
    const auto tray = station.journal().exchange().refusals();
    QCOMPARE(tray->front().reason, QStringLiteral("event.account-closed"));
    QVERIFY(changed("reactivate-account --unit H49.30 --login lan.nt"));
    QVERIFY(tray->front().forGood);
    QVERIFY(heard([&] { return archive.accounts()[0].active; }));
    QTRY_VERIFY_WITH_TIMEOUT(hasHeardOfAccounts(station.credentials().station), patience);
    QVERIFY(station.journal().exchange().takeOut(tray->front().seq));
    late.at = late.at.addSecs(3600);
    QVERIFY(station.journal().journal().append({late}));
    service->wake();
    QTRY_VERIFY_WITH_TIMEOUT(station.isConfirmed(*service), patience);
    QCOMPARE(service->status().refusals, 0);
    service->stop();
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(tst_GatewayProvince)
#include "tst_GatewayProvince.moc"
