#include "app/capture/CodeReader.h"

#include "app/capture/Pixels.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <leptonica/allheaders.h>

#include <exception>

namespace motcua::capture {

namespace {

constexpr qsizetype mostCodes = 16;
constexpr qsizetype longestCode = 4096;

enum class Effort { Quick, Thorough };

void readInto(QStringList& texts, Pix* grey, Effort effort) {
    // Leptonica keeps the bytes of a word in the machine's order, ZXing reads them in the picture's.
    const Pixels ordered(pixEndianByteSwapNew(grey));
    if (!ordered)
        return;
    const bool thorough = effort == Effort::Thorough;
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode)
                           .setTryHarder(thorough)
                           .setTryRotate(thorough)
                           .setTryDownscale(false)
                           .setMaxNumberOfSymbols(mostCodes)
                           .setCharacterSet("UTF8");
    const ZXing::ImageView view(reinterpret_cast<const uint8_t*>(pixGetData(ordered.get())), pixGetWidth(ordered.get()), pixGetHeight(ordered.get()),
        ZXing::ImageFormat::Lum, 4 * pixGetWpl(ordered.get()));
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
        const QString text = QString::fromStdString(result.text());
        if (result.isValid() && !text.isEmpty() && text.size() <= longestCode && texts.size() < mostCodes && !texts.contains(text))
            texts.append(text);
    }
}

}

QStringList readCodes(Pix* grey) {
    QStringList texts;
    try {
        // Half the size finds a card's code five times faster than the full page does, which is for the rest.
        if (const Pixels half(pixScaleAreaMap2(grey)); half)
            readInto(texts, half.get(), Effort::Quick);
        if (texts.isEmpty())
            readInto(texts, grey, Effort::Thorough);
    } catch (const std::exception&) {
        // The library gives up on a strange pattern this way: the page simply has no code.
    }
    return texts;
}

}
