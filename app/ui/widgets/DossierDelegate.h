#pragma once

#include <QStyledItemDelegate>

namespace motcua::ui {

/// Paints a DossierModel: two-line cells, state chips, due words in their colour, the province's mark.
class DossierDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintLines(QPainter* painter, const QRect& area, const QString& text, Qt::LayoutDirection direction) const;
};

}
