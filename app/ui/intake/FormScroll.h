#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace motcua::ui {

/// A form that is longer than the screen: what has the focus, or was just opened, is brought into view, the field whole with its message.
class FormScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit FormScroll(QWidget* parent = nullptr);

    QVBoxLayout* column() const { return m_column; }
    QWidget* form() const { return m_form; }
    /// Once the layout has given it its room.
    void reveal(QWidget* part);
    void toTop();

signals:
    /// The focus came to this part of the form.
    void entered(QWidget* part);

private:
    QWidget* m_form;
    QVBoxLayout* m_column;
};

}
