#include "app/ui/widgets/FlowLayout.h"

#include <QStyle>
#include <QWidget>

namespace motcua::ui {

FlowLayout::FlowLayout(Qt::AlignmentFlag side, QWidget* parent) : QLayout(parent), m_side(side) {
    setContentsMargins({});
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.isEmpty() ? 0 : spacing()), qMax(size.height(), hint.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool move) const {
    std::vector<QLayoutItem*> line;
    int top = area.top();
    int width = 0;
    int height = 0;
    const auto endLine = [&] {
        if (move)
            placeLine(line, {area.left() + (m_side == Qt::AlignRight ? area.width() - width : 0), top, width, height});
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.empty() && width + spacing() + size.width() > area.width()) {
            endLine();
            top += height + spacing();
            width = height = 0;
        }
        width += size.width() + (line.empty() ? 0 : spacing());
        height = qMax(height, size.height());
        line.push_back(item);
    }
    endLine();
    return top + height - area.top();
}

void FlowLayout::placeLine(const std::vector<QLayoutItem*>& line, const QRect& area) const {
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = area.left();
    for (QLayoutItem* item : line) {
        const QSize size = item->sizeHint();
        const QRect place(left, area.top() + (area.height() - size.height()) / 2, size.width(), size.height());
        item->setGeometry(QStyle::visualRect(direction, geometry(), place));
        left += size.width() + spacing();
    }
}

}
