#pragma once

class QLineEdit;
class QString;

namespace motcua::counter {
class Jotter;
}

namespace motcua::ui {

class DateField;

/// Keeps what is being typed into `edit` until the editing ends and the value goes where it belongs. For editors that commit on
/// editingFinished(); connect that first.
void jotWhileTyping(QLineEdit* edit, counter::Jotter& jotter, const QString& field);

/// The same for a date; what is no date yet stays as it was typed after the editing ends, too.
void jotWhileTyping(DateField* date, counter::Jotter& jotter, const QString& field);
/// Shows what was kept of `field`, but not under the hand that types there. False: nothing was, so the value is to be shown.
bool showJotted(DateField* date, counter::Jotter& jotter, const QString& field);

}
