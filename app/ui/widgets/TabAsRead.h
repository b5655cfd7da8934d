#pragma once

class QWidget;

namespace motcua::ui {

/// Tab leads through `part` in the order in which its layouts put things, whatever was made first; from what comes before it and on to what
/// comes after. To be called again after something was added.
void tabAsRead(QWidget& part);

/// The first of them that is shown and can be used, and is no button; null where there is none.
QWidget* firstField(QWidget& part);

}
