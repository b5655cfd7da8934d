#include "app/ui/widgets/JotWhileTyping.h"

#include "app/counter/Jotter.h"
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

}
