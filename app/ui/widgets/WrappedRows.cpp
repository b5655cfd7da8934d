#include "app/ui/widgets/WrappedRows.h"

#include "app/ui/style/Theme.h"

#include <QEvent>
#include <QListWidget>

#include <algorithm>

namespace motcua::ui {

WrappedRows::WrappedRows(QListWidget* list) : QStyledItemDelegate(list), m_list(*list) {
    list->setWordWrap(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setResizeMode(QListView::Adjust);
    list->viewport()->installEventFilter(this);
    list->setItemDelegate(this);
}

void WrappedRows::fit() {
    QStyleOptionViewItem option;
    option.initFrom(&m_list);
    option.font = m_list.font();
    option.fontMetrics = m_list.fontMetrics();
    option.widget = &m_list;
    option.features |= QStyleOptionViewItem::WrapText;
    option.decorationSize = m_list.iconSize();
    option.rect = m_list.viewport()->rect();
    int height = 2 * m_list.frameWidth();
    for (int row = 0; row < m_list.count(); ++row)
        height += sizeHint(option, m_list.model()->index(row, 0)).height();
    m_list.setFixedHeight(height);
    // What was scrolled away while it was lower.
    m_list.scrollToTop();
}

/// The style wraps in the whole width of the row, and draws within its padding.
QSize WrappedRows::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Metrics& metrics = theme().metrics();
    constexpr int box = 18;
    int taken = 2 * metrics.space(2);
    if (index.data(Qt::CheckStateRole).isValid())
        taken += metrics.px(box) + 2 * metrics.space(1);
    QStyleOptionViewItem narrow = option;
    narrow.rect = QRect(0, 0, std::max(1, m_list.viewport()->width() - taken), std::max(1, option.rect.height()));
    return QStyledItemDelegate::sizeHint(narrow, index);
}

bool WrappedRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fit();
    return QStyledItemDelegate::eventFilter(watched, event);
}

}
