#pragma once

#include "app/domain/Dossier.h"
#include "app/ui/widgets/Badge.h"

namespace motcua::ui {

/// A dossier's business state in the national words and its colour; of one that a supervisor gave back, that it was, as lists say it.
class StateChip : public Badge {
    Q_OBJECT

public:
    explicit StateChip(QWidget* parent = nullptr) : Badge(parent) {}

    void setDossier(const domain::Dossier& dossier);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    domain::State m_state = domain::State::None;
    bool m_returned = false;
};

}
