#pragma once

#include <QString>

namespace motcua::domain {

/// How many Telex keys a word holds, when pressing them makes a Vietnamese syllable of it: "Nguyeenx" 2, "Vawn" 1, "Max" 1, "Saaly" 0.
/// A word with a marked letter holds none.
int telexKeys(const QString& word);

}
