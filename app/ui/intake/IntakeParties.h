#pragma once

#include "app/domain/jobs/JobKind.h"

#include <QObject>

namespace motcua::counter {
class Desk;
class IntakeForm;
}
namespace motcua::domain {
struct CardQr;
struct Passport;
}
namespace motcua::domain::ports {
class Archive;
}

namespace motcua::ui {

class PartiesCard;

/// The parties of an intake whose kind of job has any: whoever applies is the first of them, another card is the next one's. Owner: IntakePlace.
class IntakeParties : public QObject {
    Q_OBJECT

public:
    IntakeParties(counter::IntakeForm& form, const domain::ports::Archive& archive, const counter::Desk& desk, PartiesCard& card, QObject* parent);

    /// Shows the card where it is needed.
    void refresh();
    // False: the kind has no parties, or the holder is the applicant, or nobody is yet.
    bool take(const domain::CardQr& card);
    bool take(const domain::Passport& passport);

private:
    bool isPartys(const domain::Party& shown) const;
    void takeIn(const domain::Party& shown);
    void bringApplicant();
    std::vector<domain::IdentityPaperKind> papers() const;

    counter::IntakeForm& m_form;
    const domain::ports::Archive& m_archive;
    const counter::Desk& m_desk;
    PartiesCard& m_card;
};

}
