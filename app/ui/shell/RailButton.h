#pragma once

#include <QIcon>
#include <QPushButton>

namespace motcua::ui {

/// One place in the rail: icon, name, a count of what waits there, its Alt+number.
class RailButton : public QPushButton {
    Q_OBJECT

public:
    RailButton(const QString& icon, int number, QWidget* parent);

    void setName(const QString& name);
    void setCount(int count);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QIcon m_icon;
    QIcon m_selectedIcon;
    int m_number;
    int m_count = 0;
};

}
