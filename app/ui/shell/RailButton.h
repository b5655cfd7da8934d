#pragma once

#include <QIcon>
#include <QPushButton>

namespace motcua::ui {

/// One place in the rail: icon, name, a count of what waits there. Its key, Alt+number, is shown as a key and only where the hand is, so that
/// no number but a count is ever seen.
class RailButton : public QPushButton {
    Q_OBJECT

public:
    RailButton(const QString& icon, int number, QWidget* parent);

    void setName(const QString& name);
    void setCount(int count);
    int count() const { return m_count; }
    /// The name below the icon instead of beside it.
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString keyText() const;
    void paintBeside(QPainter& painter);
    void paintBelow(QPainter& painter);
    void paintCount(QPainter& painter, int top);
    QRect mirrored(const QRect& area) const;

    QIcon m_icon;
    QIcon m_selectedIcon;
    int m_number;
    int m_count = 0;
    bool m_compact = false;
};

}
