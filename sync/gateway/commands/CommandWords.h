#pragma once

#include "app/base/Sentences.h"

namespace motcua::gateway {

/// What went wrong and what to do, in a sentence for the technician, with the code in brackets after it; for an error that has no
/// sentence, its line for logs.
QString commandWords(const base::Error& error, base::Language language);

}
