#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::counter {

/// Takes pages as a scanner delivers them. A page is on disk, sealed, when take() returns.
class PageSink {
public:
    virtual ~PageSink() = default;
    virtual base::Outcome take(const domain::ports::ScannedPage& page) = 0;
    /// Names what the pages are for: another one once the person has left that work for another.
    virtual QString purpose() const { return {}; }
    /// How many pages the dossier has more for it: what only separates papers is none.
    virtual int pagesIn(const domain::ports::ScannedPage& page) const { return page.pages; }
};

}
