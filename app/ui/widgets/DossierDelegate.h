#pragma once

#include "app/ui/text/Tone.h"

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
    void paintState(QPainter* painter, const QRect& area, const QString& text, Tone tone, Qt::LayoutDirection direction) const;
    void paintLines(QPainter* painter, const QRect& area, const QString& text, Qt::LayoutDirection direction) const;
};

}
