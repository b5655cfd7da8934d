// What is read of a directory of kinds of job, and what may not lie in it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/BuiltInJobs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

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
    void straysAreNamed_data();
    void straysAreNamed();
    void notesMayLieThere();
    void limitsHold_data();
    void limitsHold();
};

namespace {

constexpr const char* ofKind[] = {"job.json", "boat-attestation.html"};

using Make = bool (*)(const QString& outside, const QString& kind);

bool write(const QString& path, const QByteArray& content = "x") {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

bool makeSocket(const QString& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool made = socket >= 0 && bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    return socket >= 0 && close(socket) == 0 && made;
}

QString kindIn(const QString& directory, int number) {
    return QStringLiteral("%1/k%2").arg(directory).arg(number, 4, 10, QLatin1Char('0'));
}

/// The invented kind, where it is not there yet.
bool copyBoats(const QString& directory) {
    const QString kind = directory + QStringLiteral("/boat-paper/");
    return QDir().mkpath(kind) && std::all_of(std::begin(ofKind), std::end(ofKind), [&](const char* name) {
        const QString file = kind + QLatin1String(name);
        return QFile::exists(file) || QFile::copy(QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper/") + QLatin1String(name), file);
    });
}

/// So many kinds that share the files of one.
bool fillWithKinds(const QString& directory, int many) {
    if (!copyBoats(directory))
        return false;
    for (int i = 1; i < many; ++i) {
        const QString kind = kindIn(directory, i);
        if (QFile::exists(kind))
            continue;
        QDir().mkpath(kind);
        for (const char* name : ofKind) {
            const QByteArray first = QFile::encodeName(directory + QStringLiteral("/boat-paper/")) + name;
            if (link(first.constData(), (QFile::encodeName(kind) + '/' + name).constData()) != 0)
                return false;
        }
    }
    return true;
}

bool fillWithTemplates(const QString& directory, int many) {
    QJsonObject job = inventedJob();
    job.remove(QStringLiteral("templates"));
    QJsonArray papers = job.value(QLatin1String("papers")).toArray();
    const QString kind = directory + QStringLiteral("/boat-paper/");
    bool isSound = copyBoats(directory);
    for (int i = 1; i < many && isSound; ++i) {
        QJsonObject paper{{QStringLiteral("form"), QStringLiteral("paper-%1").arg(i)}, {QStringLiteral("offered"), QStringLiteral("accepted")}};
        paper.insert(QStringLiteral("name"), QJsonObject{{QStringLiteral("vi"), QStringLiteral("Giấy")}});
        papers.append(paper);
        isSound = write(kind + QStringLiteral("paper-%1.html").arg(i), "<meta name=\"page\" content=\"A4 portrait 20mm\">");
    }
    job.insert(QStringLiteral("papers"), papers);
    return isSound && write(kind + QStringLiteral("job.json"), QJsonDocument(job).toJson());
}

/// A kind of so many bytes, most of them spaces.
bool fillOneKind(const QString& directory, int many) {
    if (!copyBoats(directory))
        return false;
    const QString kind = directory + QStringLiteral("/boat-paper/");
    const qint64 rest = many - QFileInfo(kind + QStringLiteral("job.json")).size() - QFileInfo(kind + QStringLiteral("boat-attestation.html")).size();
    QFile file(kind + QStringLiteral("job.json"));
    return file.open(QIODevice::Append) && file.write(QByteArray(rest, ' ')) == rest;
}

/// Kinds of the largest size, and one for what is left.
bool fillWithBytes(const QString& directory, int many) {
    const auto largest = static_cast<int>(limits::largestJobKind);
    const QString boats = directory + QStringLiteral("/boat-paper");
    for (int i = 0; i < many / largest; ++i)
        if (!QFile::exists(kindIn(directory, i)) && !(fillOneKind(directory, largest) && QDir().rename(boats, kindIn(directory, i))))
            return false;
    return many % largest == 0 || (copyBoats(directory) && QDir().rename(boats, kindIn(directory, many / largest)));
}

}

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
    QVERIFY(copyBoats(directory.path()));
    const QString file = directory.filePath(QStringLiteral("boat-paper/") + name);
    QVERIFY(write(file, content));
    const auto read = readJobDirectory(directory.path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(read.error().detail.value(QStringLiteral("file")), file);
    QVERIFY2(isWorded(read.error()), qPrintable(read.error().toLogLine()));
}

void tst_JobDirectory::onlyRegularFilesAreRead_data() {
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
    QTest::newRow("a pipe that is no template") << Make([](const QString&, const QString& kind) {
        return mkfifo(qPrintable(kind + QStringLiteral("/pipe")), 0600) == 0;
    }) << "boat-paper/pipe";
    QTest::newRow("a pipe among the kinds") << Make([](const QString&, const QString& kind) {
        return mkfifo(qPrintable(QFileInfo(kind).path() + QStringLiteral("/pipe")), 0600) == 0;
    }) << "pipe";
    QTest::newRow("a pipe named README") << Make([](const QString&, const QString& kind) {
        return mkfifo(qPrintable(kind + QStringLiteral("/README")), 0600) == 0;
    }) << "boat-paper/README";
    QTest::newRow("a socket") << Make([](const QString&, const QString& kind) { return makeSocket(kind + QStringLiteral("/x.html")); })
                              << "boat-paper/x.html";
    QTest::newRow("a socket among the kinds") << Make([](const QString&, const QString& kind) {
        return makeSocket(QFileInfo(kind).path() + QStringLiteral("/socket"));
    }) << "socket";
    QTest::newRow("a device among the kinds") << Make([](const QString&, const QString& kind) {
        return QFile::link(QStringLiteral("/dev/zero"), QFileInfo(kind).path() + QStringLiteral("/zero"));
    }) << "zero";
    QTest::newRow("a directory in a kind") << Make([](const QString&, const QString& kind) { return QDir().mkpath(kind + QStringLiteral("/older")); })
                                           << "boat-paper/older";
}

void tst_JobDirectory::onlyRegularFilesAreRead() {
    QFETCH(Make, make);
    QFETCH(QString, file);
    const QString outside = QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper");
    QTemporaryDir directory;
    const QString kind = directory.filePath(QStringLiteral("boat-paper"));
    QVERIFY(copyBoats(directory.path()));
    QVERIFY(readJobDirectory(directory.path()));
    QVERIFY(make(outside, kind));
    const auto read = readJobDirectory(directory.path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("job.no-regular-file"));
    QCOMPARE(read.error().detail.value(QStringLiteral("file")), directory.filePath(file));
}

void tst_JobDirectory::straysAreNamed_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const char* const noKind = "nothing reads it: a kind of job is a directory";
    const char* const noPart = "nothing reads it: a kind of job is job.json and its templates NAME.html";
    const char* const noEnd = "a template's name ends in .html, in small letters";
    const auto row = [](const char* name, const char* path, const char* place, const char* reason) {
        QTest::newRow(name) << QByteArray(path) << QString::fromUtf8(place) << QString::fromLatin1(reason);
    };
    row("template in capitals", "boat-paper/form-01.HTML", "form-01.HTML", noEnd);
    row("template with one capital", "boat-paper/form-01.Html", "form-01.Html", noEnd);
    row("template with the short end", "boat-paper/form-01.htm", "form-01.htm", noEnd);
    row("description in capitals", "boat-paper/JOB.JSON", "JOB.JSON", noPart);
    row("what an editor left", "boat-paper/job.json~", "job.json~", noPart);
    row("picture", "boat-paper/dấu.png", "dấu.png", noPart);
    row("description among the kinds", "job.json", "job.json", noKind);
    row("template among the kinds", "form-01.html", "form-01.html", noKind);
    row("name that is not UTF-8", "boat-paper/m\xe9u.html", "m\\xe9u.html", "a name that is not UTF-8");
    row("kind whose name is not UTF-8", "boat\xff/", "boat\\xff", "a name that is not UTF-8");
    row("name with a line end", "boat-paper/x\ny.html", "x\\x0ay.html", "hidden signs");
    row("name turned round", "boat-paper/x\xE2\x80\xAE.html", "x\\xe2\\x80\\xae.html", "hidden signs");
}

void tst_JobDirectory::straysAreNamed() {
    QFETCH(QByteArray, path);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    QTemporaryDir directory;
    QVERIFY(copyBoats(directory.path()));
    // As bytes: not every name is a text.
    const QByteArray full = QFile::encodeName(directory.path()) + '/' + path;
    if (path.endsWith('/')) {
        QCOMPARE(mkdir(full.constData(), 0700), 0);
    } else {
        const int file = open(full.constData(), O_CREAT | O_WRONLY, 0600);
        QVERIFY(file >= 0 && close(file) == 0);
    }
    const auto read = readJobDirectory(directory.path());
    QVERIFY(::remove(full.constData()) == 0); // Qt would leave it
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("job.malformed"));
    QCOMPARE(read.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(read.error().detail.value(QStringLiteral("reason")), reason);
    QVERIFY2(read.error().detail.value(QStringLiteral("file")).endsWith(place), qPrintable(read.error().toLogLine()));
    QVERIFY2(isWorded(read.error()), qPrintable(read.error().toLogLine()));
}

void tst_JobDirectory::notesMayLieThere() {
    QTemporaryDir directory;
    QVERIFY(copyBoats(directory.path()));
    for (const char* note : {"README.md", "readme.txt", ".gitignore", "boat-paper/README", "boat-paper/.x.html.swp"})
        QVERIFY(write(directory.filePath(QLatin1String(note))));
    QVERIFY(QDir().mkpath(directory.filePath(QStringLiteral(".git/hooks"))));
    QVERIFY(mkfifo(qPrintable(directory.filePath(QStringLiteral(".pipe"))), 0600) == 0);
    const auto read = readJobDirectory(directory.path());
    QVERIFY2(read, read ? "" : qPrintable(read.error().toLogLine()));
    QCOMPARE(read->size(), size_t(1));
}

/// As much as a directory may have of something, and one more.
void tst_JobDirectory::limitsHold_data() {
    using Fill = bool (*)(const QString& directory, int many);
    QTest::addColumn<Fill>("fill");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    QTest::newRow("kinds") << Fill(&fillWithKinds) << 1000 << QString() << "more than 1000 kinds";
    QTest::newRow("templates") << Fill(&fillWithTemplates) << 100 << "templates"
                               << "too many";
    QTest::newRow("bytes of a kind") << Fill(&fillOneKind) << static_cast<int>(limits::largestJobKind) << "boat-attestation.html"
                                     << "more than 512 KB";
    QTest::newRow("bytes in all") << Fill(&fillWithBytes) << 32 * 1024 * 1024 << "k0064"
                                  << "more than 32 MB in all";
}

void tst_JobDirectory::limitsHold() {
    using Fill = bool (*)(const QString& directory, int many);
    QFETCH(Fill, fill);
    QFETCH(int, most);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    QTemporaryDir directory;
    for (const int many : {most, most + 1}) {
        QVERIFY(fill(directory.path(), many));
        const auto read = readJobDirectory(directory.path());
        QVERIFY2(static_cast<bool>(read) == (many == most), read ? "" : qPrintable(read.error().toLogLine()));
        if (read)
            continue;
        QCOMPARE(read.error().code, QStringLiteral("job.too-large"));
        QCOMPARE(read.error().detail.value(QStringLiteral("place")), place.isEmpty() ? directory.path() : place);
        QCOMPARE(read.error().detail.value(QStringLiteral("reason")), reason);
        QVERIFY(isWorded(read.error()));
    }
}

QTEST_APPLESS_MAIN(tst_JobDirectory)
#include "tst_JobDirectory.moc"
