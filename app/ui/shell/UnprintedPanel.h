#pragma once

#include "app/counter/Printing.h"
#include "app/ui/shell/Overlay.h"

class QListWidget;

namespace motcua::ui {

class ActionButton;
class TextLabel;

/// Ctrl+P: the papers that did not come out, each with why. Enter prints the chosen one again, Ctrl+S saves it as a PDF instead, Delete drops
/// it. Closes by itself when nothing is left.
class UnprintedPanel : public Overlay {
    Q_OBJECT

public:
    UnprintedPanel(counter::Printing& printing, QWidget* parent);

    void open() override;

protected:
    QRect panelArea() const override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    const counter::UnprintedPaper* chosen() const;
    void printAgain();
    void askWhere();
    void drop();

    counter::Printing& m_printing;
    TextLabel* m_heading;
    QListWidget* m_list;
    ActionButton* m_again;
    ActionButton* m_save;
    ActionButton* m_drop;
};

}
