#pragma once

#include "app/ui/style/Palette.h"

#include <QIcon>
#include <QWidget>

namespace motcua::ui {

/// A still icon that follows the theme. Says nothing to screen readers: the words beside it do.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    /// `size` in unscaled pixels.
    IconLabel(const QString& icon, Token token, int size = 18, QWidget* parent = nullptr);

    void setIcon(const QString& icon, Token token);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
    int m_size;
};

}
