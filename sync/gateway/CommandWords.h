#pragma once

#include "app/base/Error.h"

namespace motcua::gateway {

enum class Language { Vietnamese, English };

/// What went wrong and what to do, in a sentence for the technician, with the code in brackets after it; for an error that has no
/// sentence, its line for logs.
QString commandWords(const base::Error& error, Language language);

}
