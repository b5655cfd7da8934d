// The journal's figures: durable appends against raw one-row commits, unlocking from the snapshot and by replaying, search,
// memory.

#include "app/base/Id.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Replay.h"
#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/model/DossierTable.h"
#include "app/journal/model/ReadModel.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/OpenSsl.h"
#include "tests/support/sqlite/CopyJob.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <openssl/pem.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace motcua;

namespace {

[[noreturn]] void stop(const base::Error& error) {
    std::fprintf(stderr, "bench_journal: %s\n", qPrintable(error.toLogLine()));
    std::exit(1);
}

template <class T>
T must(base::Result<T> result) {
    if (!result)
        stop(result.error());
    return std::move(*result);
}

enum class Better { Higher, Lower };

void print(const char* name, double value, const char* unit, double baseline, double goal, Better better, double compared) {
    const bool met = better == Better::Higher ? compared >= goal : compared <= goal;
    std::printf("%s\t%.3g\t%s\t%.4g\t%.3g\t%s%.4g\t%s\n", name, value, unit, baseline, baseline > 0 ? value / baseline : 0.0,
        better == Better::Higher ? ">=" : "<=", goal, met ? "met" : "missed");
    std::fflush(stdout);
}

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

qint64 residentKibibytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong();
    return 0;
}

struct Bench {
    QTemporaryDir root;
    domain::StationId station = domain::StationId::make(1);
    domain::UserId clerk = domain::UserId::make(2);
    domain::UserId supervisor = domain::UserId::make(3);
    domain::VolumeId volume = domain::VolumeId::make(4);
    const QString login = QStringLiteral("lan.nt");
    const QString password = QStringLiteral("nắng chiều qua sông Lô");

    test::CopyJob job(int number) const {
        test::CopyJob job{station, clerk, supervisor, volume, number};
        job.at = QDateTime(QDate(2026, 1, 5), QTime(1, 0), Qt::UTC).addSecs(number * 40);
        return job;
    }
    QString directory(const char* name) const { return root.path() + QLatin1Char('/') + QLatin1String(name); }
};

/// Commits of one row of `size` bytes in a plain table, WAL and FULL like the journal.
double rawCommitsPerSecond(const Bench& bench, qsizetype size, int count, int round) {
    const auto connection = must(sqlite::Connection::open(bench.directory("raw") + QString::number(round)));
    must(connection->execute("CREATE TABLE plain(seq INTEGER PRIMARY KEY, content BLOB)"));
    const QByteArray content(size, 'x');
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= count; ++i)
        must(connection->prepare("INSERT INTO plain VALUES(?1, ?2)").bind(i, content).run());
    return count / (milliseconds(timer) / 1000);
}

void benchAppend(const Bench& bench) {
    constexpr int rounds = 5;
    constexpr int perRound = 1500;
    const auto data = must(journal::StationData::create(bench.directory("append"), {bench.station, {}, bench.login, bench.password}));
    const auto unlocked = must(data->unlock(bench.login, bench.password));
    std::vector<double> raw;
    std::vector<double> ours;
    int number = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<domain::Event> events;
        qsizetype bytes = 0;
        while (events.size() < perRound) {
            for (domain::Event& event : bench.job(++number).events()) {
                bytes += domain::encodeBody(event.body).json.size();
                events.push_back(std::move(event));
            }
        }
        raw.push_back(rawCommitsPerSecond(bench, bytes / static_cast<qsizetype>(events.size()), perRound, round));
        QElapsedTimer timer;
        timer.start();
        for (const domain::Event& event : events)
            must(unlocked->journal().append({event}));
        ours.push_back(static_cast<double>(events.size()) / (milliseconds(timer) / 1000));
    }
    const double rate = median(ours);
    const double baseline = median(raw);
    print("journal_append", rate, "events/s", baseline, 0.8, Better::Higher, rate / baseline);
}

/// What a person's signature adds to an act; the baseline is the bare signature.
void benchSigning(const Bench&) {
    constexpr int times = 5000;
    const auto key = must(protocol::PersonKey::make());
    const QUuid station = QUuid::createUuid();
    const std::vector<QByteArray> hashes(2, QByteArray(32, 'h'));
    const QByteArray text = protocol::actText(station, must(key->sign(station, 1, hashes)));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < times; ++i)
        (void)must(key->sign(text));
    const double baseline = milliseconds(timer) / times;
    timer.start();
    for (int i = 0; i < times; ++i)
        (void)must(key->sign(station, i + 1, hashes));
    const double each = milliseconds(timer) / times;
    print("sign_act", each, "ms", baseline, 0.3, Better::Lower, each);
}

void fill(const Bench& bench, const QString& directory, int events) {
    const auto data = must(journal::StationData::create(directory, {bench.station, {}, bench.login, bench.password}));
    const auto unlocked = must(data->unlock(bench.login, bench.password));
    must(unlocked->syncStore().receive({{1, QStringLiteral("volume"), base::toJson(test::volumeOf(bench.station, bench.volume))}}));
    int number = 0;
    int done = 0;
    while (done < events) {
        std::vector<domain::Event> batch;
        while (batch.size() < 5000 && done + static_cast<int>(batch.size()) < events)
            for (domain::Event& event : bench.job(++number).events())
                batch.push_back(std::move(event));
        must(unlocked->journal().append(batch));
        done += static_cast<int>(batch.size());
    }
    must(unlocked->projection().refresh());
}

