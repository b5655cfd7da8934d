// The package of all descriptions of kinds of job: read and checked whole, against a bare parse of the same bytes.

#include "app/domain/jobs/BuiltInJobs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace motcua;

namespace {

constexpr int rounds = 21;
constexpr double goalMs = 30;
const QString package = QStringLiteral(":/jobs");

double milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The median of this program's own time: others on the machine do not count.
template <class Work>
double median(Work work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double start = milliseconds();
        work();
        times.push_back(milliseconds() - start);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

/// What builtInJobs() does once.
size_t load() {
    return domain::readBuiltInJobs().value().kinds().size();
}

std::vector<QByteArray> bytes() {
    std::vector<QByteArray> all;
    for (const QFileInfo& kind : QDir(package).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(kind.filePath() + QStringLiteral("/job.json"));
        if (file.open(QIODevice::ReadOnly))
            all.push_back(file.readAll());
    }
    return all;
}

}

int main() {
    size_t kinds = load();
    const auto package = bytes();
    const double value = median([&] { kinds = load(); });
    qsizetype fields = 0;
    const double parse = median([&] {
        for (const QByteArray& json : package)
            fields += QJsonDocument::fromJson(json).object().size();
    });
    if (kinds != package.size() || fields == 0)
        std::fprintf(stderr, "bench_jobs: %zu kinds of %zu\n", kinds, package.size());
    std::printf(
        "job_kinds_load_%zu\t%.3g\tms\t%.3g\t%.2f\t<=%.0f\t%s\n", kinds, value, parse, value / parse, goalMs, value <= goalMs ? "met" : "missed");
    return 0;
}
