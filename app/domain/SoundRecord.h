#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <QByteArray>

namespace motcua::domain {

/// What a record may say besides what this program reads: later versions may add fields that others may ignore. Bytes of JSON.
inline constexpr qsizetype mostUnknown = 16 * 1024;
/// How deep its JSON may go.
inline constexpr int deepestJson = 16;

/// decodeBody() of what says one thing to every reader: no name twice in an object, each value of its type and within what that holds, days that are
/// days of the calendar, and not too much that is unknown here. True of what encodeBody() writes; of a kind and version that is not read here nothing
/// is asked. Errors: those of decodeBody(), "event.malformed" with field.
base::Result<EventBody> decodeSound(QByteArrayView kind, int version, const QByteArray& json, bool changes);

}
