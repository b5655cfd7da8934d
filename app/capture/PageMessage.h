#pragma once

#include "app/base/Result.h"
#include "app/capture/Message.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::capture {

/// A page as the payload of MessageType::Page: the header's length (4 bytes, big-endian), the header as JSON, the content, the
/// untouched page's content if there is one.
QByteArray toPayload(const domain::ports::ScannedPage& page);

/// The page, if everything about it is as a helper in good health would have said it; else "scan.helper-died".
base::Result<domain::ports::ScannedPage> pageFromPayload(const QByteArray& payload);

}
