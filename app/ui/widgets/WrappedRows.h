#pragma once

#include <QStyledItemDelegate>

class QListWidget;

namespace motcua::ui {

/// The rows of a list within a column that scrolls: each as high as its words are when they are wrapped within the padding of a row, beside its
/// box where it can be ticked; the list as high as all of them. Owner: the list. Thread: GUI.
class WrappedRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit WrappedRows(QListWidget* list);

    /// After the rows or the list's width have changed.
    void fit();

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QListWidget& m_list;
};

}
