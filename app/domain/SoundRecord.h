#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::domain {

/// What a record may say besides what this program reads: later versions may add fields that others may ignore. Bytes of JSON.
inline constexpr qsizetype mostUnknown = 16 * 1024;
/// How deep its JSON may go.
inline constexpr int deepestJson = 16;

/// Whether the payload of a kind and version that this program reads says one thing to every reader: no name twice in an object, each value of its
/// type and within what that holds, days that are days of the calendar, and not too much that is unknown here. True of what encodeBody() writes. One
/// that is not read here, or is no JSON object at all, is decodeBody()'s affair. Error: "event.malformed" with field.
base::Outcome isSound(QByteArrayView kind, int version, const QByteArray& json);

}
