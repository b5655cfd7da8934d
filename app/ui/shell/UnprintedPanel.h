#pragma once

#include "app/counter/Printing.h"
#include "app/ui/shell/Overlay.h"
#include "app/ui/widgets/Notice.h"

class QListWidget;

namespace motcua::ui {

class ActionButton;
class TextLabel;

/// Ctrl+P: the papers that did not come out, each with why. Enter prints the chosen one again, Ctrl+S saves it as a PDF instead, Delete drops
/// it. Of one that is asked about Ctrl+O says that it lies at the printer and Ctrl+N that it does not, and Enter says nothing. Closes by itself
/// when nothing is left.
class UnprintedPanel : public Overlay {
    Q_OBJECT

public:
    UnprintedPanel(counter::Printing& printing, QWidget* parent);

    void open() override;

signals:
    void noticed(const motcua::ui::Notice& notice);

protected:
    QRect panelArea() const override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    const counter::UnprintedPaper* chosen() const;
    void showActs();
    QString why(const counter::UnprintedPaper& paper) const;
    void answer(bool isThere);
    void printAgain();
    void askWhere();
    void drop();

    counter::Printing& m_printing;
    TextLabel* m_heading;
    QListWidget* m_list;
    std::vector<counter::WantedPaper> m_shown; ///< row by row
    bool m_isActing = false;                   ///< what leaves the list now does so by an act on it
    ActionButton* m_there;
    ActionButton* m_notThere;
    ActionButton* m_again;
    ActionButton* m_save;
    ActionButton* m_drop;
};

}
