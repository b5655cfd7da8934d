// Kinds of job as the province publishes them: what is refused and with what words, and what is kept.

#include "app/sqlite/Connection.h"
#include "sync/http/Answers.h"
#include "tests/sync/JobsTest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace motcua;

namespace {

QJsonObject nothingPublished() {
    return {{QStringLiteral("changed"), false}, {QStringLiteral("published"), QJsonArray()}, {QStringLiteral("volumes"), 0}};
}

}

class tst_GatewayJobs : public QObject, private test::JobsTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void brokenOnesAreRefusedInWords_data();
    void brokenOnesAreRefusedInWords();
    void straysAreNamedInWords_data();
    void straysAreNamedInWords();
    void nothingIsReadFromNowhere();
    void aPlatformBeginsWithTheBuiltInOnes();
    void anOlderPlatformGetsThemWhenItServes();
    void aProcedureMustBeKnownFirst();
    void aVersionIsPublishedOnce();
    void saysWhatWasPublished();
    void oneBookIsTheSameForAllItsKinds();
    void aDamagedRowIsNamed();
};

namespace {

using Change = std::function<void(QJsonObject&)>;
using Add = bool (*)(const QString& directory);

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

/// The kind of each description that comes with the program, in order.
QStringList builtIn() {
    const QString jobs = QStringLiteral(MOTCUA_SOURCE_DIR "/resources/jobs/");
    QStringList kinds;
    for (const QString& directory : QDir(jobs).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(jobs + directory + QStringLiteral("/job.json"));
        if (file.open(QIODevice::ReadOnly))
            kinds << QJsonDocument::fromJson(file.readAll())[QLatin1String("kind")].toString();
    }
    kinds.sort();
    return kinds;
}

}

Q_DECLARE_METATYPE(Change)

void tst_GatewayJobs::initTestCase() {
    QVERIFY(m_directory.isValid());
}

void tst_GatewayJobs::init() {
    // What is refused changes nothing, so all rows of that test share a platform.
    if (m_gateway && QByteArray(QTest::currentTestFunction()).endsWith("InWords"))
        return;
    QVERIFY(startGateway());
}

void tst_GatewayJobs::saysWhatWasPublished() {
    QCOMPARE(
        m_gateway->run({"publish-catalogue", "--catalogue-version", "2026-11-02", "--complete", QStringLiteral(MOTCUA_TEST_DATA "/catalogue/boats")})
            .exitCode,
        0);
    const auto first = publish(boats());
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.json.value(QLatin1String("changed")).toBool(), true);
    const QString version = read(boats() + QStringLiteral("/boat-paper/job.json")).value(QLatin1String("version")).toString();
    QCOMPARE(first.json.value(QLatin1String("published")).toArray(), QJsonArray{QStringLiteral("boat-paper ") + version});
    QVERIFY(first.json.value(QLatin1String("volumes")).toInt() > 0);
    const auto again = publish(boats());
    QCOMPARE(again.json, nothingPublished());
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
    row("a procedure twice", with("procedures", QJsonArray{QStringLiteral("9.000001"), QStringLiteral("9.000001")}),
        {QStringLiteral("sai ở procedures[1]: xuất hiện hai lần")}, "is wrong at procedures[1]: stands there twice");
    row("two columns for the number", with("book.columns.1.value", QStringLiteral("number")),
        {QStringLiteral("sai ở book.columns[1].value: có nhiều hơn một cột ghi số (number)")},
        "is wrong at book.columns[1].value: more than one column has the number");
    row("a day of another century", with("from", QStringLiteral("2207-01-01")),
        {QStringLiteral("sai ở from: phải là ngày từ 2000-01-01 đến 2100-12-31")}, "is wrong at from: a day from 2000-01-01 to 2100-12-31");
    row("null to begin with", with("layout.rows.0.cells.0.begins", QJsonValue()),
        {QStringLiteral("sai ở layout.rows[0].cells[0].begins: null không phải là giá trị: hãy bỏ đi")}, "null is no value: leave it out");
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
    QVERIFY(volumes(symbol()).empty());
}

