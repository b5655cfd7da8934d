#pragma once

#include "app/base/Result.h"

#include <QObject>

#include <functional>

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class ApplicantCard;
class Banner;
class ChecklistCard;
class FactCard;
class PartiesCard;
class ProcedurePicker;
class ProxyCard;
class TermsCard;

/// Which of IntakeForm::gaps() a refusal is about; empty: it is about no single field.
QString causeOf(const base::Error& error);

/// What an intake is refused for leads the cursor to its cause, and is said until the cause is mended. Owner: IntakePlace.
class LeadToCause : public QObject {
    Q_OBJECT

public:
    /// The cards of the form; they outlive it.
    struct Cards {
        ProcedurePicker* procedure;
        ApplicantCard* applicant;
        ProxyCard* proxy;
        PartiesCard* parties;
        FactCard* facts;
        ChecklistCard* checklist;
        TermsCard* terms;
    };

    LeadToCause(counter::IntakeForm& form, const Cards& cards, Banner* banner, QObject* parent);

    /// The cursor goes to the field of this gap.
    void to(const QString& gap);
    /// Says why, and leads there. `again` tells whether it would be refused still.
    void refused(const base::Error& error, std::function<base::Outcome()> again);

private:
    void lookAgain();

    counter::IntakeForm& m_form;
    Cards m_cards;
    Banner* m_banner;
    base::Error m_refusal;
    std::function<base::Outcome()> m_again; ///< null: nothing was refused
};

}
