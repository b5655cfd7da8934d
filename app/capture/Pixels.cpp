#include "app/capture/Pixels.h"

#include <leptonica/allheaders.h>

namespace motcua::capture {

void PixelsDeleter::operator()(Pix* pix) const {
    pixDestroy(&pix);
}

}
