// Kinds of job as the province publishes them: what is refused and with what words, and that every desk gets them and their books.

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobReader.h"
#include "app/sqlite/Connection.h"
#include "sync/http/Answers.h"
#include "tests/support/gateway/InventedKind.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/gateway/VolumeList.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace motcua;
using test::GatewayProcess;

class tst_GatewayJobs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void brokenOnesAreRefusedInWords_data();
    void brokenOnesAreRefusedInWords();
    void nothingIsReadFromNowhere();
    void aPlatformBeginsWithTheBuiltInOnes();
    void anOlderPlatformGetsThemWhenItServes();
    void aProcedureMustBeKnownFirst();
    void aVersionIsPublishedOnce();
    void oneBookIsTheSameForAllItsKinds();
    void aDamagedRowIsNamed();
    void everyDeskGetsTheBook();
    void aClosedVolumeIsFollowedByTheNextOfItsBook();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void anEntryStandsInItsOwnBook();

private:
    /// A dossier of the invented kind, as a desk that knows it receives it.
    static domain::Event boatReceived(const test::CopyJob& job);
    GatewayProcess::Ended publish(const QString& directory, const QString& language = QStringLiteral("vi"));
    /// The description of boat-paper with a value replaced, in a directory of its own.
    QString changed(const std::function<void(QJsonObject&)>& change);
    /// What everybody is told, of a kind.
    QJsonArray heard(const char* kind);
    std::vector<domain::Volume> volumes(const QString& symbol);

    QTemporaryDir m_directory;
    int m_directories = 0;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<test::TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
};

namespace {

using Change = std::function<void(QJsonObject&)>;
const QString boats = QStringLiteral(MOTCUA_TEST_DATA "/jobs");
const QString symbol = QStringLiteral("STC/XN");

QJsonObject read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// `json` with the value at a path such as "fee.rule" or "layout.rows.0.cells.1.when" replaced.
QJsonValue replaced(const QJsonValue& json, QStringList path, const QJsonValue& value) {
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (json.isArray()) {
        QJsonArray list = json.toArray();
        list.replace(step.toInt(), replaced(list.at(step.toInt()), path, value));
        return list;
    }
    QJsonObject object = json.toObject();
    object.insert(step, replaced(object.value(step), path, value));
    return object;
}

}

Q_DECLARE_METATYPE(Change)

void tst_GatewayJobs::initTestCase() {
    QVERIFY(m_directory.isValid());
}

void tst_GatewayJobs::init() {
    // What is refused changes nothing, so all rows of that test share a platform.
    if (m_gateway && QTest::currentTestFunction() == QByteArray("brokenOnesAreRefusedInWords"))
        return;
    m_gateway = std::make_unique<GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_station = std::make_unique<test::TestStation>();
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().front()), 201);
    m_client = m_station->connect(*m_gateway);
}

GatewayProcess::Ended tst_GatewayJobs::publish(const QString& directory, const QString& language) {
    return m_gateway->run({QStringLiteral("publish-jobs"), QStringLiteral("--jobs"), directory, QStringLiteral("--lang"), language});
}

