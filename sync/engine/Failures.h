#pragma once

#include "app/base/Error.h"
#include "sync/engine/Lane.h"

namespace motcua::engine {

/// What a failed request means for its lane. Codes: "sync.no-line" and "sync.timed-out" are the line's; "sync.tls-untrusted",
/// "sync.certificate-refused", "sync.clock-wrong", "sync.mark-forged" and "sync.mark-beyond-journal" are for a person; all else
/// ("sync.server-error", "sync.bad-answer", a store that failed) may pass by itself.
Occasion occasionFor(const base::Error& error);

}
