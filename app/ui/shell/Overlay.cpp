#include "app/ui/shell/Overlay.h"

#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace motcua::ui {

Overlay::Overlay(QWidget* parent) : QWidget(parent), m_panel(new QFrame(this)) {
    m_panel->setObjectName(QStringLiteral("palette"));
    parent->installEventFilter(this);
    hide();
}

void Overlay::open() {
    if (!isOpen())
        m_before = QApplication::focusWidget();
    fit();
    raise();
    show();
    setFocus();
}

void Overlay::close() {
    if (!isOpen())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    m_before = nullptr;
    emit closed();
}

void Overlay::fit() {
    setGeometry(parentWidget()->rect());
    m_panel->setGeometry(panelArea());
}

void Overlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor dim = theme().color(Token::Rail);
    dim.setAlphaF(0.45F);
    painter.fillRect(rect(), dim);
}

void Overlay::mousePressEvent(QMouseEvent* event) {
    if (!m_panel->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
        fit();
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next) {
    // The focus stays within the sheet.
    QWidget* widget = QApplication::focusWidget() ? QApplication::focusWidget() : this;
    QWidget* start = widget;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(this) && widget->isEnabled()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (widget != start);
    return true;
}

}
