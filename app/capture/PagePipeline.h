#pragma once

#include "app/base/Result.h"
#include "app/capture/PageEncoder.h"
#include "app/capture/Pixels.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua::capture {

enum class PageColour { Colour, Grey, BlackWhite };

struct PageSettings {
    PageColour colour = PageColour::Colour;
    bool dropBlank = true;
};

/// A page ready to be sealed.
struct FinishedPage {
    bool blank = false; ///< nothing is on it and blanks are dropped: the other fields are empty
    QByteArray content;
    QString mediaType; ///< "image/jpeg" or "image/tiff" (one G4 page)
    int width = 0;     ///< pixels
    int height = 0;
    double skew = 0;   ///< degrees it was turned by to stand straight, clockwise
    QStringList codes; ///< texts of the QR codes on it
    /// Where the scanner's lid was cut off: the page as it came, neither turned nor cut. Else empty.
    std::optional<EncodedPage> untouched;
};

/// From raw pixels to a finished page: straight, without the scanner's lid, small. Pure; runs in the helper process,
/// at one page a time and on one core.
class PagePipeline {
public:
    explicit PagePipeline(PageSettings settings) : m_settings(settings) {}

    /// Takes the pixels over, so that they are gone as soon as they are of no more use. Their resolution, if known, tells the
    /// size of the paper. Errors: "import.damaged" (no image), "scan.io-error" (out of memory).
    base::Result<FinishedPage> finish(Pixels raw) const;

private:
    base::Result<EncodedPage> encodedPage(Pix& page, Pix& grey) const;

    PageSettings m_settings;
};

}
