#pragma once

#include "app/ui/widgets/Card.h"

class QCheckBox;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class ActionButton;
class PaperTable;
class TextEdit;
class TextLabel;

/// The papers to hand in: how many of what kind, which pages were scanned, what is missing. Scanned pages go to the selected row.
/// Owner: IntakePlace.
class ChecklistCard : public Card {
    Q_OBJECT

public:
    explicit ChecklistCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    void begin();
    void refresh();

signals:
    void paperSelected(int paper);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addPaper();
    void handInAll();

    counter::IntakeForm& m_form;
    PaperTable* m_table;
    TextEdit* m_more;
    ActionButton* m_add;
    ActionButton* m_all;
    QCheckBox* m_none;
    TextLabel* m_notes; ///< what the catalogue remarks among the papers
};

}
