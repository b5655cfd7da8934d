#pragma once

#include "app/ui/widgets/Card.h"

#include <QHash>

class QComboBox;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::domain {
struct CardQr;
}

namespace motcua::ui {

class DateField;
class Field;
class TextEdit;

/// The applicant: one scan of the card's QR fills it; each field says where its value came from and what is odd about it.
/// Owner: IntakePlace.
class ApplicantCard : public Card {
    Q_OBJECT

public:
    explicit ApplicantCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    /// Puts the cursor into the line that a card reader types into.
    void beginCard();
    void take(const domain::CardQr& card);
    void beginField(const QString& field);
    /// Shows the form as the use case has it.
    void refresh();

signals:
    void cardTaken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void takeCard();
    TextEdit* addText(const QString& name);
    void layOut();
    void showBirthDate();
    void showWarnings();

    counter::IntakeForm& m_form;
    TextEdit* m_card;
    Field* m_cardField;
    QHash<QString, TextEdit*> m_texts;
    QHash<QString, Field*> m_fields;
    DateField* m_birth;
    QComboBox* m_sex;
};

}
