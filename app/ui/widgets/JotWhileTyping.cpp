#include "app/ui/widgets/JotWhileTyping.h"

#include "app/counter/Jotter.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/TextEdit.h"

namespace motcua::ui {

void jotWhileTyping(QLineEdit* edit, counter::Jotter& jotter, const QString& field) {
    // Not textEdited(): a completer's choice is as good as typed.
    QObject::connect(edit, &QLineEdit::textChanged, edit, [edit, &jotter, field](const QString& text) {
        if (edit->hasFocus())
            jotter.jot(field, normalised(text));
    });
    QObject::connect(edit, &QLineEdit::editingFinished, edit, [&jotter, field] { jotter.jot(field, {}); });
}

void jotWhileTyping(DateField* date, counter::Jotter& jotter, const QString& field) {
    QObject::connect(
        date, &QLineEdit::textEdited, date, [date, &jotter, field](const QString& text) { jotter.jot(field, date->isSettled() ? QString() : text); });
    QObject::connect(
        date, &QLineEdit::editingFinished, date, [date, &jotter, field] { jotter.jot(field, date->isWrong() ? date->text() : QString()); });
}

bool showJotted(DateField* date, counter::Jotter& jotter, const QString& field) {
    const QString typed = jotter.jotted(field);
    if (!date->hasFocus() && !typed.isEmpty() && typed != date->text()) {
        date->enter(typed);
        jotter.jot(field, date->isWrong() ? typed : QString());
    }
    return !typed.isEmpty();
}

}
