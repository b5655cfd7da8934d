#pragma once

#include <QProxyStyle>

namespace motcua::ui {

/// What the style sheet cannot say: focus rings of items, menu and popup behaviour. Owned by the application.
class Look final : public QProxyStyle {
    Q_OBJECT

public:
    Look();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

}
