// What is read of a directory of kinds of job, and what may not lie in it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/BuiltInJobs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_JobDirectory : public QObject {
    Q_OBJECT

private slots:
    void directoryNamesItsFile();
    void filesAreOnlyRead_data();
    void filesAreOnlyRead();
    void onlyRegularFilesAreRead_data();
    void onlyRegularFilesAreRead();
};

void tst_JobDirectory::directoryNamesItsFile() {
    const auto sound = readJobDirectory(QStringLiteral(MOTCUA_TEST_DATA "/jobs"));
    QVERIFY2(sound, sound ? "" : qPrintable(sound.error().toLogLine()));
    QCOMPARE(sound->size(), size_t(1));
    QVERIFY(sound->front().value(QLatin1String("templates")).toObject().contains(QLatin1String("boat-attestation")));
}

void tst_JobDirectory::filesAreOnlyRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const QString job = QStringLiteral("job.json");
    QTest::newRow("a list") << job << QByteArray("[]") << "job.malformed" << job;
    QTest::newRow("an object of nothing") << job << QByteArray("{}") << "job.malformed" << job;
    QTest::newRow("nothing") << job << QByteArray() << "job.malformed"
                             << "line 1";
    QTest::newRow("torn") << job << QByteArray("{\n\"kind\": \"x\",\n\"version\" }") << "job.malformed"
                          << "line 3";
    QTest::newRow("a name twice") << job << QByteArray(R"({"kind": "x", "fee": {"amount": 1, "rule": "a,b{", "amount": 2}})") << "job.malformed"
                                  << "fee.amount";
    QTest::newRow("a name twice in a list") << job << QByteArray(R"({"a": [{"b": 1}, {"c": "\"}", "\u0063": 2}]})") << "job.malformed"
                                            << "a[1].c";
    QTest::newRow("text that is not UTF-8") << job << QByteArray("{\"kind\": \"\xff\"}") << "job.malformed"
                                            << "line 1";
    QTest::newRow("template that is not UTF-8") << "boat-attestation.html" << QByteArray("<p>\xc3</p>") << "job.template"
                                                << "boat-attestation.html";
    QTest::newRow("large templates") << "x.html" << QByteArray(limits::largestJobKind, 'x') << "job.too-large"
                                     << "x.html";
}

void tst_JobDirectory::filesAreOnlyRead() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QTemporaryDir directory;
    const QString kind = directory.filePath(QStringLiteral("boat-paper"));
    QVERIFY(QDir().mkpath(kind));
    for (const char* file : {"job.json", "boat-attestation.html"})
        QVERIFY(
            QFile::copy(QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper/") + QLatin1String(file), kind + QLatin1Char('/') + QLatin1String(file)));
    QFile file(kind + QLatin1Char('/') + name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
    file.close();
    const auto read = readJobDirectory(directory.path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(read.error().detail.value(QStringLiteral("file")), file.fileName());
    QVERIFY2(isWorded(read.error()), qPrintable(read.error().toLogLine()));
}

void tst_JobDirectory::onlyRegularFilesAreRead_data() {
    using Make = bool (*)(const QString& outside, const QString& kind);
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("file");
    QTest::newRow("a pipe for the description") << Make([](const QString&, const QString& kind) {
        return QFile::remove(kind + QStringLiteral("/job.json")) && mkfifo(qPrintable(kind + QStringLiteral("/job.json")), 0600) == 0;
    }) << "boat-paper/job.json";
    QTest::newRow("a pipe for a template") << Make([](const QString&, const QString& kind) {
        return mkfifo(qPrintable(kind + QStringLiteral("/x.html")), 0600) == 0;
    }) << "boat-paper/x.html";
    QTest::newRow("a device") << Make([](const QString&, const QString& kind) {
        return QFile::link(QStringLiteral("/dev/zero"), kind + QStringLiteral("/x.html"));
    }) << "boat-paper/x.html";
    QTest::newRow("a file elsewhere") << Make([](const QString& outside, const QString& kind) {
        return QFile::link(outside + QStringLiteral("/job.json"), kind + QStringLiteral("/x.html"));
    }) << "boat-paper/x.html";
    QTest::newRow("a link to nothing") << Make([](const QString&, const QString& kind) {
        return QFile::link(QStringLiteral("/nowhere"), kind + QStringLiteral("/x.html"));
    }) << "boat-paper/x.html";
    QTest::newRow("a directory elsewhere") << Make([](const QString& outside, const QString& kind) {
        return QFile::link(outside, QFileInfo(kind).path() + QStringLiteral("/other"));
    }) << "other";
    QTest::newRow("a directory for the description") << Make([](const QString&, const QString& kind) {
        return QFile::remove(kind + QStringLiteral("/job.json")) && QDir().mkpath(kind + QStringLiteral("/job.json"));
    }) << "boat-paper/job.json";
}

void tst_JobDirectory::onlyRegularFilesAreRead() {
    using Make = bool (*)(const QString& outside, const QString& kind);
    QFETCH(Make, make);
    QFETCH(QString, file);
    const QString outside = QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper");
    QTemporaryDir directory;
    const QString kind = directory.filePath(QStringLiteral("boat-paper"));
    QVERIFY(QDir().mkpath(kind));
    for (const char* name : {"/job.json", "/boat-attestation.html"})
        QVERIFY(QFile::copy(outside + QLatin1String(name), kind + QLatin1String(name)));
    QVERIFY(readJobDirectory(directory.path()));
    QVERIFY(make(outside, kind));
    const auto read = readJobDirectory(directory.path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("job.no-regular-file"));
    QCOMPARE(read.error().detail.value(QStringLiteral("file")), directory.filePath(file));
}

QTEST_APPLESS_MAIN(tst_JobDirectory)
#include "tst_JobDirectory.moc"