QString tst_GatewayJobs::changed(const Change& change) {
    const QString directory = m_directory.filePath(QString::number(++m_directories));
    const QString kind = directory + QStringLiteral("/boat-paper/");
    QDir().mkpath(kind);
    QJsonObject json = read(boats + QStringLiteral("/boat-paper/job.json"));
    change(json);
    QFile file(kind + QStringLiteral("job.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0)
        return {};
    const QString form = QStringLiteral("boat-attestation.html");
    return QFile::copy(boats + QStringLiteral("/boat-paper/") + form, kind + form) ? directory : QString();
}

QJsonArray tst_GatewayJobs::heard(const char* kind) {
    const auto answer = m_client->Get("/v1/feed?after=0&limit=1000");
    QJsonArray found;
    if (answer)
        for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
            if (item[QLatin1String("kind")].toString() == QLatin1String(kind))
                found.append(item[QLatin1String("body")]);
    return found;
}

std::vector<domain::Volume> tst_GatewayJobs::volumes(const QString& wanted) {
    std::vector<domain::Volume> found;
    for (const QJsonValue& body : heard("volume"))
        if (const auto volume = base::fromJson<domain::Volume>(body.toObject()); volume.symbol == wanted)
            found.push_back(volume);
    return found;
}

void tst_GatewayJobs::brokenOnesAreRefusedInWords_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("inEnglish");
    const auto row = [](const char* name, const Change& change, const QStringList& said, const char* inEnglish) {
        QTest::newRow(name) << change << said << QString::fromUtf8(inEnglish);
    };
    const auto with = [](const char* path, const QJsonValue& value) {
        return Change(
            [path = QString::fromLatin1(path), value](QJsonObject& json) { json = replaced(json, path.split(QLatin1Char('.')), value).toObject(); });
    };
    row("a template is missing", with("papers.0.form", QStringLiteral("boat-licence")), {QStringLiteral("cần mẫu boat-licence.html")},
        "needs the template boat-licence.html");
    row("an unknown fee rule", with("fee.rule", QStringLiteral("per-moon")),
        {QStringLiteral("Cách tính phí"), QStringLiteral("sai ở fee.rule: cách tính không có trong danh sách")},
        "is wrong at fee.rule: unknown rule");
    row("a condition in a circle", Change([](QJsonObject& json) {
        json = replaced(json, {"layout", "rows", "1", "cells", "2", "when"}, QStringLiteral("flag")).toObject();
        json = replaced(json, {"layout", "rows", "1", "cells", "2", "is"}, QJsonArray{QStringLiteral("Lào")}).toObject();
    }),
        {QStringLiteral("sai ở layout.rows[1].cells["), QStringLiteral("điều kiện hiển thị quay vòng về chính nó")},
        "its condition leads back to itself");
    row("1 MB of facts", Change([](QJsonObject& json) {
        QJsonObject facts;
        for (int i = 0; i < 20'000; ++i)
            facts.insert(
                QStringLiteral("fact%1").arg(i), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("maxLength"), 9}});
        json = replaced(json, {"facts", "properties"}, facts).toObject();
    }),
        {QStringLiteral("quá lớn ở job.json: lớn hơn 512 KB")}, "is too large at job.json: more than 512 KB");
    row("64 KB of facts", Change([](QJsonObject& json) {
        QJsonObject facts;
        for (int i = 0; i < 2'000; ++i)
            facts.insert(
                QStringLiteral("fact%1").arg(i), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("maxLength"), 9}});
        json = replaced(json, {"facts", "properties"}, facts).toObject();
    }),
        {QStringLiteral("quá lớn ở facts: lớn hơn 64 KB")}, "is too large at facts: more than 64 KB");
    row("hostile HTML in a label", with("layout.rows.0.cells.0.label.vi", QStringLiteral("<img src=x onerror=alert(1)>")),
        {QStringLiteral("Lời văn"), QStringLiteral("layout.rows[0].cells[0].label.vi: không phải là văn bản, có thẻ đánh dấu")},
        "cannot be used at layout.rows[0].cells[0].label.vi: no text, markup");
    row("no kind", with("kind", QString()), {QStringLiteral("sai ở kind: tên loại việc chỉ gồm chữ thường")}, "is wrong at kind");
    row("a fact of no type", with("facts.properties.boat", QJsonObject()), {QStringLiteral("facts.properties.boat: kiểu không có trong danh sách")},
        "are wrong at facts.properties.boat: unknown type");
    row("an amount as text", with("fee.amount", QStringLiteral("7000")), {QStringLiteral("sai ở fee.amount: phải là số nguyên")},
        "is wrong at fee.amount: must be a whole number");
    row("a value that no template is given", with("papers.0.says", QJsonArray{QStringLiteral("entry")}),
        {QStringLiteral("sai ở boat-attestation.html:9 {{applicant}}: không có giá trị tên này")},
        "is wrong at boat-attestation.html:9 {{applicant}}: no such value");
}