void tst_GatewayJobs::straysAreNamedInWords_data() {
    QTest::addColumn<Add>("add");
    QTest::addColumn<QString>("said");
    QTest::newRow("a pipe") << Add([](const QString& directory) { return mkfifo(qPrintable(directory + QStringLiteral("/pipe")), 0600) == 0; })
                            << "/pipe là liên kết, ống dẫn hoặc thiết bị";
    QTest::newRow("a template in capitals") << Add([](const QString& directory) {
        return QFile::copy(directory + QStringLiteral("/boat-paper/boat-attestation.html"), directory + QStringLiteral("/boat-paper/FORM.HTML"));
    }) << "/boat-paper/FORM.HTML sai ở FORM.HTML: tên mẫu phải kết thúc bằng .html, viết thường";
    QTest::newRow("a template of nothing") << Add([](const QString& directory) {
        return QFile::resize(directory + QStringLiteral("/boat-paper/boat-attestation.html"), 0);
    }) << "/boat-paper/job.json sai ở boat-attestation.html: để trống";
}

void tst_GatewayJobs::straysAreNamedInWords() {
    QFETCH(Add, add);
    QFETCH(QString, said);
    const QString directory = changed([](QJsonObject&) {});
    QVERIFY(!directory.isEmpty() && add(directory));
    const auto ended = publish(directory);
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.errors.contains(directory + said), qPrintable(ended.errors));
    QCOMPARE(heard("job").size(), builtIn().size());
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
    QCOMPARE(kinds, builtIn());
    QCOMPARE(publish(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/jobs")).json, nothingPublished());
}

void tst_GatewayJobs::anOlderPlatformGetsThemWhenItServes() {
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        QVERIFY(connection);
        QVERIFY((*connection)->execute("DELETE FROM items WHERE kind = 'job'"));
    }
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(heard("job").size(), builtIn().size());
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(heard("job").size(), builtIn().size());
}

void tst_GatewayJobs::aProcedureMustBeKnownFirst() {
    const auto ended = publish(boats());
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.errors.contains(QStringLiteral("danh mục không có thủ tục 9.000001")), qPrintable(ended.errors));
    QCOMPARE(heard("job").size(), builtIn().size());
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(heard("job").size(), builtIn().size() + 1);
}

void tst_GatewayJobs::aVersionIsPublishedOnce() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(publish(boats()).json, nothingPublished());
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
    QCOMPARE(heard("job").size(), builtIn().size() + 3);
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
    QCOMPARE(heard("job").size(), builtIn().size() + 3);
}

void tst_GatewayJobs::aDamagedRowIsNamed() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto connection = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"));
        QVERIFY(connection);
        QVERIFY(
            (*connection)->execute("UPDATE items SET body = substr(body, 1, 200) WHERE cursor = (SELECT max(cursor) FROM items WHERE kind = 'job')"));
    }
    const auto ended = m_gateway->run({QStringLiteral("check")});
    QCOMPARE(ended.exitCode, 1);
    // As a row that nobody with the key has written, and as a kind of job that cannot be read.
    QCOMPARE(ended.json.value(QLatin1String("lost")).toInt(), 2);
    QStringList faults;
    for (const QJsonValue& fault : ended.json.value(QLatin1String("faults")).toArray())
        faults << fault.toString().section(QLatin1Char(','), 0, 0).remove(QRegularExpression(QStringLiteral(" at feed cursor .*")));
    QVERIFY2(faults.contains(QStringLiteral("row of items")) && faults.contains(QStringLiteral("job")), qPrintable(faults.join(QLatin1Char('|'))));
    // Publishing it once more mends what desks work by.
    QVERIFY(publish(boats()).json.value(QLatin1String("changed")).toBool());
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    // The damaged row is given to no desk, and what lies behind it is.
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
    QCOMPARE(damaged, 0);
}

QTEST_GUILESS_MAIN(tst_GatewayJobs)
#include "tst_GatewayJobs.moc"
