#pragma once

#include "app/counter/PutAside.h"
#include "app/ui/widgets/Banner.h"

namespace motcua::counter {
class Intake;
}

namespace motcua::ui {

/// Says that an intake of the citizen on the screen waits unfinished at this desk, as soon as their number is known. Form 02 for the procedure
/// that is chosen is said in the summary, with the same key. Owner: IntakePlace.
class EarlierIntake : public Banner {
    Q_OBJECT

public:
    explicit EarlierIntake(counter::Intake& intake, QWidget* parent = nullptr);

    void refresh();
    /// Null: none.
    domain::DraftId draft() const { return m_draft; }

protected:
    void changeEvent(QEvent* event) override;

private:
    counter::Intake& m_intake;
    domain::DraftId m_draft;
};

}
