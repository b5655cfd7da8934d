#include "app/counter/PageKeeper.h"

namespace motcua::counter {

base::Result<domain::Page> keepPage(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        const auto inside = page.pages > 1 ? std::optional(page.pages) : std::nullopt;
        return domain::Page{blob, page.mediaType, page.content.size(), page.width, page.height, inside};
    });
}

namespace {

base::Result<domain::Page> keep(domain::ports::BlobStore& blobs, const domain::ports::UntouchedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        return domain::Page{blob, page.mediaType, page.content.size(), page.width, page.height, {}};
    });
}

}

base::Result<domain::Page> keepWhole(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page) {
    return page.untouched ? keep(blobs, *page.untouched) : keepPage(blobs, page);
}

base::Outcome keepUntouched(
    domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page, const domain::Page& kept, std::vector<CutPage>& cut) {
    if (!page.untouched)
        return base::done();
    const auto whole = keep(blobs, *page.untouched);
    if (!whole)
        return base::fail(whole.error());
    cut.push_back({kept, *whole});
    return base::done();
}

}
