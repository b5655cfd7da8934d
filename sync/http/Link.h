#pragma once

#include "app/base/Clock.h"
#include "sync/engine/Store.h"
#include "sync/http/Transport.h"
#include "sync/protocol/MarkSignature.h"

namespace motcua::http {

/// What every lane works with. All of it belongs to the sync worker, is used in its thread only and outlives the lanes.
struct Link {
    Transport& transport;
    engine::Store& store;
    const protocol::MarkVerifier& verifier;
    const base::Clock& clock;
    QUuid station;
    EVP_PKEY* key; ///< the station's, with which it signs the heads of its batches
};

}
