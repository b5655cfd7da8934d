#pragma once

#include <QComboBox>

namespace motcua::ui {

/// A choice among sentences: its list is as wide as the longest of them, however narrow the box is, and stays on the screen.
class WideComboBox : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    void showPopup() override;
};

}
