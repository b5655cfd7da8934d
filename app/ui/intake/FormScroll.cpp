#include "app/ui/intake/FormScroll.h"

#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace motcua::ui {

FormScroll::FormScroll(QWidget* parent) : QScrollArea(parent), m_form(new QWidget), m_column(new QVBoxLayout(m_form)) {
    m_column->setContentsMargins(0, 0, theme().metrics().space(2), 0);
    m_column->setSpacing(theme().metrics().space(3));
    setWidget(m_form);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || !m_form->isAncestorOf(now))
            return;
        emit entered(now);
        reveal(now);
    });
}

void FormScroll::reveal(QWidget* part) {
    QTimer::singleShot(0, part, [this, part] {
        // What was just shown gets its room from layout after layout, each by an event of its own.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QRect place(part->mapTo(m_form, QPoint()), part->size());
        for (const int edge : {place.bottom(), place.top()})
            ensureVisible(place.left(), edge, 0, theme().metrics().space(12));
    });
}

void FormScroll::toTop() {
    verticalScrollBar()->setValue(0);
}

}
