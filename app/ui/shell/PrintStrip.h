#pragma once

#include "app/counter/Printing.h"
#include "app/ui/widgets/Notice.h"

#include <QFrame>

#include <optional>

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

    /// While the list is open its own keys answer, for the paper that is chosen there.
    void setListOpen(bool open);

    /// "H49.30-261123-0001 · Receipt · 2 copies": what tells it from the others comes first, and is cut last.
    static QString nameOf(const counter::Printing& printing, const counter::UnprintedPaper& paper);
    /// On record, or printed. The word that follows; nothing where it failed at once, which has a word of its own.
    static std::optional<Notice> answer(counter::Printing& printing, const counter::UnprintedPaper& paper, bool isThere);

signals:
    void listRequested();
    void noticed(const motcua::ui::Notice& notice);

protected:
    void changeEvent(QEvent* event) override;

private:
    const counter::UnprintedPaper* asked() const;
    void answerAsked(bool isThere);
    QString words(const counter::UnprintedPaper* asked) const;

    counter::Printing& m_printing;
    TextLabel* m_what;
    ActionButton* m_there;
    ActionButton* m_notThere;
    ActionButton* m_list;
    bool m_isListOpen = false;
};

}