/// A key pair in the province's part, as PEM: unlocking with it leaves out Argon2id, which is measured apart.
struct RecoveryKey {
    QByteArray privatePem;
    QByteArray publicPem;
};

RecoveryKey makeRecoveryKey() {
    const protocol::KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto pem = [](auto write) {
        const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
        write(bio.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return QByteArray(text, static_cast<qsizetype>(size));
    };
    return {pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }),
        pem([&](BIO* bio) { PEM_write_bio_PUBKEY(bio, key.get()); })};
}

/// What unlocking took by the clock on the wall, and on all processors together: the latter does not depend on who else works.
struct UnlockTimes {
    std::vector<double> wall;
    std::vector<double> processor;

    void measure(const QString& directory, const QByteArray& privateKey, bool fromSnapshot) {
        const auto data = must(journal::StationData::open(directory));
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        const auto unlocked = must(data->recover(privateKey));
        processor.push_back(1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
        wall.push_back(milliseconds(timer));
        if (unlocked->isFromSnapshot() != fromSnapshot)
            stop({QStringLiteral("bench.other-model")});
    }
};

void benchUnlock(const Bench& bench) {
    constexpr int rounds = 5;
    const QString directory = bench.directory("unlock");
    const RecoveryKey key = makeRecoveryKey();
    fill(bench, directory, 100'000);
    std::vector<double> password;
    {
        const auto data = must(journal::StationData::open(directory));
        must(must(data->unlock(bench.login, bench.password))->setRecoveryKey(key.publicPem));
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer timer;
            timer.start();
            must(data->check(bench.login, bench.password));
            password.push_back(milliseconds(timer));
        }
    }
    UnlockTimes snapshot;
    UnlockTimes replay;
    for (int round = 0; round < rounds; ++round)
        snapshot.measure(directory, key.privatePem, true);
    for (int round = 0; round < rounds; ++round) {
        QFile::remove(directory + QStringLiteral("/snapshot.sealed"));
        replay.measure(directory, key.privatePem, false);
    }
    print("unlock_password", median(password), "ms", 0, 500, Better::Lower, median(password));
    print("unlock_snapshot_100k", median(snapshot.wall), "ms", median(replay.wall), 250, Better::Lower, median(snapshot.wall));
    print("unlock_snapshot_100k_cpu", median(snapshot.processor), "ms", median(replay.processor), 250, Better::Lower, median(snapshot.processor));
    print("unlock_replay_100k", median(replay.wall), "ms", 0, 2000, Better::Lower, median(replay.wall));
    print("unlock_replay_100k_cpu", median(replay.processor), "ms", 0, 2000, Better::Lower, median(replay.processor));
}

void benchSearch(const Bench& bench) {
    constexpr int dossiers = 100'000;
    constexpr int rounds = 20;
    const auto memory = must(sqlite::Connection::inMemory());
    journal::DossierTable table(*memory);
    must(table.create());
    must(memory->execute("BEGIN"));
    for (int number = 1; number <= dossiers; ++number) {
        const auto job = bench.job(number);
        must(table.put(domain::replay(job.dossier, job.events()), job.at, number));
    }
    must(memory->execute("COMMIT"));
    QStringList questions{QStringLiteral("n"), QStringLiteral("nguyen"), QStringLiteral("Nguyễn Thị"), QStringLiteral("nguyen thi d"),
        QStringLiteral("duong"), QStringLiteral("ly my"), QStringLiteral("bang tot nghiep"), QStringLiteral("h49.30-2601"), QStringLiteral("09"),
        QStringLiteral("2.000815"), QStringLiteral("khong co ai")};
    for (int i = 1; i < 20; ++i) {
        const auto job = bench.job(i * 5003);
        questions << job.applicant() << job.personalId() << job.personalId().left(9) << job.phone() << job.phone().left(5);
    }
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString& question : questions) {
            QElapsedTimer timer;
            timer.start();
            must(table.search(question, 50, 0));
            times.push_back(milliseconds(timer));
        }
    }
    std::sort(times.begin(), times.end());
    const double p95 = times[times.size() * 95 / 100];
    print("search_100k_p95", p95, "ms", times[times.size() / 2], 10, Better::Lower, p95);
    print("search_100k_worst", times.back(), "ms", times[times.size() / 2], 50, Better::Lower, times.back());
}

void benchMemory(const Bench& bench) {
    constexpr int dossiers = 20'000;
    const QString directory = bench.directory("memory");
    fill(bench, directory, dossiers * 9);
    const qint64 before = residentKibibytes();
    const auto data = must(journal::StationData::open(directory));
    const auto unlocked = must(data->unlock(bench.login, bench.password));
    const double grown = static_cast<double>(residentKibibytes() - before) / 1024;
    print("memory_20k_dossiers", grown, "MB", static_cast<double>(before) / 1024, 250, Better::Lower, grown);
}

}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const Bench bench;
    // Memory first: what the others leave in the allocator would hide what the model takes.
    const std::pair<const char*, std::function<void(const Bench&)>> parts[] = {
        {"memory", benchMemory}, {"append", benchAppend}, {"sign", benchSigning}, {"unlock", benchUnlock}, {"search", benchSearch}};
    for (const auto& [name, run] : parts)
        if (argc < 2 || qstrcmp(argv[1], name) == 0)
            run(bench);
    return 0;
}
