#pragma once

#include <QString>

#include <vector>

namespace motcua::test {

/// One thing that the screen shows, as a screen reader tells it.
struct Seen {
    QString id;   ///< the same for the same thing as long as it is there
    QString role; ///< "push button", "label", "text", "list item", …
    QString name;
    QString text;  ///< what is written in a field, or the value of a number's
    int depth = 0; ///< what is inside another is deeper
    bool focused = false;
    bool enabled = false;
    bool checked = false;
    bool selected = false;
};

}
