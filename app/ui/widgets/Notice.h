#pragma once

#include "app/base/Error.h"
#include "app/ui/style/Palette.h"

#include <QString>

namespace motcua::ui {

/// A word to the user that needs no answer: shown at the foot of the window for some seconds, and again in the status strip's
/// history. A value that places hand to the shell.
struct Notice {
    Tone tone = Tone::Success;
    QString text;
};

}
