#pragma once

#include "app/domain/Dossier.h"
#include "app/ui/widgets/Badge.h"

namespace motcua::ui {

/// A dossier's business state in the national words and its colour.
class StateChip : public Badge {
    Q_OBJECT

public:
    explicit StateChip(QWidget* parent = nullptr) : Badge(parent) {}

    void setState(domain::State state);

protected:
    void changeEvent(QEvent* event) override;

private:
    domain::State m_state = domain::State::None;
};

}
