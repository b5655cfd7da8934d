// Form 01 and every attestation to a proved PDF, warm, against one line of text drawn by a bare QPdfWriter.

#include "app/paper/HtmlFormRenderer.h"

#include <QBuffer>
#include <QDir>
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

QJsonObject valuesOf(const QString& form) {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/paper/%1.json").arg(form));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    motcua::paper::HtmlFormRenderer renderer;
    bool fine = true;
    const double line = medianMs(drawOneLine);
    const auto measure = [&](const QString& form) {
        const QJsonObject values = valuesOf(form);
        fine = fine && !values.isEmpty();
        const double ms = medianMs([&] { fine = fine && renderer.heightOf(form, values) && renderer.render(form, values); });
        std::printf("paper.%s\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", qPrintable(form), ms, line, ms / line, goalMs, ms <= goalMs ? "met" : "missed");
    };
    measure(QStringLiteral("form-01"));
    for (const QFileInfo& file : QDir(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/paper"))
                                     .entryInfoList({"attestation-*.json", "correction-*.json"}, QDir::Files, QDir::Name))
        measure(file.completeBaseName());
    if (!fine)
        return 1;
    return 0;
}
