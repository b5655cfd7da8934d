#include "app/forms/SheetRoom.h"

#include "app/forms/MarkupTags.h"

#include "app/forms/MarkupReasons.h"

#include <algorithm>
#include <cmath>

namespace motcua::forms {

namespace {

constexpr qreal mmPerPoint = 25.4 / 72;
constexpr qreal mmPerLine = 12 * mmPerPoint;
constexpr qreal largestFont = 100 * mmPerPoint;
constexpr qreal mostBelowZero = 20;

}

qreal Size::mm() const {
    constexpr std::pair<const char*, qreal> units[] = {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", mmPerPoint}, {"pc", mmPerLine}, {"em", mmPerLine},
        {"rem", mmPerLine}, {"ex", mmPerLine}, {"%", mmPerLine / 100}};
    for (const auto& [name, mm] : units)
        if (unit == QLatin1String(name))
            return value * mm;
    return value * 25.4 / 96;
}

const char* SheetRoom::faultOf(const QString& name, const Size& size) const {
    const bool isFont = isAny(name, "font font-size");
    // A weight, or the number of a line's heights in the short form of a font.
    if (size.unit.isEmpty() && isAny(name, "font font-weight"))
        return nullptr;
    if (isFont)
        return std::abs(size.mm()) > largestFont ? reasons::tooLargeFont : nullptr;
    if (!fits(name, size))
        return reasons::tooLarge;
    return size.mm() < -mostBelowZero ? reasons::tooNegative : nullptr;
}

bool SheetRoom::fits(const QString& name, const Size& size) const {
    constexpr qreal slack = 0.01;
    const bool isWidth = isAny(name, "width min-width max-width");
    const bool isHeight = isAny(name, "height min-height max-height");
    if (size.unit == QLatin1String("%") && (isWidth || isHeight))
        return size.value <= 100;
    const qreal mm = size.unit.isEmpty() && name == QLatin1String("line-height") ? size.value * mmPerLine : size.mm();
    return std::abs(mm) <= slack + (isWidth ? m_room.width() : isHeight ? m_room.height() : std::max(m_room.width(), m_room.height()));
}

bool SheetRoom::isGivenByProgram(const QString& name, const QString& text) {
    const QString size = text.trimmed();
    const bool isDown = name == QLatin1String("height") || name.endsWith(QLatin1String("-top"));
    return (isDown && size == QLatin1String("{{topMm}}mm")) || (name == QLatin1String("width") && size == QLatin1String("{{width}}%"));
}

}
