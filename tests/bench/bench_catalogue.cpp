// The catalogue's figures: the list under the search field after each key, against one plain pass over the same names; reading a published
// catalogue, against a bare parse of its JSON. At the shipped size and at that of a province's full list.

#include "app/domain/Fold.h"
#include "tests/support/catalogue/ProvinceCatalogue.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace motcua;

namespace {

constexpr int rounds = 21;
constexpr int shownRows = 20;
constexpr double searchGoalMs = 10;
constexpr double readGoalMs = 50;

/// What clerks type, key by key.
constexpr const char* typed[] = {"chứng thực chữ ký", "khai sinh", "chung thuc ban sao", "đăng ký kết hôn", "hon nhan", "thường trú", "tam tru",
    "giấy phép xây dựng", "2.000815.000.00.00.H49", "trợ cấp xã hội hàng tháng", "dang ky ho kinh doanh", "thue thu nhap ca nhan"};

double milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(std::vector<double> times, double part) {
    const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), times.begin() + at, times.end());
    return times[static_cast<size_t>(at)];
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
    return quantile(std::move(times), 0.5);
}

/// The 95th hundredth of `look` over every beginning of what is typed; each is looked for `rounds` times.
template <class Look>
double p95(Look look) {
    std::vector<double> times;
    for (const char* each : typed) {
        const QString text = QString::fromUtf8(each);
        for (qsizetype keys = 1; keys <= text.size(); ++keys)
            times.push_back(median([&, sofar = text.left(keys)] { look(sofar); }));
    }
    return quantile(std::move(times), 0.95);
}

void print(const char* name, size_t rows, double value, double baseline, double goal) {
    std::printf("%s_%zu\t%.3g\tms\t%.3g\t%.2f\t<=%.0f\t%s\n", name, rows, value, baseline, value / baseline, goal, value <= goal ? "met" : "missed");
}

void measure(const domain::Catalogue& catalogue) {
    std::vector<QString> names;
    for (const domain::Procedure& procedure : catalogue.procedures())
        names.push_back(domain::searchKey(procedure.version.name + QLatin1Char(' ') + procedure.version.field));
    size_t found = 0;
    const double search = p95([&](const QString& text) { found += catalogue.search(text, shownRows).size(); });
    const double pass = p95([&](const QString& text) {
        const QString key = domain::searchKey(text);
        found += static_cast<size_t>(std::count_if(names.begin(), names.end(), [&](const QString& name) { return name.contains(key); }));
    });
    const QByteArray json = QJsonDocument(catalogue.toJson()).toJson(QJsonDocument::Compact);
    const double read = median([&] { found += domain::Catalogue::fromJson(QJsonDocument::fromJson(json).object()).value().procedures().size(); });
    const double parse = median([&] { found += static_cast<size_t>(QJsonDocument::fromJson(json).object().size()); });
    if (found == 0)
        std::fprintf(stderr, "bench_catalogue: nothing was found\n");
    print("catalogue_search_p95", names.size(), search, pass, searchGoalMs);
    print("catalogue_read", names.size(), read, parse, readGoalMs);
}

}

int main() {
    measure(test::shippedCatalogue());
    measure(test::provinceCatalogue());
    return 0;
}
