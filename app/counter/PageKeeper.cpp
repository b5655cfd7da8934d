#include "app/counter/PageKeeper.h"

namespace motcua::counter {

base::Result<domain::Page> keepPage(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        const auto inside = page.pages > 1 ? std::optional(page.pages) : std::nullopt;
        return domain::Page{blob, page.mediaType, page.content.size(), page.width, page.height, inside};
    });
}

}