void tst_GatewayJobs::brokenOnesAreRefusedInWords() {
    QFETCH(Change, change);
    QFETCH(QStringList, said);
    QFETCH(QString, inEnglish);
    const qsizetype before = heard("job").size();
    const QString directory = changed(change);
    QVERIFY(!directory.isEmpty());
    const auto ended = publish(directory);
    QCOMPARE(ended.exitCode, 1);
    QVERIFY(ended.json.isEmpty());
    for (const QString& words : said + QStringList{directory + QStringLiteral("/boat-paper/job.json")})
        QVERIFY2(ended.errors.contains(words), qPrintable(ended.errors));
    const QString english = publish(directory, QStringLiteral("en")).errors;
    QVERIFY2(english.contains(inEnglish), qPrintable(english));
    QCOMPARE(heard("job").size(), before);
    QVERIFY(volumes(symbol).empty());
}

void tst_GatewayJobs::nothingIsReadFromNowhere() {
    QVERIFY(publish(QStringLiteral("/nowhere")).errors.contains(QStringLiteral("/nowhere/*/job.json")));
    const auto ended = m_gateway->run({QStringLiteral("publish-jobs")});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(QStringLiteral("Thiếu --jobs.")), qPrintable(ended.errors));
    QDir().mkpath(m_directory.filePath(QStringLiteral("torn/boat-paper")));
    QFile torn(m_directory.filePath(QStringLiteral("torn/boat-paper/job.json")));
    QVERIFY(torn.open(QIODevice::WriteOnly));
    torn.write("{\n\"kind\": \"boat-paper\",\n\"version\" }");
    torn.close();
    const QString errors = publish(m_directory.filePath(QStringLiteral("torn"))).errors;
    QVERIFY2(errors.contains(QStringLiteral("torn/boat-paper/job.json")) && errors.contains(QStringLiteral("line 3")), qPrintable(errors));
}

void tst_GatewayJobs::aPlatformBeginsWithTheBuiltInOnes() {
    QStringList kinds;
    for (const QJsonValue& body : heard("job"))
        kinds << body[QLatin1String("kind")].toString();
    kinds.sort();
    QCOMPARE(kinds, (QStringList{QStringLiteral("certified-copy"), QStringLiteral("counted-copies"), QStringLiteral("general")}));
    QCOMPARE(publish(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/jobs")).json, (QJsonObject{{QStringLiteral("changed"), false}}));
}

void tst_GatewayJobs::anOlderPlatformGetsThemWhenItServes() {
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        QVERIFY(connection);
        QVERIFY((*connection)->execute("DELETE FROM items WHERE kind = 'job'"));
    }
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(heard("job").size(), 3);
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(heard("job").size(), 3);
}

void tst_GatewayJobs::aProcedureMustBeKnownFirst() {
    const auto ended = publish(boats);
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.errors.contains(QStringLiteral("danh mục không có thủ tục 9.000001")), qPrintable(ended.errors));
    QCOMPARE(heard("job").size(), 3);
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(heard("job").size(), 4);
}

