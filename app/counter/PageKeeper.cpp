#include "app/counter/PageKeeper.h"

namespace motcua::counter {

base::Result<domain::Page> keepPage(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        const auto inside = page.pages > 1 ? std::optional(page.pages) : std::nullopt;
        return domain::Page{blob, page.mediaType, page.content.size(), page.width, page.height, inside};
    });
}

base::Outcome keepUntouched(
    domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page, const domain::Page& kept, std::vector<CutPage>& cut) {
    if (!page.untouched)
        return base::done();
    const auto& untouched = *page.untouched;
    const auto blob = blobs.put(untouched.content);
    if (!blob)
        return base::fail(blob.error());
    cut.push_back({kept, {*blob, untouched.mediaType, untouched.content.size(), untouched.width, untouched.height, {}}});
    return base::done();
}

}
