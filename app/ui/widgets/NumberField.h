#pragma once

#include <QSpinBox>

namespace motcua::ui {

/// A whole number, typed or stepped with the arrow keys; the text is selected when the field is entered.
class NumberField : public QSpinBox {
    Q_OBJECT

public:
    NumberField(int minimum, int maximum, QWidget* parent = nullptr);

    /// Groups digits by dots and adds " đ".
    void setMoney();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

}
