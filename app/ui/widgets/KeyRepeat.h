#pragma once

namespace motcua::ui {

/// Whether the key that is being handled comes of being held down. What ends something takes no such key. GUI thread.
bool isKeyHeld();
/// Begins to look; once more does nothing. Needs the application.
void watchKeyRepeats();

}
