#pragma once

#include "app/counter/Printing.h"

#include <QFrame>

namespace motcua::ui {

class ActionButton;
class TextLabel;

/// Says in every place what did not come out of the printer, and goes when it has come out. Of a paper that nobody but the clerk can tell of it asks
/// whether it lies there: one key answers, and either records it or prints it. Hidden while there is nothing; never takes the focus. Owner:
/// Workbench.
class PrintStrip : public QFrame {
    Q_OBJECT

public:
    explicit PrintStrip(counter::Printing& printing, QWidget* parent = nullptr);

    void refresh();
    QString text() const;

    /// "Receipt · H49.30-261123-0001 · 2 copies".
    static QString nameOf(const counter::Printing& printing, const counter::UnprintedPaper& paper);

signals:
    void listRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    const counter::UnprintedPaper* asked() const;
    void answer(bool isThere);
    QString words(const counter::UnprintedPaper* asked) const;

    counter::Printing& m_printing;
    TextLabel* m_what;
    ActionButton* m_there;
    ActionButton* m_notThere;
    ActionButton* m_list;
};

}
