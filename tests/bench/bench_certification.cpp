// A supervisor's tray of 200 certified copies approved in one go, from the key to the numbers on disk: decided, held, sealed and written. The
// baseline is the same number approved one by one.

#include "tests/support/counter/CounterBench.h"
#include "tests/support/sqlite/StationBench.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace motcua;
using domain::DossierId;

namespace {

constexpr int inOneGo = 200;
constexpr int rounds = 5;
constexpr double goalMs = 150;

template <class T>
T must(base::Result<T> result) {
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "bench_certification: %s\n", qPrintable(result.error().toLogLine()));
    std::exit(1);
}

/// A real desk's data with a counter on it; devices and line are the tests'.
struct Desk {
    Desk() {
        must(data.create());
        must(data.unlock());
        domain::Account account = outside.supervisor;
        account.id = data.supervisor;
        domain::Volume volume = outside.archive.published.volumes.front();
        volume.id = data.volume;
        volume.station = data.station;
        const QJsonObject accounts{{QStringLiteral("accounts"), QJsonArray{base::toJson(account)}}};
        must(data.unlocked().syncStore().receive({{1, QStringLiteral("settings"), base::toJson(outside.archive.published.settings)},
            {2, QStringLiteral("accounts"), accounts}, {3, QStringLiteral("volume"), base::toJson(volume)}}));
        must(data.unlocked().projection().refresh());
        journal::Unlocked& own = data.unlocked();
        counter = std::make_unique<counter::Counter>(
            counter::Ports{own.journal(), own.archive(), own.projection(), own.exchange(), own.blobs(), own.drafts(), outside.scanner,
                outside.painted, outside.paper, outside.paper, outside.written, own.securityLog(), outside.sync, outside.clock},
            data.station, QStringLiteral("Quầy 1"));
        counter->held().setDelay(std::chrono::milliseconds(0));
        must(counter->seat(account));
    }
    /// Received and submitted, at the counter beside this one.
    std::vector<DossierId> submitted() {
        std::vector<DossierId> dossiers;
        std::vector<domain::Event> events;
        for (int i = 0; i < inOneGo; ++i) {
            test::CopyJob job = data.job(++number);
            job.at = outside.clock.now().addSecs(-3600);
            std::vector<domain::Event> all = job.events();
            events.insert(events.end(), all.begin(), all.begin() + 2);
            dossiers.push_back(job.dossier);
        }
        must(data.append(events));
        return dossiers;
    }

    test::CounterBench outside;
    test::StationBench data;
    std::unique_ptr<counter::Counter> counter;
    int number = 0;
};

template <class Work>
double milliseconds(Work work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Desk desk;
    std::vector<double> together;
    std::vector<double> single;
    for (int round = 0; round < rounds; ++round) {
        const auto many = desk.submitted();
        together.push_back(milliseconds([&] {
            if (desk.counter->approval().approveMany(many).approved != inOneGo)
                std::exit(1);
        }));
        const auto oneByOne = desk.submitted();
        single.push_back(milliseconds([&] {
            for (const DossierId dossier : oneByOne)
                must(desk.counter->approval().approve(dossier));
        }));
        for (const DossierId dossier : many)
            if (!must(desk.counter->runner().dossier(dossier)).liveEntry())
                return 1;
    }
    const double value = median(together);
    const double baseline = median(single);
    std::printf("certification.approve_200\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", value, baseline, value / baseline, goalMs,
        value <= goalMs ? "met" : "missed");
    return 0;
}
