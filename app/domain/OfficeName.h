#pragma once

#include <QString>

namespace motcua::domain {

/// The name of an office or the title of who heads it, as a paper's head or signature breaks it: its own words stay together ("hành chính
/// công", "Phó Chủ tịch"), so does the name of its place ("phường Bãi Cháy"; a double name breaks after its dash), and no line begins or ends
/// with a lonely syllable. Blanks within them become no-break spaces.
QString tiedOfficeName(const QString& name);

/// What stands in capitals, as a sentence has it: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY" → "Chủ tịch Ủy ban nhân dân phường Bãi Cháy".
QString officeNameInSentence(const QString& capitals);

}
