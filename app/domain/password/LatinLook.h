#pragma once

namespace motcua::domain {

/// The small Latin letter that a letter of another script, or of phonetics, looks like (Unicode's confusables, the usual ones); 0: none.
char latinLook(char32_t letter);

}