void tst_GatewayJobs::aVersionIsPublishedOnce() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(publish(boats).json, (QJsonObject{{QStringLiteral("changed"), false}}));
    const auto dearer = [this](const char* version, const char* from) {
        return publish(changed([&](QJsonObject& json) {
            json = replaced(json, {"fee", "amount"}, 9'000).toObject();
            json.insert(QStringLiteral("version"), QLatin1String(version));
            json.insert(QStringLiteral("from"), QLatin1String(from));
        }));
    };
    QVERIFY(dearer("2026-11-01", "2026-11-01").errors.contains(QStringLiteral("đã ban hành với nội dung khác")));
    QVERIFY(dearer("2026-10-01", "2026-10-01").errors.contains(QStringLiteral("job.older-version")));
    QVERIFY(dearer("2026-11-01b", "2026-11-01").json.value(QLatin1String("changed")).toBool());
    QVERIFY(dearer("2030-01-01", "2030-01-01").json.value(QLatin1String("changed")).toBool());
    QVERIFY(dearer("2029-01-01", "2029-01-01").errors.contains(QStringLiteral("2030-01-01")));
    // Every version stays: dossiers keep the one they were accepted under.
    QCOMPARE(heard("job").size(), 6);
}

void tst_GatewayJobs::oneBookIsTheSameForAllItsKinds() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const auto other = [this](const char* from, const char* path, const QJsonValue& value) {
        return publish(changed([&](QJsonObject& json) {
            json.insert(QStringLiteral("kind"), QStringLiteral("raft-paper"));
            json.insert(QStringLiteral("version"), QLatin1String(from));
            json.insert(QStringLiteral("from"), QLatin1String(from));
            json = replaced(json, QString::fromLatin1(path).split(QLatin1Char('.')), value).toObject();
        }));
    };
    const auto columns = other("2026-11-01", "book.columns.2.title", QStringLiteral("Chủ bè"));
    QCOMPARE(columns.exitCode, 1);
    QVERIFY2(columns.errors.contains(QStringLiteral("boat-paper")) && columns.errors.contains(QStringLiteral("khác nhau ở book.columns")),
        qPrintable(columns.errors));
    const auto later = other("2030-01-01", "book.name", QStringLiteral("Sổ bè"));
    QVERIFY2(later.errors.contains(QStringLiteral("khác nhau ở book.name")), qPrintable(later.errors));
    QVERIFY(other("2026-11-01", "fee.amount", 9'000).json.value(QLatin1String("changed")).toBool());
    QVERIFY(other("2030-01-01", "book.symbol", QStringLiteral("STC/BE")).json.value(QLatin1String("changed")).toBool());
    QCOMPARE(heard("job").size(), 6);
}

void tst_GatewayJobs::aDamagedRowIsNamed() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        QVERIFY(connection);
        QVERIFY((*connection)->execute("UPDATE items SET body = substr(body, 1, 200) WHERE kind = 'job' AND CAST(body AS TEXT) LIKE '%boat-paper%'"));
    }
    const auto ended = m_gateway->run({QStringLiteral("check")});
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.json.value(QLatin1String("lost")).toInt(), 1);
    const QString fault = ended.json.value(QLatin1String("faults")).toArray().at(0).toString();
    QVERIFY2(fault.startsWith(QStringLiteral("job at feed cursor ")), qPrintable(fault));
    // Publishing it once more mends what desks work by.
    QVERIFY(publish(boats).json.value(QLatin1String("changed")).toBool());
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    // A desk passes over the damaged row and comes to what lies behind it.
    qint64 cursor = 0;
    int sound = 0;
    int damaged = 0;
    for (bool more = true; more;) {
        const auto answer = m_client->Get("/v1/feed?limit=1000&after=" + std::to_string(cursor));
        const auto page = answer ? http::answers::feed(QByteArray::fromStdString(answer->body), cursor) : base::fail(QStringLiteral("no.answer"));
        QVERIFY2(page, page ? "" : qPrintable(page.error().toLogLine()));
        for (const protocol::FeedItem& item : page->items) {
            cursor = item.cursor;
            sound += item.body.value(QLatin1String("kind")).toString() == QLatin1String("boat-paper") ? 1 : 0;
            damaged += item.kind == QLatin1String("job") && item.body.isEmpty() ? 1 : 0;
        }
        more = page->more;
    }
    QCOMPARE(sound, 1);
    QCOMPARE(damaged, 1);
}

