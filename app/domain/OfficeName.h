#pragma once

#include <QString>

namespace motcua::domain {

/// The name of an office as a paper's head breaks it: its own words stay together ("hành chính công"), so does the name of its place
/// ("phường Bãi Cháy"), and no line begins or ends with a lonely syllable. Blanks within them become no-break spaces.
QString tiedOfficeName(const QString& name);

}
