// A scanned A4 page at 300 dpi in grey until its dots are in the counter's process, 700 wide: the first of a while, for which a helper is started and
// shut in, and the ones after it, for which one waits. The counter's own thread does not wait meanwhile. The baseline is the same page decoded and
// made smaller by Qt in that thread, as the window did it before.

#include "app/capture/HelperPages.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace motcua;

namespace {

constexpr int rounds = 21;
constexpr int width = 700;

double medianOf(const std::function<double()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(work());
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

double since(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double shown(capture::HelperPages& pages, const QByteArray& content) {
    QElapsedTimer timer;
    timer.start();
    const auto file = pages.open(content);
    QEventLoop loop;
    QObject::connect(file.get(), &domain::ports::OpenPages::drawn, &loop, &QEventLoop::quit);
    QObject::connect(file.get(), &domain::ports::OpenPages::failed, &loop, [] { qFatal("the page was not drawn"); });
    file->draw({0, width});
    loop.exec();
    return since(timer);
}

void lookAtIt() {
    constexpr int aLook = 300; // ms
    QEventLoop loop;
    QTimer::singleShot(aLook, &loop, &QEventLoop::quit);
    loop.exec();
}

void report(const char* name, double value, double baseline, double goal) {
    std::printf("%s\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", name, value, baseline, value / baseline, goal, value <= goal ? "met" : "missed");
}

}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const capture::test::ScannerBench bench;
    const QByteArray page = capture::test::encodedAs(capture::test::asScanned(capture::test::textPage(), 0), "jpeg", 75);
    const double inProcess = medianOf([&] {
        QElapsedTimer timer;
        timer.start();
        if (QImage::fromData(page).scaledToWidth(width, Qt::SmoothTransformation).isNull())
            qFatal("cannot decode the page");
        return since(timer);
    });
    constexpr double firstGoal = 250;
    constexpr double nextGoal = 100;
    report("pages.shown-first", medianOf([&] {
        capture::HelperPages pages(bench.settings());
        return shown(pages, page);
    }),
        inProcess, firstGoal);
    capture::HelperPages pages(bench.settings());
    shown(pages, page);
    report("pages.shown-next", medianOf([&] {
        lookAtIt();
        return shown(pages, page);
    }),
        inProcess, nextGoal);
    return 0;
}
