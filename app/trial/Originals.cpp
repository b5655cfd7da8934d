#include "app/trial/Originals.h"

#include "app/trial/Arrival.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>

namespace motcua::trial {

namespace {

constexpr int pageWidth = 1240; // A4 at 150 dots per inch
constexpr int pageHeight = 1754;

QImage draw(const Arrival& arrival, int page) {
    QImage image(pageWidth, pageHeight, QImage::Format_Grayscale8);
    image.fill(250);
    QPainter painter(&image);
    painter.translate(pageWidth / 2.0, pageHeight / 2.0);
    painter.rotate(0.8);
    painter.translate(-pageWidth / 2.0, -pageHeight / 2.0);
    QFont font(QStringLiteral("Tinos"));
    font.setPixelSize(44);
    painter.setFont(font);
    painter.drawText(QRect(120, 140, pageWidth - 240, 120), Qt::AlignCenter, arrival.papers.front().document);
    font.setPixelSize(28);
    painter.setFont(font);
    for (int line = 0; line < 24; ++line)
        painter.drawText(140, 340 + line * 52,
            QStringLiteral("%1, trang %2, dòng %3: nội dung của giấy tờ dùng để thử").arg(arrival.name).arg(page).arg(line + 1));
    return image;
}

}

domain::ports::ScannedPage drawnPage(const Arrival& arrival) {
    const QImage image = draw(arrival, 1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 60);
    return {buffer.data(), QStringLiteral("image/jpeg"), image.width(), image.height(), {}};
}

QStringList drawOriginals(const Arrival& arrival, const QString& directory) {
    QDir().mkpath(directory);
    QStringList paths;
    for (int page = 1; page <= arrival.scans; ++page) {
        const QString path = QStringLiteral("%1/%2-%3.jpg").arg(directory).arg(arrival.number).arg(page);
        if (draw(arrival, page).save(path, "JPG", 80))
            paths.append(path);
    }
    return paths;
}

}
