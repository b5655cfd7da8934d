#pragma once

#include "app/counter/PageActs.h"
#include "app/counter/PageSink.h"

namespace motcua::counter {

/// What takes pages in and lets them be worked on: an intake's draft, or a supplement's. Everything is on disk when a call returns without an
/// error.
class PageHolder : public PageSink {
public:
    virtual PageActs& pages() = 0;
    /// The pages of a file that stays outside until they are safe: all of them, or none.
    virtual base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages) = 0;
    virtual base::Result<QByteArray> pageContent(int paper, int page) const = 0;
    /// Turns a page a quarter clockwise; how it was stays sealed. Errors: "page.no-such", "page.not-turned", "blob.…", "draft.…".
    virtual base::Outcome turnPage(int paper, int page) = 0;

    int pagesIn(const domain::ports::ScannedPage& page) const override { return domain::separatorIn(page.codes) ? 0 : page.pages; }
};

}
