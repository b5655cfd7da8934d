#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

class QComboBox;

namespace motcua::ui {

class ActionButton;
class Field;
class NumberField;
class Preferences;

/// Which printer and which scanner this station uses. Searching runs in the background.
class DevicesCard : public Card {
    Q_OBJECT

public:
    DevicesCard(counter::Counter& counter, Preferences& preferences, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void search();
    void showQueues();
    void showScanners();
    void choosePrinter();
    void retranslate();

    counter::Counter& m_counter;
    Preferences& m_preferences;
    QComboBox* m_printer;
    QComboBox* m_scanner;
    NumberField* m_top;
    Field* m_printerField;
    Field* m_scannerField;
    Field* m_topField;
    ActionButton* m_search;
};

}
