#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::counter {

/// Seals a page that was read and says how a dossier names it. Errors: "blob.…".
base::Result<domain::Page> keepPage(domain::ports::BlobStore& blobs, const domain::ports::ScannedPage& page);

}
