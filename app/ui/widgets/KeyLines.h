#pragma once

#include <QString>

#include <vector>

class QKeySequence;
class QWidget;

namespace motcua::ui {

/// One line of the key map that F1 shows.
struct KeyLine {
    QString key; ///< "Ctrl+←, Ctrl+→" are two
    QString what;
};

/// What the buttons and shortcuts within `part` listen to, whether they can do it now or not, and what they say of it: a shortcut its whatsThis(),
/// a button the same or, without it, its words. Those that say the same share a line; what is hidden in `part`, or says nothing, has none.
std::vector<KeyLine> keyLines(const QWidget& part);

/// As it stands on the keys.
QString keyWords(const QKeySequence& keys);

}
