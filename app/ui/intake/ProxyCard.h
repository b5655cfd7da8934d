#pragma once

#include "app/ui/widgets/Card.h"

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

/// Who files in the applicant's place, by their own card, and the ground. Shown where somebody does. Owner: IntakePlace.
class ProxyCard : public Card {
    Q_OBJECT

public:
    explicit ProxyCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    void take(const domain::CardQr& card);
    void take(const domain::Passport& passport);
    /// To the first thing that is still open: the card, then the ground.
    void begin();
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
    void layOut();

    counter::IntakeForm& m_form;
    CardLine* m_card;
    ApplicantFields* m_fields;
};

}
