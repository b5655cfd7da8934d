#include "app/ui/widgets/NumberField.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QTimer>
#include <QWheelEvent>

namespace motcua::ui {

NumberField::NumberField(int minimum, int maximum, QWidget* parent) : QSpinBox(parent) {
    setRange(minimum, maximum);
    setAccelerated(true);
    setCorrectionMode(CorrectToNearestValue);
}

void NumberField::setOpen() {
    setMinimum(-1);
    setSpecialValueText(QStringLiteral(" ")); // an empty one would show the number
    setValue(-1);
}

void NumberField::setRoom(int most) {
    m_room = most;
    updateGeometry();
}

QSize NumberField::fitted(QSize hint) const {
    const auto width = [this](int value) { return fontMetrics().horizontalAdvance(textFromValue(value)); };
    return m_room < 0 ? hint : hint - QSize(width(maximum()) - width(m_room), 0);
}

void NumberField::setMoney() {
    setLocale(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    setGroupSeparatorShown(true);
    setSuffix(QStringLiteral("\u00A0đ"));
    setSingleStep(1000);
}

void NumberField::focusInEvent(QFocusEvent* event) {
    QSpinBox::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason)
        return selectAll();
    // Later, as a click sets the cursor after this; a quick hand may be at the next field by then.
    QTimer::singleShot(0, this, [this] {
        if (hasFocus())
            selectAll();
    });
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    // The keys that turn a page must not change a number by ten.
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)
        event->ignore();
    else
        QSpinBox::keyPressEvent(event);
}

void NumberField::fixup(QString& input) const {
    QString digits = input;
    digits.remove(suffix());
    if (digits.trimmed().isEmpty() && specialValueText().isEmpty())
        input = textFromValue(value()) + suffix();
    else
        QSpinBox::fixup(input);
}

void NumberField::wheelEvent(QWheelEvent* event) {
    // A page that is scrolled must not change a number under the pointer.
    event->ignore();
}

}
