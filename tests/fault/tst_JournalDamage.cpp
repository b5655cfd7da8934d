// A damaged, cut or stolen journal; a program killed in the middle of its work.

#include "app/journal/keys/Secrets.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace motcua;
using journal::UnlockMode;
using test::StationBench;

class tst_JournalDamage : public QObject {
    Q_OBJECT

private slots:
    void everyFlippedBitOfEventDataIsReported();
    void cutFilesAreReported();
    void changedBlobIsReported();
    void stolenDirectoryTellsNothing();
    void killedWhileAppending();
    void appendUntilKilled();
};

namespace {

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

/// All event data, column by column, read with nothing but SQL; null when it cannot be read to the end.
QByteArray eventData(const QString& database) {
    const auto connection = sqlite::Connection::open(database, {sqlite::Access::ReadOnly});
    if (!connection)
        return {};
    QByteArray data("events");
    for (const char* sql : {"SELECT quote(seq)||quote(kind)||quote(version)||quote(dossier)||quote(dossier_version)||quote(volume)||quote(number)"
                            "||quote(actor)||quote(at)||quote(previous)||quote(payload_digest)||quote(sealed_digest)||quote(hash)||quote(sealed) "
                            "FROM record NOT INDEXED ORDER BY seq",
             "SELECT quote(cursor)||quote(kind)||quote(dossier)||quote(dossier_version)||quote(station)||quote(seq)||quote(own_seq)||quote(digest)"
             "||quote(sealed) FROM received NOT INDEXED ORDER BY cursor"}) {
        auto statement = (*connection)->prepare(sql);
        for (;;) {
            const auto row = statement.next();
            if (!row)
                return {};
            if (!*row)
                break;
            data += statement.bytes(0) + '\n';
        }
    }
    return data;
}

/// A day's work: 25 directories, a granted volume and another station's records.
void fill(StationBench& bench) {
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    for (int number = 1; number <= 25; ++number) {
        auto job = bench.job(number);
        job.page = *bench.unlocked().blobs().put(QByteArray(3000, static_cast<char>(number)) + job.applicant().toUtf8());
        QVERIFY(bench.append(job.events()));
        QVERIFY(bench.unlocked().drafts().save(
            {domain::DraftId::make(number), bench.clerk, bench.clock.now(), job.applicant().toUtf8() + job.personalId().toUtf8()}));
    }
    auto other = bench.job(900);
    other.station = domain::StationId::make(88);
    qint64 seq = 0;
    for (const auto& event : other.events()) {
        ++seq;
        QVERIFY(bench.unlocked().syncStore().receive({StationBench::recordItem(seq + 1, seq, event)}));
    }
    QVERIFY(bench.unlocked().secrets().put("tls-key", "-----BEGIN PRIVATE KEY----- Bãi Cháy"));
    QVERIFY(bench.unlocked().projection().refresh());
    bench.close();
}

}

void tst_JournalDamage::everyFlippedBitOfEventDataIsReported() {
    StationBench bench;
    fill(bench);
    const QByteArray whole = readAll(bench.databaseFile());
    const QByteArray before = eventData(bench.databaseFile());
    QVERIFY(before.size() > 50'000);
    QRandomGenerator random(20261123);
    int touching = 0;
    for (int flip = 0; flip < 500; ++flip) {
        QByteArray damaged = whole;
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint64>(whole.size())));
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
        for (const char* sidecar : {"-wal", "-shm"})
            QFile::remove(bench.databaseFile() + sidecar);
        write(bench.databaseFile(), damaged);
        const bool touched = eventData(bench.databaseFile()) != before;
        touching += touched;
        const auto verification = journal::verify(bench.directory());
        if (touched) {
            const bool reported = !verification || !verification->faults.empty();
            QVERIFY2(reported, qPrintable(QStringLiteral("flip %1 at %2 is not reported").arg(flip).arg(at)));
            if (verification)
                QVERIFY(!verification->faults.front().place.isEmpty());
        }
        // Opening never crashes; it works, or says what is wrong.
        const auto opened = bench.open();
        QVERIFY(opened || !opened.error().code.isEmpty());
        if (opened) {
            const auto unlocked = bench.unlock(flip % 2 ? UnlockMode::Normal : UnlockMode::Rescue);
            QVERIFY(unlocked || !unlocked.error().code.isEmpty());
        }
        bench.close();
    }
    QVERIFY2(touching > 100, qPrintable(QString::number(touching)));
    write(bench.databaseFile(), whole);
    QVERIFY(journal::verify(bench.directory())->faults.empty());
}

void tst_JournalDamage::cutFilesAreReported() {
    StationBench bench;
    fill(bench);
    const QByteArray whole = readAll(bench.databaseFile());
    for (int part = 0; part < 20; ++part) {
        write(bench.databaseFile(), whole.first(whole.size() * part / 20));
        const auto verification = journal::verify(bench.directory());
        QVERIFY2(!verification || !verification->faults.empty(), qPrintable(QString::number(part)));
        if (const auto opened = bench.open(); opened) {
            const auto unlocked = bench.unlock();
            QVERIFY(unlocked || !unlocked.error().code.isEmpty());
        } else {
            QVERIFY(opened.error().code.startsWith("journal."));
        }
        bench.close();
    }
}

