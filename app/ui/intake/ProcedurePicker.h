#pragma once

#include "app/ui/widgets/Card.h"

class QListWidget;

namespace motcua::counter {
class IntakeForm;
}
namespace motcua::domain {
struct Procedure;
}

namespace motcua::ui {

class ActionButton;
class Field;
class FlowLayout;
class TextEdit;
class TextLabel;

/// Chooses the procedure: by words with or without diacritics, by code, or by a favourite's key (Ctrl+1 … Ctrl+9). Shows the one
/// chosen with its deadline and legal basis. Owner: IntakePlace.
class ProcedurePicker : public Card {
    Q_OBJECT

public:
    explicit ProcedurePicker(counter::IntakeForm& form, QWidget* parent = nullptr);

    /// Puts the cursor into the search line.
    void begin();
    void refresh();

signals:
    void chosen();
    /// What was found stands below the line now.
    void listed(QWidget* list);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void find(const QString& text);
    void choose(const QString& code);
    void chooseCurrent();
    void rebuildFavourites();
    QString timeWords(const domain::Procedure& procedure) const;

    counter::IntakeForm& m_form;
    TextEdit* m_search;
    Field* m_field;
    QListWidget* m_found;
    QWidget* m_favourites;
    FlowLayout* m_favouriteLine;
    TextLabel* m_name;
    TextLabel* m_facts;
    QWidget* m_chosen;
};

}
