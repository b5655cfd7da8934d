// Form 01 to a proved PDF, warm, against one line of text drawn by a bare QPdfWriter.

#include "app/paper/HtmlFormRenderer.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int runs = 41;
constexpr double goalMs = 60;

template <class Work>
double medianMs(Work work) {
    work(); // warm
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[runs / 2];
}

void drawOneLine() {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A5));
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("Tinos"), 13));
    painter.drawText(1000, 1000, QStringLiteral("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"));
}

}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    motcua::paper::HtmlFormRenderer renderer;
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/paper/form-01.json"));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QJsonObject values = QJsonDocument::fromJson(file.readAll()).object();
    bool fine = true;
    const double form = medianMs([&] { fine = fine && renderer.render(QStringLiteral("form-01"), values); });
    const double line = medianMs(drawOneLine);
    if (!fine)
        return 1;
    std::printf("paper.form-01\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", form, line, form / line, goalMs, form <= goalMs ? "met" : "missed");
    return 0;
}
