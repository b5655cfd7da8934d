#include "app/domain/Catalogue.h"
#include "app/sqlite/Connection.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/HeardTable.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "sync/protocol/RecordCodec.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/line/station/EnrolledStation.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

using namespace motcua;
using test::GatewayProcess;

/// The technician's commands against a real gateway that serves at the same time: what they refuse, and that what they publish
/// arrives.
class tst_GatewayProvince : public QObject {
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
    void aClosedVolumeIsFollowedByTheNext();
    void anOlderDatabaseIsBroughtUp_data();
    void anOlderDatabaseIsBroughtUp();
    void aRealProvince();
    void aRowIsCompleted();
    void aWholeCatalogueHasItsFees();

private:
    GatewayProcess::Ended run(const QString& line) { return m_gateway->run(wordsOf(line)); }
    bool changed(const QString& line) { return run(line).json.value(QLatin1String("changed")).toBool(); }
    /// Parts at blanks, except within '…'.
    static QStringList wordsOf(const QString& line);
    static QJsonArray feed(httplib::SSLClient& client, qint64 after, int wait = 0);
    static QJsonArray only(const QJsonArray& items, const char* kind);
    /// The catalogue as it was published last.
    domain::Catalogue catalogue();
    /// Of the calendar that was published last.
    qint64 calendarCursor() const;
    static void write(const QTemporaryDir& directory, const char* file, const char* content);
    /// Whether the platform knows that the station has heard of the accounts of its unit as they are now.
    bool hasHeardOfAccounts(const QUuid& station) const;
    void setUp();

    std::unique_ptr<GatewayProcess> m_gateway;
};

namespace {

constexpr int patience = 20'000;

}

QStringList tst_GatewayProvince::wordsOf(const QString& line) {
    QStringList words;
    bool quoted = false;
    for (const QString& part : line.split(QLatin1Char('\''))) {
        if (quoted)
            words << part;
        else
            words << part.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        quoted = !quoted;
    }
    return words;
}

QJsonArray tst_GatewayProvince::feed(httplib::SSLClient& client, qint64 after, int wait) {
    const auto answer = client.Get("/v1/feed?limit=1000&after=" + std::to_string(after) + "&wait=" + std::to_string(wait));
    return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray() : QJsonArray();
}

QJsonArray tst_GatewayProvince::only(const QJsonArray& items, const char* kind) {
    QJsonArray found;
    for (const QJsonValue& item : items)
        if (item[QLatin1String("kind")].toString() == QLatin1String(kind))
            found.append(item);
    return found;
}

bool tst_GatewayProvince::hasHeardOfAccounts(const QUuid& station) const {
    const auto store = gateway::openStore(m_gateway->directory());
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
    m_gateway = std::make_unique<GatewayProcess>(GatewayProcess::Founded::Bare);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
}

void tst_GatewayProvince::cleanup() {
    if (QTest::currentTestFunction() != QByteArray("refusesInWords"))
        m_gateway.reset();
}

