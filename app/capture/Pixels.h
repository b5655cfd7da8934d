#pragma once

#include <memory>

struct Pix;

namespace motcua::capture {

struct PixelsDeleter {
    void operator()(Pix* pix) const;
};

/// Leptonica's image, owned.
using Pixels = std::unique_ptr<Pix, PixelsDeleter>;

}
