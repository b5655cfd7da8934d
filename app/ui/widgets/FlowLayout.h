#pragma once

#include <QLayout>

#include <vector>

namespace motcua::ui {

/// Widgets beside each other as they are, in as many lines as that takes; the lines stand at the start or at the end.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(Qt::AlignmentFlag side, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    /// All in one line.
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    /// Returns the height taken; `move` false only measures.
    int arrange(const QRect& area, bool move) const;
    void placeLine(const std::vector<QLayoutItem*>& line, const QRect& area) const;

    Qt::AlignmentFlag m_side;
    std::vector<QLayoutItem*> m_items;
};

}
