#pragma once

namespace motcua::ui {

/// Makes the faces of Inter that come with the program known, so that no letter depends on what the PC has installed.
void addFonts();

}