void tst_GatewayProvince::setUp() {
    QVERIFY(changed("add-unit --unit H49.30 --commune 06673"));
    QVERIFY(changed("add-account --unit H49.30 --login lan.nt --name 'Nguyễn Thị Lan' --roles clerk"));
    QVERIFY(changed("add-account --unit H49.30 --login minh.tv --name 'Trần Văn Minh' --roles supervisor --title 'PHÓ CHỦ TỊCH'"));
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
        std::vector<protocol::Record> records{chain.add(job.received(QStringLiteral("H49.30-261122-0001")))};
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

void tst_GatewayProvince::aClosedVolumeIsFollowedByTheNext() {
    setUp();
    test::TestStation station;
    QCOMPARE(station.enrol(*m_gateway, m_gateway->addDesk("H49.30", "Quầy 1")), 201);
    const auto client = station.connect(*m_gateway);
    const int year = QDate::currentDate().year();
    const auto volumes = [&] {
        std::vector<domain::Volume> ofYear;
        for (const QJsonValue& item : only(feed(*client, 0), "volume"))
            if (const auto volume = base::fromJson<domain::Volume>(item[QLatin1String("body")].toObject()); volume.year == year)
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
    const auto answer = test::push(*client, {chain.add(job.received(QStringLiteral("H49.30-261122-0001"))), chain.add(job.submitted()),
                                                chain.add(job.approved()), chain.add(job.registered(first, 1)), chain.add(closing)});
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

void tst_GatewayProvince::anOlderDatabaseIsBroughtUp_data() {
    QTest::addColumn<QByteArray>("takesBack");
    const QByteArray third("DROP TABLE faults; DROP TABLE given_back; DROP INDEX records_waiting; ALTER TABLE records DROP COLUMN waiting; ALTER "
                           "TABLE stations DROP COLUMN reads;"
                           "ALTER TABLE stations DROP COLUMN held_from; DROP TABLE failures; ALTER TABLE uploads DROP COLUMN came; ALTER TABLE "
                           "uploads DROP COLUMN writer;"
                           "ALTER TABLE uploads DROP COLUMN leased; PRAGMA user_version=3;");
    QTest::newRow("version 3") << third;
    QTest::newRow("version 1") << third + "UPDATE items SET unit = NULL, station = 1 WHERE kind = 'volume';"
                                          "DROP TABLE heard; DROP INDEX items_kind; PRAGMA user_version=1";
}

void tst_GatewayProvince::anOlderDatabaseIsBroughtUp() {
    QFETCH(QByteArray, takesBack);
    setUp();
    QVERIFY(!m_gateway->addDesk("H49.30", "Quầy 1").isEmpty());
    QCOMPARE(m_gateway->stop(), 0);
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
    QCOMPARE(only(told, "volume").size(), 4);
}

void tst_GatewayProvince::aRealProvince() {
    setUp();
    QVERIFY(!m_gateway->addDesk("H49.30", "Quầy 1").isEmpty());
    test::EnrolledStation station(*m_gateway, 0, test::EnrolledStation::Keeping::Journal);
    QVERIFY2(station.isEnrolled(), qPrintable(station.error()));
    const auto service = station.service();
    const auto& archive = station.journal().archive();
    const auto heard = [&](const std::function<bool()>& what) {
        return QTest::qWaitFor([&] { return station.journal().projection().refresh() && what(); }, patience);
    };
    QVERIFY(heard([&] { return archive.accounts().size() == 2 && archive.settings().place == QStringLiteral("Bãi Cháy"); }));
    QVERIFY(heard([&] { return archive.catalogue().procedures().size() == 521 && archive.volumes()->size() == 2; }));
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
    QVERIFY(heard([&] {
        return archive.catalogue().find(QStringLiteral("2.000815"))->version.catalogue == QStringLiteral("2031-01-01") &&
               archive.volumes()->size() == 3;
    }));
    // What was accepted before keeps the catalogue it was accepted under.
    QCOMPARE(archive.dossier(dossier)->procedure.catalogue, QStringLiteral("2026-11-01"));

    // What the closed account does from here on, the province refuses; and takes it when the account is opened again.
    QTRY_VERIFY_WITH_TIMEOUT(hasHeardOfAccounts(station.credentials().station), patience);
    domain::Event late = filed.back().event;
    late.at = QDateTime::currentDateTimeUtc().addSecs(3600);
    QVERIFY(station.journal().journal().append({late}));
    service->wake();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().refusals, 1, patience);
    const auto tray = station.journal().exchange().refusals();
    QCOMPARE(tray->front().reason, QStringLiteral("event.account-closed"));
    QVERIFY(changed("reactivate-account --unit H49.30 --login lan.nt"));
    QVERIFY(station.journal().exchange().sendAgain(tray->front().seq));
    service->tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(station.isConfirmed(*service), patience);
    service->stop();
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

domain::Catalogue tst_GatewayProvince::catalogue() {
    test::TestStation station;
    const QString code = m_gateway->addDesk("H49.30", "Quầy");
    const QJsonArray items = station.enrol(*m_gateway, code) == 201 ? only(feed(*station.connect(*m_gateway), 0), "catalogue") : QJsonArray();
    return domain::Catalogue::fromJson(items.last()[QLatin1String("body")].toObject()).value_or(domain::Catalogue());
}

qint64 tst_GatewayProvince::calendarCursor() const {
    const auto store = gateway::openStore(m_gateway->directory());
    if (!store)
        return -1;
    const auto newest = (*store)->read([](const gateway::Tables& tables) { return tables.feed().newest({}, "calendar"); });
    return newest ? newest->cursor : -1;
}

void tst_GatewayProvince::write(const QTemporaryDir& directory, const char* file, const char* content) {
    QFile written(directory.filePath(QLatin1String(file)));
    QVERIFY(written.open(QIODevice::WriteOnly));
    QVERIFY(written.write(content) >= 0);
}

void tst_GatewayProvince::aRowIsCompleted() {
    setUp();
    const domain::Catalogue before = catalogue();
    QVERIFY(domain::lacksOf(*before.find(QStringLiteral("2.000535"))).time);
    const qint64 calendar = calendarCursor();
    QTemporaryDir directory;
    write(directory, "procedures-health.csv", "code,time_value,time_unit,required_documents\n2.000535,15,working_day,Đơn đề nghị\n");
    const auto complete = [&](const char* version) {
        return run(QStringLiteral("publish-catalogue --catalogue-version %1 --complete '%2'").arg(QLatin1String(version), directory.path()));
    };
    QVERIFY(complete("2030-01-01").json.value(QLatin1String("changed")).toBool());
    QCOMPARE(complete("2030-01-01").json, (QJsonObject{{QStringLiteral("changed"), false}}));
    QCOMPARE(calendarCursor(), calendar);
    const domain::Catalogue once = catalogue();
    QCOMPARE(once.version(), QStringLiteral("2030-01-01"));
    QCOMPARE(once.procedures().size(), before.procedures().size());
    QCOMPARE(once.find(QStringLiteral("2.000535"))->version.timeValue, 15);
    QCOMPARE(once.find(QStringLiteral("2.000535"))->papers, QStringList{QStringLiteral("Đơn đề nghị")});
    QCOMPARE(once.find(QStringLiteral("2.000815"))->feeRule, domain::FeeRule::CertifiedCopy);

    // The next file holds the fee alone; what was mended before stays mended. A version is published once, and none goes back.
    QVERIFY(QFile::remove(directory.filePath(QStringLiteral("procedures-health.csv"))));
    write(directory, "fees.csv", "procedure,rule,amount,basis\n2.000535,per_case,700000,Thông tư 44/2018/TT-BTC\n");
    QVERIFY(complete("2030-01-01").errors.contains(QStringLiteral("catalogue.version-taken")));
    QVERIFY(complete("2029-12-31").errors.contains(QStringLiteral("catalogue.older-version")));
    QVERIFY(complete("2030-01-02").json.value(QLatin1String("changed")).toBool());
    const domain::Catalogue twice = catalogue();
    QCOMPARE(twice.find(QStringLiteral("2.000535"))->feeAmount, 700'000);
    QCOMPARE(domain::lacksOf(*twice.find(QStringLiteral("2.000535"))), domain::ProcedureLacks());

    // A code that nobody knows is a slip of the pen, unless it comes with all that a row needs.
    write(directory, "procedures.csv", "code,time_value,time_unit\n2.000553,15,working_day\n");
    const auto refused = complete("2030-01-03");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains(QStringLiteral("procedures.csv, dòng 2")), qPrintable(refused.errors));
    QCOMPARE(catalogue().version(), QStringLiteral("2030-01-02"));
}

void tst_GatewayProvince::aWholeCatalogueHasItsFees() {
    setUp();
    QTemporaryDir directory;
    for (const char* file : {"procedures.csv", "holidays.csv"})
        QVERIFY(
            QFile::copy(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/") + QLatin1String(file), directory.filePath(QLatin1String(file))));
    const QString line = QStringLiteral("publish-catalogue --catalogue-version 2030-01-01 --catalogue '%1'").arg(directory.path());
    QVERIFY2(run(line).errors.contains(QStringLiteral("fees.csv")), "without fees.csv a certified copy would have no fee");
    QVERIFY(QFile::copy(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/fees.csv"), directory.filePath(QStringLiteral("fees.csv"))));
    QVERIFY(changed(line));
    QCOMPARE(catalogue().procedures().size(), size_t(92));
}

QTEST_GUILESS_MAIN(tst_GatewayProvince)
#include "tst_GatewayProvince.moc"
