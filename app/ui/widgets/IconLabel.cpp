#include "app/ui/widgets/IconLabel.h"

#include "app/ui/style/Theme.h"

#include <QPainter>

namespace motcua::ui {

IconLabel::IconLabel(const QString& icon, Token token, int size, QWidget* parent) : QWidget(parent), m_icon(Theme::icon(icon, token)), m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString& icon, Token token) {
    m_icon = Theme::icon(icon, token);
    update();
}

QSize IconLabel::sizeHint() const {
    const int size = theme().metrics().px(m_size);
    return {size, size};
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

}
