#pragma once

#include <QWidget>

namespace motcua::ui {

/// The door beside the login: the program's name on the rail's colour.
class BrandPanel : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
};

}
