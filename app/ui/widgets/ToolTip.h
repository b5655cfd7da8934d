#pragma once

#include <QString>
#include <QTextDocument>

namespace motcua::ui {

/// The text as a tool tip shows it: Qt guesses what looks like markup, as a name from outside may, for some.
inline QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

}
