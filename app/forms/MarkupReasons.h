#pragma once

/// Why a template's markup is refused, in words; motcua-gateway has the same in Vietnamese.
namespace motcua::forms::reasons {

inline constexpr char noText[] = "no UTF-8 text";
inline constexpr char noTagBegins[] = "a < that begins no tag: write &lt;";
inline constexpr char notWrittenSo[] = "a tag is written in small letters, and its attributes as name=\"value\" without < > \\";
inline constexpr char noSuchTag[] = "a template has no such tag";
inline constexpr char noSuchAttribute[] = "a tag has no such attribute";
inline constexpr char noSuchWord[] = "an attribute has no such value";
inline constexpr char twiceInTag[] = "an attribute stands twice in a tag";
inline constexpr char valueInTag[] = "a {{...}} stands in a tag or a style: only qr:{{name|url}}, {{topMm}}mm and {{width}}% may";
inline constexpr char valueNotClosed[] = "a {{ without its }}";
inline constexpr char fetches[] = "reaches for a file or a network; pictures are qr: and rule: alone";
inline constexpr char pictureWithoutSource[] = "a picture needs src=\"qr:...\" or src=\"rule:\"";
inline constexpr char longCode[] = "a qr: has 500 bytes at most";

inline constexpr char styleUnread[] = "a style is written property: value; and a rule names { ... }";
inline constexpr char noSuchProperty[] = "a style has no such property";
inline constexpr char noSuchStyle[] = "a style's property has no such value";
inline constexpr char tooLarge[] = "larger than the sheet has room for between its margins";
inline constexpr char tooNegative[] = "a size below zero is 20 mm at most";
inline constexpr char tooLargeFont[] = "a font has 100 pt at most";
inline constexpr char spansTooMuch[] = "a cell spans 100 rows or columns at most";
inline constexpr char tooManyColumns[] = "a row has 100 columns at most";
inline constexpr char noRoom[] = "the margins in one another leave no room on the sheet";

inline constexpr char notClosed[] = "a tag that is not closed";
inline constexpr char notOpen[] = "closes a tag that is not open, or not the last one";
inline constexpr char acrossBlock[] = "a tag begins or ends in one branch of {{#if}} or {{#each}} alone";
inline constexpr char misplaced[] = "a tag stands where it may not";
inline constexpr char betweenCells[] = "text stands outside of the cells of a table";
inline constexpr char tablesTooDeep[] = "tables stand two deep in one another at most";
inline constexpr char tagsTooDeep[] = "tags stand 12 deep in one another at most";
inline constexpr char listsTooDeep[] = "{{#each}} stand two deep in one another at most";
inline constexpr char listInItself[] = "{{#each}} goes through a list within itself";

}
