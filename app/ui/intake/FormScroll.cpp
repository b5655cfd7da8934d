#include "app/ui/intake/FormScroll.h"

#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QVBoxLayout>

namespace motcua::ui {

FormScroll::FormScroll(QWidget* parent) : ScrollColumn(new QWidget, parent), m_column(new QVBoxLayout(widget())) {
    m_column->setContentsMargins(0, 0, theme().metrics().space(2), 0);
    m_column->setSpacing(theme().metrics().space(3));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && form()->isAncestorOf(now))
            emit entered(now);
    });
}

}
