#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

class QGridLayout;

namespace motcua::ui {

/// What this station is: unit, name, number, code range, catalogue, version of the program.
class StationPanel : public Card {
    Q_OBJECT

public:
    StationPanel(counter::Counter& counter, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    counter::Counter& m_counter;
    QWidget* m_facts = nullptr;
};

}
