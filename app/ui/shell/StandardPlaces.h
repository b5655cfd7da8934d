#pragma once

#include "app/ui/shell/Places.h"

namespace motcua::counter {
class SessionControl;
}

namespace motcua::ui {

class Language;
class Preferences;
class Theme;

/// What places may use besides the use cases; all of it outlives them.
struct ShellServices {
    counter::SessionControl& session;
    Preferences& preferences;
    Language& language;
    Theme& theme;
};

/// Every place of the program in the order of the rail.
Places standardPlaces(const ShellServices& services);

}
