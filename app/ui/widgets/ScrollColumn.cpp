#include "app/ui/widgets/ScrollColumn.h"

#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>

namespace motcua::ui {

ScrollColumn::ScrollColumn(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    if (content->objectName().isEmpty())
        content->setObjectName(QStringLiteral("canvas"));
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || !widget()->isAncestorOf(now))
            return;
        m_sought = nullptr;
        reveal(now);
    });
}

void ScrollColumn::reveal(QWidget* part) {
    QTimer::singleShot(0, part, [this, part] {
        if (!widget()->isAncestorOf(part))
            return;
        // What was just shown gets its room from layout after layout, each by an event of its own.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QRect place(part->mapTo(widget(), QPoint()), part->size());
        for (const int edge : {place.bottom(), place.top()})
            ensureVisible(place.left(), edge, 0, theme().metrics().space(12));
    });
}

void ScrollColumn::bringIntoSight(QWidget* part) {
    for (QWidget* around = part->parentWidget(); around; around = around->parentWidget())
        if (auto* column = qobject_cast<ScrollColumn*>(around))
            column->seek(part);
}

/// What is shown because of a key makes the content taller, and that brings the field with the focus back into sight: not before it is read.
void ScrollColumn::seek(QWidget* part) {
    m_sought = part;
    reveal(part);
    QTimer::singleShot(0, part, [this, part] {
        QTimer::singleShot(0, this, [this, part] {
            if (m_sought == part)
                m_sought = nullptr;
        });
    });
}

void ScrollColumn::toTop() {
    verticalScrollBar()->setValue(0);
}

void ScrollColumn::setWhole(bool whole) {
    m_whole = whole;
    // A bar that once stood would take the width that the height was reckoned for, and stay.
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit();
}

int ScrollColumn::wholeHeight(int width) const {
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
}

void ScrollColumn::fit() {
    const int least = m_whole ? wholeHeight(width()) : 0;
    setMinimumHeight(least);
    setMaximumHeight(m_whole ? least : QWIDGETSIZE_MAX);
}

/// What is above it has grown or shrunk, or there is less room: whoever types there sees it still.
void ScrollColumn::keepInSight() {
    QWidget* focus = m_sought ? m_sought.data() : QApplication::focusWidget();
    if (focus && widget()->isAncestorOf(focus))
        reveal(focus);
}

bool ScrollColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::Resize)
        keepInSight();
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

void ScrollColumn::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != width())
        fit();
    keepInSight();
}

QSize ScrollColumn::minimumSizeHint() const {
    const Metrics& metrics = theme().metrics();
    constexpr int lowest = 96;
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), metrics.px(lowest)};
}

}
