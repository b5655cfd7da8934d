#pragma once

#include <QSpinBox>

namespace motcua::ui {

/// A whole number, typed or stepped with the arrow keys; the text is selected when the field is entered.
class NumberField : public QSpinBox {
    Q_OBJECT

public:
    NumberField(int minimum, int maximum, QWidget* parent = nullptr);

    /// Begins empty, so that 0 is an answer like any other: the minimum becomes -1, which stands for "none given".
    void setOpen();
    /// As wide as if `most` were the maximum.
    void setRoom(int most);
    /// Groups digits by dots and adds " đ".
    void setMoney();

    QSize sizeHint() const override { return fitted(QSpinBox::sizeHint()); }
    QSize minimumSizeHint() const override { return fitted(QSpinBox::minimumSizeHint()); }

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    /// What was emptied and left says what it said before.
    void fixup(QString& input) const override;

private:
    QSize fitted(QSize hint) const;

    int m_room = -1;
};

}
