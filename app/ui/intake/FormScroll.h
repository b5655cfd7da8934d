#pragma once

#include "app/ui/widgets/ScrollColumn.h"

class QVBoxLayout;

namespace motcua::ui {

/// A form that is longer than the screen: what has the focus, or was just opened, is brought into view, the field whole with its message.
class FormScroll : public ScrollColumn {
    Q_OBJECT

public:
    explicit FormScroll(QWidget* parent = nullptr);

    QVBoxLayout* column() const { return m_column; }
    QWidget* form() const { return widget(); }

signals:
    /// The focus came to this part of the form.
    void entered(QWidget* part);

private:
    QVBoxLayout* m_column;
};

}
