#pragma once

#include "app/ui/widgets/Banner.h"

namespace motcua::counter {
class Counter;
}

namespace motcua::ui {

/// That an accepted dossier is being put right, why the supervisor returned it, or that it no longer can be put right: then who decided on it
/// meanwhile, what becomes of what was typed, and the lawful way. Owner: IntakePlace.
class CorrectionBanner : public Banner {
    Q_OBJECT

public:
    explicit CorrectionBanner(counter::Counter& counter, QWidget* parent = nullptr);

    void refresh();
    /// The dossier can no longer be put right.
    bool isOver() const { return m_over; }

private:
    void showOver();

    counter::Counter& m_counter;
    bool m_over = false;
};

}
