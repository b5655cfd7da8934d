#pragma once

#include "app/domain/Comer.h"
#include "app/ui/widgets/Card.h"

#include <QHash>

class QCheckBox;
class QComboBox;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::domain {
struct CardQr;
struct Passport;
}

namespace motcua::ui {

class ApplicantFields;
class CardLine;
class DateField;

/// The applicant: a citizen by card or passport, or a body. One scan fills it; each field says where its value came from and what is odd
/// about it. Owner: IntakePlace.
class ApplicantCard : public Card {
    Q_OBJECT

public:
    explicit ApplicantCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    /// Puts the cursor into the line that a card reader types into.
    void beginCard();
    void take(const domain::CardQr& card);
    void take(const domain::Passport& passport);
    void beginField(const QString& field);
    /// Shows the form as the use case has it.
    void refresh();

signals:
    /// In its own line; whoever decides whose it is calls take().
    void cardShown(const motcua::domain::CardQr& card);
    void cardTaken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void wire();
    void layOut();
    void showWho();
    void nameFields();
    void showBirthDate();
    void showWarnings();

    counter::IntakeForm& m_form;
    CardLine* m_card;
    ApplicantFields* m_fields;
    QComboBox* m_who;
    QCheckBox* m_proxy;
    DateField* m_birth;
    QComboBox* m_sex;
    QWidget* m_birthAndSex = nullptr;
};

}
