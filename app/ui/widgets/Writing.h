#pragma once

namespace motcua::ui {

/// Whether text may be typed where the focus is. In a list or table keys choose and change, though one of its cells may be written into.
bool isWriting();

/// Whether the focus is in a line for text, a password's too, which takes no input method.
bool isLineInFocus();

/// Name of the property of a list that hands on to a field what is typed in it.
inline constexpr const char* writesElsewhere = "writesElsewhere";
/// Whether the focus is in such a list.
bool isWritingElsewhere();

}
