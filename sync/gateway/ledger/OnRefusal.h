#pragma once

#include "app/base/Error.h"

#include <algorithm>

namespace motcua::gateway {

/// What becomes of a chain at a record that does not stand: see protocol::header::refused.
enum class OnRefusal { Stop, GoOn };

/// Whether the record may stand later as it is: what it names is not known here yet, or no longer, as after a backup was put back; or a newer program
/// wrote it or one before it about the same dossier. Of everything else it is certain that it never will.
inline bool mayStandLater(const base::Error& why) {
    constexpr const char* codes[] = {"record.blob-missing", "book.unknown-volume", "book.number-unheard", "dossier.code-foreign",
        "event.unknown-actor", "event.unknown-station", "event.unknown-key", "event.newer-version", "list.unknown-line"};
    return std::any_of(std::begin(codes), std::end(codes), [&](const char* code) { return why.code == QLatin1String(code); });
}

}
