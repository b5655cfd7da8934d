#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

class QComboBox;
class QTableView;

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class PageViewer;
class PersonForm;
class PersonListModel;
class ReasonPrompt;
class TextEdit;
class TextLabel;

/// The lists of people that certification needs: translators, specimen signatures with their picture beside, and the seated user's own relatives:
/// found, written down and ended by keyboard. Owner: SystemPlace.
class PersonListCard : public Card {
    Q_OBJECT

public:
    PersonListCard(counter::Counter& counter, QWidget* parent);

    void refresh();
    /// What one user typed or looked at is not the next one's affair.
    void forget();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    domain::PersonList list() const;
    void showList();
    void showLines();
    void showCurrent();
    const domain::ListedLine* current() const;
    void askReason();
    void end(const QString& reason);
    void setRevealed(bool revealed);
    void retranslate();

    counter::Counter& m_counter;
    counter::RosterDesk& m_roster;
    QComboBox* m_lists;
    TextEdit* m_find;
    Field* m_listsField;
    Field* m_findField;
    TextLabel* m_about;
    QTableView* m_table;
    PersonListModel* m_model;
    PageViewer* m_viewer;
    TextLabel* m_count;
    ActionButton* m_reveal;
    ActionButton* m_end;
    ReasonPrompt* m_prompt;
    Banner* m_told;
    PersonForm* m_form;
    domain::ListedPerson m_ending; ///< that the reason is asked for
};

}
