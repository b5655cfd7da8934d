#include "app/ui/widgets/FoldingColumns.h"

#include "app/ui/style/Theme.h"

namespace motcua::ui {

namespace {

int heightOf(const QLayoutItem* item, int width) {
    return qMax(item->minimumSize().height(), item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
}

}

FoldingColumns::FoldingColumns(QWidget* parent) : QBoxLayout(LeftToRight, parent) {
    setContentsMargins({});
    setSpacing(theme().metrics().space(3));
}

QBoxLayout::Direction FoldingColumns::directionFor(int width) const {
    int needed = -spacing();
    forEach([&](const QLayoutItem* item, int) { needed += item->minimumSize().width() + spacing(); });
    return needed > width ? TopToBottom : LeftToRight;
}

QSize FoldingColumns::minimumSize() const {
    QSize least;
    forEach([&](const QLayoutItem* item, int) { least = least.expandedTo(item->minimumSize()); });
    return least;
}

int FoldingColumns::heightForWidth(int width) const {
    int height = 0;
    if (directionFor(width) == TopToBottom) {
        height = -spacing();
        forEach([&](const QLayoutItem* item, int) { height += heightOf(item, width) + spacing(); });
        return height;
    }
    if (direction() == LeftToRight)
        return qMax(minimumSize().height(), QBoxLayout::heightForWidth(width));
    int stretches = 0;
    forEach([&](const QLayoutItem*, int stretch) { stretches += stretch; });
    forEach([&](const QLayoutItem* item, int stretch) { height = qMax(height, heightOf(item, width * stretch / qMax(1, stretches))); });
    return height;
}

void FoldingColumns::setGeometry(const QRect& area) {
    if (const Direction wanted = directionFor(area.width()); wanted != direction())
        setDirection(wanted);
    QBoxLayout::setGeometry(area);
}

}
