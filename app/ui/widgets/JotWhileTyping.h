#pragma once

class QLineEdit;
class QString;

namespace motcua::counter {
class Jotter;
}

namespace motcua::ui {

/// Keeps what is being typed into `edit` until the editing ends and the value goes where it belongs. For editors that commit on
/// editingFinished(); connect that first.
void jotWhileTyping(QLineEdit* edit, counter::Jotter& jotter, const QString& field);

}
