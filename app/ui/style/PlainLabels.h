#pragma once

#include <QObject>

class QApplication;

namespace motcua::ui {

/// Of the whole program: no label renders markup, whoever made it. A tool tip is a label of Qt's, as are the words of its message boxes and file
/// dialogs, and Qt guesses from a text whether it is markup: a name from outside would then open files, or be drawn as something else than what
/// stands in the record. Every tool tip, label and Qt::ToolTipRole is therefore the text itself, escaped nowhere.
/// Owner: the application.
class PlainLabels : public QObject {
    Q_OBJECT

public:
    explicit PlainLabels(QApplication* application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
