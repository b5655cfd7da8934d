#pragma once

#include "app/ui/widgets/Card.h"

#include <vector>

class QComboBox;

namespace motcua::counter {
class IntakeForm;
}
namespace motcua::domain {
struct FactField;
struct FactRow;
}

namespace motcua::ui {

class FactEditor;
class Field;

/// What the kind of job asks for, as its description lays it out; above it the kinds to pick from where a procedure offers several.
/// Made anew when another description is in force. Owner: IntakePlace.
class FactCard : public Card {
    Q_OBJECT

public:
    explicit FactCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    /// Moves focus to what is open: the kind while none was picked, then the first open fact, else the first.
    void begin();
    void beginFact(const QString& fact);
    /// The kind is chosen elsewhere on the screen.
    void setKindChosenElsewhere();
    /// Whether there is anything to ask.
    bool isNeeded() const;
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void build();
    QLayout* buildRow(const domain::FactRow& row, const std::vector<domain::FactField>& facts);
    void fillKinds();

    counter::IntakeForm& m_form;
    QComboBox* m_kinds;
    Field* m_kindField;
    QWidget* m_rows = nullptr;
    std::vector<FactEditor*> m_editors; ///< in the order of the card
    bool m_kindChosenElsewhere = false;
    QString m_built; ///< kind and version the card was made for
};

}
