#pragma once

#include "app/counter/IntakeContent.h"
#include "app/domain/Dossier.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::counter {

/// Seals a page that was read and says how a dossier names it. Errors: "blob.…".
base::Result<domain::Page> keepPage(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page);

/// As keepPage(), but nothing cut off: for pages that nobody looks at before they are kept.
base::Result<domain::Page> keepWhole(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page);

/// Seals how it came too, where something was cut off; adds that to `cut`. Errors: "blob.…".
base::Outcome keepUntouched(
    domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page, const domain::Page& kept, std::vector<CutPage>& cut);

}
