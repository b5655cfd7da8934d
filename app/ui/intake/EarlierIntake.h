#pragma once

#include "app/counter/PutAside.h"
#include "app/ui/widgets/Banner.h"

namespace motcua::counter {
class Intake;
}

namespace motcua::ui {

class ActionButton;

/// Says that an intake of the citizen on the screen waits unfinished at this desk, as soon as their number is known, or that they were given form
/// 02 for the procedure that is chosen; and offers to go on with it. Owner: IntakePlace.
class EarlierIntake : public Banner {
    Q_OBJECT

public:
    explicit EarlierIntake(counter::Intake& intake, QWidget* parent = nullptr);

    void refresh();
    /// Null: none.
    domain::DraftId draft() const { return m_draft; }

signals:
    /// To go on with it.
    void taken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showComingBack();
    void showUnfinished(const std::vector<counter::UnfinishedIntake>& all);

    counter::Intake& m_intake;
    domain::DraftId m_draft;
    domain::DossierId m_asked; ///< that was given form 02
    ActionButton* m_goOn;
};

}
