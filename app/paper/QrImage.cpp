#include "app/paper/QrImage.h"

#include <BarcodeFormat.h>
#include <BitMatrix.h>
#include <CharacterSet.h>
#include <MultiFormatWriter.h>

#include <exception>

namespace motcua::paper {

base::Result<QImage> qrImage(const QString& text) {
    constexpr int pixelsPerModule = 4;
    constexpr int quietZone = 4; // modules, ISO/IEC 18004
    constexpr int levelM = 4;    // ZXing's scale 0–8 for L, M, Q, H is 0–1, 2–4, 5–6, 7–8
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(quietZone).setEccLevel(levelM).setEncoding(ZXing::CharacterSet::UTF8);
        const ZXing::BitMatrix modules = writer.encode(text.toStdWString(), 0, 0);
        QImage image(modules.width() * pixelsPerModule, modules.height() * pixelsPerModule, QImage::Format_Mono);
        image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, modules.get(x / pixelsPerModule, y / pixelsPerModule) ? 1 : 0);
        return image;
    } catch (const std::exception&) {
        return base::fail(QStringLiteral("paper.qr-too-long"));
    }
}

}