void tst_GatewayJobs::everyDeskGetsTheBook() {
    QVERIFY(volumes(symbol).empty());
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const int year = QDate::currentDate().year();
    const auto given = volumes(symbol);
    // This year's and the next one's for each of the four desks.
    QCOMPARE(given.size(), size_t(8));
    QSet<QUuid> desks;
    for (const domain::Volume& volume : given) {
        desks << volume.station.value();
        QCOMPARE(volume.kind, 9);
        QVERIFY(volume.year == year || volume.year == year + 1);
        QCOMPARE(volume.firstNumber, 1);
    }
    QCOMPARE(desks.size(), 4);
    QCOMPARE(volumes(QStringLiteral("SCT/BS")).size(), size_t(8));
    // A desk that comes later has it from the start; the year after next is given when it is asked for.
    QVERIFY(!m_gateway->addDesk(m_gateway->unit(), QStringLiteral("Quầy 4")).isEmpty());
    QCOMPARE(volumes(symbol).size(), size_t(10));
    QVERIFY(
        m_gateway->ask({QStringLiteral("grant"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--year"), QString::number(year + 2)})
            .value(QLatin1String("changed"))
            .toBool());
    QCOMPARE(volumes(symbol).size(), size_t(15));
    QCOMPARE(volumes(QStringLiteral("SCT/BS")).size(), size_t(15));
}

void tst_GatewayJobs::aClosedVolumeIsFollowedByTheNextOfItsBook() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const int year = QDate::currentDate().year();
    const auto own = [&](const QString& book) {
        std::vector<domain::Volume> found = volumes(book);
        std::erase_if(found, [&](const domain::Volume& volume) { return volume.station.value() != m_station->id() || volume.year != year; });
        return found;
    };
    QCOMPARE(own(symbol).size(), size_t(1));
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const domain::Signer signer{job.supervisor.id, job.supervisor.name, {}, {}};
    const domain::Event closing{domain::VolumeClosed{own(symbol).front().id, 0, 0, signer}, {}, 0, {}, job.supervisor.id, {}};
    const auto answer = test::push(*m_client, {chain.add(closing)});
    QVERIFY(answer && !answer->refusal);
    // What is published anew brings no volume: the year is closed until the technician opens another.
    QVERIFY(publish(changed([](QJsonObject& json) { json.insert(QStringLiteral("version"), QStringLiteral("2026-11-01b")); }))
                .json.value(QLatin1String("changed"))
                .toBool());
    QCOMPARE(own(symbol).size(), size_t(1));
    QVERIFY(m_gateway->ask({QStringLiteral("grant"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--year"), QString::number(year)})
                .value(QLatin1String("changed"))
                .toBool());
    QCOMPARE(own(symbol).size(), size_t(2));
    // The four desks' volumes of the book are the first to the fourth.
    QCOMPARE(own(symbol).back().ordinal, 5);
    QCOMPARE(own(QStringLiteral("SCT/BS")).size(), size_t(1));
}

domain::Event tst_GatewayJobs::boatReceived(const test::CopyJob& job) {
    domain::Event event = job.received(QStringLiteral("H49.30-261122-0001"));
    auto& body = std::get<domain::DossierReceived>(event.body);
    QJsonObject description = read(boats + QStringLiteral("/boat-paper/job.json"));
    description.insert(QStringLiteral("templates"), QJsonObject{{QStringLiteral("boat-attestation"), QStringLiteral("x")}});
    body.procedure.code = QStringLiteral("9.000001");
    body.facts = {{QStringLiteral("boat"), QStringLiteral("QN-12345-TS")}, {QStringLiteral("length"), 24}, {QStringLiteral("copies"), 3},
        {QStringLiteral("use"), QStringLiteral("Khai thác")}};
    const domain::JobKind boats = *domain::readJobKind(description, domain::builtInForms());
    body.procedure.timeValue = boats.time->value;
    body.procedure.timeUnit = boats.time->unit;
    body.job = domain::termsOf(boats, body.procedure, body.facts);
    domain::Procedure row;
    row.version = body.procedure;
    body.fees = domain::feeLines(boats, row, body.facts);
    return event;
}

void tst_GatewayJobs::whatDoesNotFitIsRefused_data() {
    using Lie = std::function<void(domain::DossierReceived&)>;
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("an unknown kind") << Lie([](auto& body) { body.job.kind = QStringLiteral("moon-paper"); }) << "job.unknown" << QString();
    QTest::newRow("an unknown version") << Lie([](auto& body) { body.job.version = QStringLiteral("2031-01-01"); }) << "job.unknown" << QString();
    QTest::newRow("facts out of range") << Lie([](auto& body) { body.facts.insert(QStringLiteral("length"), 99); }) << "job.unfitting"
                                        << "facts.length";
    QTest::newRow("fewer copies owed") << Lie([](auto& body) { body.job.attestations = 1; }) << "job.unfitting"
                                       << "job.attestations";
    QTest::newRow("no number owed") << Lie([](auto& body) {
        body.job.book.clear();
        body.job.attestation.clear();
        body.job.attestations = 0;
    }) << "job.unfitting"
                                    << "job.attestation";
}

void tst_GatewayJobs::whatDoesNotFitIsRefused() {
    QFETCH(std::function<void(domain::DossierReceived&)>, lie);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    // Before it is published nobody may know it; a desk that does has it from elsewhere.
    test::RecordChain early = chain;
    const auto unknown = test::push(*m_client, {early.add(boatReceived(job))});
    QVERIFY(unknown && unknown->refusal);
    QCOMPARE(unknown->refusal->code, QStringLiteral("job.unknown"));
    QCOMPARE(unknown->refusal->detail.value(QLatin1String("kind")).toString(), QStringLiteral("boat-paper"));
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    domain::Event event = boatReceived(job);
    lie(std::get<domain::DossierReceived>(event.body));
    test::RecordChain astray = chain;
    const auto answer = test::push(*m_client, {astray.add(event)});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, code);
    QCOMPARE(answer->refusal->detail.value(QLatin1String("field")).toString(), field);
    // The true one goes through, on the same serving program.
    const auto sound = test::push(*m_client, {chain.add(boatReceived(job))});
    QVERIFY(sound);
    QCOMPARE(sound->refusal ? sound->refusal->code : QString(), QString());
}

void tst_GatewayJobs::anEntryStandsInItsOwnBook() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const auto volume = [&](const QString& book) {
        for (const domain::Volume& each : volumes(book))
            if (each.station.value() == m_station->id() && each.year == QDate::currentDate().year())
                return each.id;
        return domain::VolumeId();
    };
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const std::vector<protocol::Record> before{chain.add(boatReceived(job)), chain.add(job.submitted()), chain.add(job.approved())};
    test::RecordChain astray = chain;
    const auto answer = test::push(*m_client, {before[0], before[1], before[2], astray.add(job.registered(volume(QStringLiteral("SCT/BS")), 1))});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("book.wrong-kind"));
    QCOMPARE(answer->mark.seq, 3);
    const auto sound = test::push(*m_client, {chain.add(job.registered(volume(symbol), 1))});
    QVERIFY(sound && !sound->refusal);
    // A certified copy has no number in the other book.
    const test::CopyJob copy(*m_gateway);
    const auto crossed = test::push(*m_client, {chain.add(copy.received(QStringLiteral("H49.30-261122-0002"))), chain.add(copy.submitted()),
                                                   chain.add(copy.approved()), chain.add(copy.registered(volume(symbol), 2))});
    QVERIFY(crossed && crossed->refusal);
    QCOMPARE(crossed->refusal->code, QStringLiteral("book.wrong-kind"));
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(tst_GatewayJobs)
#include "tst_GatewayJobs.moc"
