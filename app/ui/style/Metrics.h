#pragma once

#include <QtGlobal>

namespace motcua::ui {

/// The steps of the type scale.
enum class TextSize { Caption, Body, Lead, Title, Display };

/// Sizes in device-independent pixels: type scale, 4-pixel grid, radii. `scale` is the user's text size: 1.0, 1.25 or 1.5.
struct Metrics {
    double scale = 1.0;

    int px(double size) const { return qRound(size * scale); }
    /// `steps` of the 4-pixel grid.
    int space(int steps) const { return px(4.0 * steps); }
    int font(TextSize size) const {
        switch (size) {
        case TextSize::Caption:
            return px(12);
        case TextSize::Body:
            return px(14);
        case TextSize::Lead:
            return px(16);
        case TextSize::Title:
            return px(20);
        case TextSize::Display:
            return px(28);
        }
        return px(14);
    }
    int radius() const { return px(8); }
    int radiusSmall() const { return px(6); }
    int radiusLarge() const { return px(12); }
    int controlHeight() const { return px(38); }
    int rowHeight() const { return px(44); }
    int icon() const { return px(18); }
};

}
