#pragma once

#include <QString>

namespace motcua::forms {

/// The text with what belongs together kept on one line: codes ("23/2015/NĐ-CP", "01/2026-SCT/BS"), groups of digits ("0203 3888 999"), an
/// hour ("09 giờ 00 phút"), the day, the month and the year each with its number, a number and what it counts ("3 trang"), the name of a place, two
/// words in brackets ("(xuất trình)"), an article and its number ("Điều 22"), a dash and the word before it, and a short last syllable with the one
/// before it. Blanks become no-break spaces, and a word joiner (U+2060), which is neither seen nor printed, follows a hyphen or a slash. Very long
/// codes are left as they are: a line must hold them.
QString keptWhole(const QString& text);

}
