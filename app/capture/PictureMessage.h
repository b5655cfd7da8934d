#pragma once

#include "app/domain/ports/ForeignPages.h"

namespace motcua::capture {

/// A drawn page as the payload of MessageType::Picture: width, height, page and number of pages (4 bytes each, big-endian), the kind (1 byte),
/// three zeros, the dots.
QByteArray toPayload(const domain::ports::DrawnPage& page);

/// The page, if there is not one byte too many or too few and nothing is out of bounds.
std::optional<domain::ports::DrawnPage> drawnFromPayload(const QByteArray& payload);

}
