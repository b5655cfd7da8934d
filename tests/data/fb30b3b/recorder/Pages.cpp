#include "Pages.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace motcua::recorder {

domain::ports::ScannedPage tinyPage(int number) {
    QImage image(62, 88, QImage::Format_Grayscale8);
    image.fill(250);
    QPainter painter(&image);
    for (int bit = 0; bit < 8; ++bit)
        if ((number >> bit) % 2 == 1)
            painter.fillRect(8, 8 + bit * 9, 46, 4, Qt::black);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 40);
    return {buffer.data(), QStringLiteral("image/jpeg"), image.width(), image.height(), {}};
}

domain::ports::ScannedPage tinyPdf() {
    return {"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 62 88]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        QStringLiteral("application/pdf"), 0, 0, {}};
}

}
