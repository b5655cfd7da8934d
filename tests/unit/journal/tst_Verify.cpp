#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;
using test::StationBench;

/// verify() where it must not or cannot write, and of what lies beside the chain. The chain's own damage: tests/fault.
class tst_Verify : public QObject {
    Q_OBJECT

private slots:
    void worksInAReadOnlyDirectory_data();
    void worksInAReadOnlyDirectory();
    void keySlotsAreChecked_data();
    void keySlotsAreChecked();
    void aReceivedItemThatIsGoneIsSeen();
    void whatCannotBeReadIsNoted();
};

namespace {

constexpr uid_t nobody = 65534;

/// Root may write everywhere, so that for root the directory is given to somebody else, as whom it is then read.
class ReadOnlyDirectory {
public:
    explicit ReadOnlyDirectory(const QString& directory) : m_directory(directory), m_asRoot(geteuid() == 0) {
        setModes(0500, 0400);
        if (m_asRoot)
            (void)!seteuid(nobody);
    }
    ~ReadOnlyDirectory() {
        if (m_asRoot)
            (void)!seteuid(0);
        setModes(0700, 0600);
    }
    Q_DISABLE_COPY_MOVE(ReadOnlyDirectory)

private:
    void setModes(mode_t directories, mode_t files) const {
        set(QFileInfo(m_directory).path(), 0711, 0);
        set(m_directory, directories, nobody);
        for (QDirIterator it(m_directory, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext();) {
            const QFileInfo item(it.next());
            set(item.filePath(), item.isDir() ? directories : files, nobody);
        }
    }
    void set(const QString& path, mode_t mode, uid_t owner) const {
        const QByteArray name = QFile::encodeName(path);
        if (m_asRoot)
            (void)!chown(name.constData(), owner, owner);
        chmod(name.constData(), mode);
    }

    QString m_directory;
    bool m_asRoot;
};

}

void tst_Verify::worksInAReadOnlyDirectory_data() {
    QTest::addColumn<bool>("logLeft");
    QTest::newRow("closed in order") << false;
    QTest::newRow("power cut, write-ahead log left") << true;
}

void tst_Verify::worksInAReadOnlyDirectory() {
    QFETCH(bool, logLeft);
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto job = bench.job(1);
    job.page = *bench.unlocked().blobs().put("a page");
    QVERIFY(bench.append(job.events()));
    const QString log = bench.databaseFile() + "-wal";
    QVERIFY(QFile::copy(bench.databaseFile(), bench.directory() + "/cut") && QFile::copy(log, bench.directory() + "/cut-wal"));
    bench.close();
    if (logLeft) {
        QVERIFY(QFile::remove(bench.databaseFile()));
        QVERIFY(QFile::rename(bench.directory() + "/cut", bench.databaseFile()));
        QVERIFY(QFile::rename(bench.directory() + "/cut-wal", log));
        QVERIFY(QFileInfo(log).size() > 0);
    }
    QFile::remove(bench.databaseFile() + "-shm");
    const ReadOnlyDirectory readOnly(bench.directory());
    QVERIFY(!QFile(bench.directory() + "/probe").open(QIODevice::WriteOnly));
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification);
    QVERIFY2(verification->faults.empty(), verification->faults.empty() ? "" : qPrintable(verification->faults.front().place));
    QCOMPARE(verification->events, 9);
    QCOMPARE(verification->blobs, 1);
}

void tst_Verify::keySlotsAreChecked_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("place");
    const QString malformed = "key slot 1: malformed, its user cannot unlock";
    QTest::newRow("whole") << QByteArray("SELECT 1") << QString();
    QTest::newRow("none") << QByteArray("DELETE FROM slot") << "key slots: none, nobody can unlock";
    QTest::newRow("short key") << QByteArray("UPDATE slot SET sealed = x'00'") << malformed;
    QTest::newRow("short salt") << QByteArray("UPDATE slot SET salt = x'00'") << malformed;
    QTest::newRow("short id") << QByteArray("UPDATE slot SET id = x'00'") << malformed;
    QTest::newRow("no passes") << QByteArray("UPDATE slot SET passes = 0") << malformed;
    QTest::newRow("all memory") << QByteArray("UPDATE slot SET kibibytes = 2000000000") << malformed;
}

void tst_Verify::keySlotsAreChecked() {
    QFETCH(QByteArray, change);
    QFETCH(QString, place);
    StationBench bench;
    QVERIFY(bench.create());
    bench.close();
    {
        const auto connection = sqlite::Connection::open(bench.databaseFile());
        QVERIFY((*connection)->execute(change.constData()));
    }
    const auto verification = journal::verify(bench.directory());
    QCOMPARE(verification->faults.size(), size_t(place.isEmpty() ? 0 : 1));
    if (!place.isEmpty()) {
        QCOMPARE(verification->faults.front().code, QStringLiteral("verify.key-slot"));
        QCOMPARE(verification->faults.front().place, place);
    }
}

namespace {

QJsonObject jobNamed(const QString& version) {
    return {{QStringLiteral("kind"), QStringLiteral("moon-paper")}, {QStringLiteral("version"), version},
        {QStringLiteral("from"), QStringLiteral("2026-11-01")},
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("vi"), QStringLiteral("Giấy")}}}};
}

}

void tst_Verify::aReceivedItemThatIsGoneIsSeen() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto& store = bench.unlocked().syncStore();
    domain::UnitSettings settings;
    settings.name = QStringLiteral("phường Bãi Cháy");
    // One takes the place of another, and a record comes twice.
    const auto record = StationBench::recordItem(3, 1, bench.job(7).events().front());
    auto again = record;
    again.cursor = 4;
    QVERIFY(store.receive({{1, "settings", base::toJson(settings)}, {2, "job", jobNamed("1")}, record, again, {5, "settings", base::toJson(settings)},
        {6, "job", jobNamed("2")}}));
    auto verified = journal::verify(bench.directory());
    QVERIFY(verified);
    QVERIFY2(verified->faults.empty(), verified->faults.empty() ? "" : qPrintable(verified->faults.front().place));
    QCOMPARE(verified->received, 4);
    {
        const auto connection = sqlite::Connection::open(bench.databaseFile());
        QVERIFY(connection && (*connection)->execute("DELETE FROM received WHERE cursor = 2"));
    }
    verified = journal::verify(bench.directory());
    QCOMPARE(verified->faults.size(), size_t(1));
    QCOMPARE(verified->faults.front().code, QStringLiteral("verify.received-missing"));
}

void tst_Verify::whatCannotBeReadIsNoted() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    auto& store = bench.unlocked().syncStore();
    QVERIFY(store.receive({{1, "job", {}}, {2, "job", jobNamed("1")}, {3, "volume", {}}, {4, "weather", {{"rain", true}}}}));
    QVERIFY(bench.unlocked().projection().refresh());
    QCOMPARE(*store.feedCursor(), 4);
    QVERIFY(bench.unlocked().archive().jobs().find(QStringLiteral("moon-paper"), QStringLiteral("1")));
    QVERIFY(bench.unlocked().archive().volumes()->empty());
    const auto verified = journal::verify(bench.directory());
    QVERIFY(verified->faults.empty());
    QCOMPARE(verified->unread, (QStringList{"job 1", "volume 3"}));
}

QTEST_GUILESS_MAIN(tst_Verify)
#include "tst_Verify.moc"
