#pragma once

#include "app/ui/widgets/Card.h"

class QCompleter;

namespace motcua::counter {
class Intake;
}

namespace motcua::ui {

class Field;
class NumberField;
class TextEdit;

/// What a certified-copy job needs: the document's name, the pages of the original, the copies. The fee follows as it is typed.
/// Owner: IntakePlace.
class CopyCard : public Card {
    Q_OBJECT

public:
    explicit CopyCard(counter::Intake& intake, QWidget* parent = nullptr);

    void begin();
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    counter::Intake& m_intake;
    TextEdit* m_document;
    NumberField* m_pages;
    NumberField* m_copies;
    Field* m_documentField;
    Field* m_pagesField;
    Field* m_copiesField;
};

}
