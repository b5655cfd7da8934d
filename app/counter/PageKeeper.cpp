#include "app/counter/PageKeeper.h"

#include "app/counter/PageTurner.h"

namespace motcua::counter {

using domain::Page;
using domain::ports::BlobStore;
using domain::ports::ScannedPage;

namespace {

base::Result<Page> keepRead(BlobStore& blobs, const ScannedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        const auto inside = page.pages > 1 ? std::optional(page.pages) : std::nullopt;
        return Page{blob, page.mediaType, page.content.size(), page.width, page.height, inside};
    });
}

base::Result<Page> keepUntouched(BlobStore& blobs, const domain::ports::UntouchedPage& page) {
    return blobs.put(page.content).map([&page](const domain::BlobHash& blob) {
        return Page{blob, page.mediaType, page.content.size(), page.width, page.height, {}};
    });
}

base::Result<Page> turned(BlobStore& blobs, const Page& page) {
    const auto content = blobs.read(page.blob);
    if (!content)
        return base::fail(content.error());
    const auto turnedContent = turnedPage(*content, page.mediaType);
    if (!turnedContent)
        return base::fail(turnedContent.error());
    return blobs.put(*turnedContent).map([&](const domain::BlobHash& blob) {
        return Page{blob, page.mediaType, turnedContent->size(), page.height, page.width, page.inside};
    });
}

}

base::Result<KeptPages> keepPages(BlobStore& blobs, const std::vector<ScannedPage>& pages) {
    KeptPages kept;
    for (const ScannedPage& page : pages) {
        auto read = keepRead(blobs, page);
        if (!read)
            return base::fail(read.error());
        if (page.untouched) {
            const auto whole = keepUntouched(blobs, *page.untouched);
            if (!whole)
                return base::fail(whole.error());
            kept.cut.push_back({*read, *whole});
        }
        kept.pages.push_back(std::move(*read));
        kept.codes.push_back(page.codes);
    }
    return kept;
}

base::Result<QByteArray> contentOf(const BlobStore& blobs, const PageActs& pages, int paper, int page) {
    const Page* found = pages.page(paper, page);
    return found ? blobs.read(found->blob) : base::fail(QStringLiteral("page.no-such"));
}

base::Outcome turn(BlobStore& blobs, PageActs& pages, int paper, int page) {
    const Page* found = pages.page(paper, page);
    if (!found)
        return base::fail(QStringLiteral("page.no-such"));
    auto after = turned(blobs, *found);
    if (!after)
        return base::fail(after.error());
    // What was cut off can still be taken back: the other of the two turns with it.
    std::optional<CutPage> cut;
    if (const CutPage* both = pages.cutOf(paper, page)) {
        const bool isCut = both->cut.blob == found->blob;
        const auto other = turned(blobs, isCut ? both->whole : both->cut);
        if (!other)
            return base::fail(other.error());
        cut = isCut ? CutPage{*after, *other} : CutPage{*other, *after};
    }
    pages.replace(paper, page, std::move(*after), std::move(cut));
    return base::done();
}

}
