#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QProcess>

#include <ReadBarcode.h>
#include <TextUtfEncoding.h>

// What the tests of printed forms share: the values to print, and reading what was printed.
namespace motcua::test {

#define VERIFY_RENDERED(pdf) QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error().toLogLine()))

inline QJsonObject example(const QString& form) {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/paper/%1.json").arg(form));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QString text(const QByteArray& pdf, const QStringList& options = {}) {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), QStringList(options) << QStringLiteral("-") << QStringLiteral("-"));
    if (!reader.waitForStarted())
        return {};
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

inline void load(QPdfDocument& document, QBuffer& buffer, const QByteArray& pdf) {
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    document.load(&buffer);
}

/// The QR codes on the first sheet.
inline QStringList codesOn(const QByteArray& pdf) {
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, pdf);
    const QSizeF points = document.pagePointSize(0);
    QImage sheet = document.render(0, (points * 150 / 72).toSize());
    QImage page(sheet.size(), QImage::Format_RGB32);
    page.fill(Qt::white);
    for (int y = 0; y < sheet.height(); ++y)
        for (int x = 0; x < sheet.width(); ++x)
            if (qAlpha(sheet.pixel(x, y)) > 127)
                page.setPixel(x, y, sheet.pixel(x, y));
    page.convertTo(QImage::Format_Grayscale8);
    const ZXing::ImageView view(page.constBits(), page.width(), page.height(), ZXing::ImageFormat::Lum, static_cast<int>(page.bytesPerLine()));
    QStringList codes;
    for (const auto& code : ZXing::ReadBarcodes(view, ZXing::DecodeHints().setTryHarder(true)))
        codes << QString::fromStdString(ZXing::TextUtfEncoding::ToUtf8(code.text()));
    return codes;
}

}
