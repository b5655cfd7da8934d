#pragma once

#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/net/Answer.h"
#include "sync/gateway/net/Request.h"

namespace motcua::gateway {

/// GET /v1/blobs/content/…: a blob or one range of it, from the file in pieces. Several ranges, and one past the end, are answered with 416;
/// what is no range of bytes is passed over (RFC 9110 §14.2).
Answer blobContent(const Blobs& blobs, const Peer& peer, const Request& request);

}