void tst_JournalDamage::changedBlobIsReported() {
    StationBench bench;
    fill(bench);
    QDirIterator files(bench.directory() + "/blobs", QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    const QString first = files.next();
    QByteArray bytes = readAll(first);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write(first, bytes);
    QVERIFY(files.hasNext());
    QVERIFY(QFile::remove(files.next()));
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification);
    QStringList codes;
    for (const journal::Fault& fault : verification->faults)
        codes << fault.code;
    codes.sort();
    QCOMPARE(codes, QStringList({"verify.blob-changed", "verify.blob-missing"}));
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    QCOMPARE(bench.unlocked().blobs().read(first.section('/', -1)).error().code, QStringLiteral("blob.damaged"));
}

void tst_JournalDamage::stolenDirectoryTellsNothing() {
    StationBench bench;
    fill(bench);
    QStringList secrets{StationBench::login, StationBench::password, "PRIVATE KEY", "SCT/BS", "H49.30"};
    for (int number = 1; number <= 25; ++number)
        secrets << bench.job(number).personalTexts();
    secrets << bench.job(900).personalTexts();
    secrets.removeDuplicates();
    int files = 0;
    QDirIterator it(bench.directory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QByteArray content = readAll(path) + path.toUtf8();
        ++files;
        for (const QString& secret : qAsConst(secrets)) {
            const QByteArray utf16(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
            QVERIFY2(!content.contains(secret.toUtf8()) && !content.contains(utf16), qPrintable(secret + " in " + path));
        }
    }
    QVERIFY(files >= 25);
}

void tst_JournalDamage::killedWhileAppending() {
    constexpr int rounds = 50;
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    bench.close();
    QRandomGenerator random(4711);
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("MOTCUA_APPEND_DIRECTORY", bench.directory());
        environment.insert("MOTCUA_APPEND_IDS", QStringList({bench.station.toString(), bench.volume.toString()}).join(' '));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {"appendUntilKilled"});
        const int enough = random.bounded(1, 30);
        qint64 acknowledged = 0;
        QDeadlineTimer deadline(30'000);
        for (int seen = 0; seen < enough && !deadline.hasExpired();) {
            if (!child.canReadLine() && !child.waitForReadyRead(1000))
                continue;
            const QByteArray line = child.readLine();
            if (line.startsWith("appended ")) {
                acknowledged = line.mid(9).trimmed().toLongLong();
                ++seen;
            }
        }
        child.kill();
        QVERIFY(child.waitForFinished(30'000));
        for (const QByteArray& line : child.readAll().split('\n'))
            if (line.startsWith("appended "))
                acknowledged = line.mid(9).trimmed().toLongLong();
        QVERIFY(acknowledged > 0);
        QVERIFY(bench.open());
        const auto unlocked = bench.unlock();
        QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().toLogLine()));
        const qint64 last = bench.unlocked().head()->seq;
        QVERIFY2(last >= acknowledged, qPrintable(QString::number(round)));
        QCOMPARE(last % 9, 0);
        QCOMPARE(qint64(bench.unlocked().archive().volume(bench.volume)->lastNumber), last / 9);
        QCOMPARE(qint64(bench.unlocked().archive().entries(bench.volume)->size()), last / 9);
        bench.close();
    }
    const auto verification = journal::verify(bench.directory());
    QVERIFY2(verification->faults.empty(), verification->faults.empty() ? "" : qPrintable(verification->faults.front().place));
}

/// The child of killedWhileAppending(): says each sequence number after it has been acknowledged.
void tst_JournalDamage::appendUntilKilled() {
    const QString directory = qEnvironmentVariable("MOTCUA_APPEND_DIRECTORY");
    if (directory.isEmpty())
        QSKIP("runs as a child of killedWhileAppending");
    const QStringList ids = qEnvironmentVariable("MOTCUA_APPEND_IDS").split(' ');
    StationBench bench;
    bench.station = domain::StationId::fromString(ids.value(0));
    bench.volume = domain::VolumeId::fromString(ids.value(1));
    bench.snapshotEvery = 20;
    const auto data = journal::StationData::open(directory, bench.options());
    QVERIFY(data);
    const auto unlocked = (*data)->unlock(StationBench::login, StationBench::password);
    QVERIFY(unlocked);
    for (;;) {
        const int number = (*unlocked)->archive().volume(bench.volume)->lastNumber + 1;
        const auto events = bench.job(number).events();
        const auto last = (*unlocked)->journal().append(events);
        QVERIFY(last);
        std::printf("appended %lld\n", static_cast<long long>(*last));
        std::fflush(stdout);
        QVERIFY((*unlocked)->projection().apply(events));
    }
}

QTEST_GUILESS_MAIN(tst_JournalDamage)
#include "tst_JournalDamage.moc"
