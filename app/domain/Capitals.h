#pragma once

#include <QString>

namespace motcua::domain {

/// With a capital at its beginning, as a sentence has it; the rest is left as it is.
QString capitalised(QString text);

}
