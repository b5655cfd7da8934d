#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>

struct Pix;

namespace motcua::capture {

struct EncodedPage {
    QByteArray content;
    QString mediaType;
    int width = 0; ///< pixels
    int height = 0;
};

/// The budget of design §5 for this page: 300 KB for A4, more for larger paper (at most twice), in bytes.
int jpegBudget(Pix& page);
constexpr int bilevelBudget = 60 * 1000;

/// The best JPEG within `budget` bytes: first the quality gives way a little, then the resolution, then the quality again.
base::Result<EncodedPage> encodeJpeg(Pix& page, int budget);

/// One G4 TIFF page within the budget; a picture that G4 cannot hold in it (a photograph) becomes a grey JPEG.
base::Result<EncodedPage> encodeBilevel(Pix& page, Pix& grey);

}
