#pragma once

#include "app/counter/PageActs.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::counter {

/// Seals pages that were read, and of those that something was cut off how they came too. Errors: "blob.…".
base::Result<KeptPages> keepPages(domain::ports::BlobStore& blobs, const std::vector<domain::ports::ScannedPage>& pages);

/// Errors: "page.no-such", "blob.…".
base::Result<QByteArray> contentOf(const domain::ports::BlobStore& blobs, const PageActs& pages, int paper, int page);

/// Turns a page a quarter clockwise, with it what was cut off; how it was stays sealed. Errors: "page.no-such", "page.not-turned", "blob.…".
base::Outcome turn(domain::ports::BlobStore& blobs, PageActs& pages, int paper, int page);

}
