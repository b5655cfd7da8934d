#pragma once

#include "app/counter/MayCorrect.h"
#include "app/ui/widgets/Banner.h"

namespace motcua::counter {
class Counter;
}

namespace motcua::ui {

/// Of which dossier the intake in hand is: that an accepted one is being put right, and why the supervisor returned it; or the number and the day
/// of the form 02 that the citizen comes back with. Where it can no longer be recorded: who decided on it meanwhile, what becomes of what was
/// typed, and the lawful way. Where the dossier went to another desk: which, and that what was typed stays until it is back. Owner: IntakePlace.
class CorrectionBanner : public Banner {
    Q_OBJECT

public:
    explicit CorrectionBanner(counter::Counter& counter, QWidget* parent = nullptr);

    void refresh();
    counter::Outlook outlook() const { return m_outlook; }
    /// It can no longer be recorded.
    bool isOver() const { return m_outlook == counter::Outlook::Over; }

private:
    void showCorrection();
    void showAsked();
    void showOver();
    void showElsewhere();

    counter::Counter& m_counter;
    counter::Outlook m_outlook = counter::Outlook::Open;
};

}
