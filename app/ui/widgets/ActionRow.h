#pragma once

#include "app/ui/widgets/ActionButton.h"

#include <QLayout>

#include <vector>

namespace motcua::ui {

/// Buttons in one row, whatever the width: where room is short they go without their signs, then with their key below the words, and the least
/// important ones at last with their sign alone. Never a second row.
class ActionRow : public QLayout {
    Q_OBJECT

public:
    /// Where the row stands in a wider space: Qt::AlignLeft or Qt::AlignRight.
    explicit ActionRow(Qt::AlignmentFlag side, QWidget* parent = nullptr);
    ~ActionRow() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    struct Part {
        QLayoutItem* item;
        ActionButton* button; ///< null: some other widget
        ButtonShape shape;
    };

    /// Those that are shown, each in this shape.
    std::vector<Part> parts(ButtonShape shape) const;
    static int widthOf(const Part& part);
    int widthOf(const std::vector<Part>& parts) const;
    std::vector<Part> fitting(int width) const;
    /// Gives the words up, one button after the other, until all fit into `width`.
    void shorten(std::vector<Part>& parts, int width) const;

    std::vector<QLayoutItem*> m_items;
    Qt::AlignmentFlag m_side;
};

}
