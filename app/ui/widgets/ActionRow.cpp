#include "app/ui/widgets/ActionRow.h"

#include "app/ui/style/Theme.h"

#include <QStyle>
#include <QWidget>

namespace motcua::ui {

ActionRow::ActionRow(Qt::AlignmentFlag side, QWidget* parent) : QLayout(parent), m_side(side) {
    setContentsMargins({});
    setSpacing(theme().metrics().space(2));
}

ActionRow::~ActionRow() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void ActionRow::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* ActionRow::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)] : nullptr;
}

QLayoutItem* ActionRow::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<ActionRow::Part> ActionRow::parts(ButtonShape shape) const {
    std::vector<Part> parts;
    for (QLayoutItem* item : m_items)
        if (!item->isEmpty())
            parts.push_back({item, qobject_cast<ActionButton*>(item->widget()), shape});
    return parts;
}

int ActionRow::widthOf(const Part& part) {
    return part.button ? part.button->sizeIn(part.shape).width() : part.item->sizeHint().width();
}

int ActionRow::widthOf(const std::vector<Part>& parts) const {
    int width = 0;
    for (const Part& part : parts)
        width += widthOf(part) + (width > 0 ? spacing() : 0);
    return width;
}

void ActionRow::shorten(std::vector<Part>& parts, int width) const {
    for (const ButtonKind kind : {ButtonKind::Quiet, ButtonKind::Secondary, ButtonKind::Danger})
        for (Part& part : parts) {
            if (widthOf(parts) <= width)
                return;
            if (part.button && part.button->kind() == kind && !part.button->icon().isNull())
                part.shape = ButtonShape::Sign;
        }
}

std::vector<ActionRow::Part> ActionRow::fitting(int width) const {
    for (const ButtonShape shape : {ButtonShape::Whole, ButtonShape::Plain})
        if (auto all = parts(shape); widthOf(all) <= width)
            return all;
    auto all = parts(ButtonShape::Stacked);
    shorten(all, width);
    return all;
}

QSize ActionRow::sizeHint() const {
    QSize size = minimumSize();
    size.setWidth(widthOf(parts(ButtonShape::Whole)));
    return size;
}

QSize ActionRow::minimumSize() const {
    int height = 0;
    for (const Part& part : parts(ButtonShape::Whole))
        height = qMax(height, part.item->sizeHint().height());
    return {widthOf(fitting(0)), height};
}

void ActionRow::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    const auto shown = fitting(area.width());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = area.left() + (m_side == Qt::AlignRight ? qMax(0, area.width() - widthOf(shown)) : 0);
    for (const Part& part : shown) {
        const int width = widthOf(part);
        const int height = part.item->sizeHint().height();
        if (part.button)
            part.button->setShape(part.shape);
        part.item->setGeometry(QStyle::visualRect(direction, area, QRect(left, area.top() + (area.height() - height) / 2, width, height)));
        left += width + spacing();
    }
}

}
