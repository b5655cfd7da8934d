#pragma once

#include "app/forms/PageSetup.h"

#include <QString>

namespace motcua::forms {

/// A number with its unit. Without one it counts pixels.
struct Size {
    qreal value = 0;
    QString unit;

    qreal mm() const;
};

/// What fits on a sheet between its margins.
class SheetRoom {
public:
    explicit SheetRoom(const PageSetup& page) : m_room(page.room()) {}

    /// Why an attribute or a style's property cannot have the size, or null.
    const char* faultOf(const QString& name, const Size& size) const;
    /// mm
    qreal width() const { return m_room.width(); }

    /// Whether a value makes the size that the program gives, which is never too large: a height `{{topMm}}mm`, a width `{{width}}%`.
    static bool isGivenByProgram(const QString& name, const QString& text);

private:
    bool fits(const QString& name, const Size& size) const;

    QSizeF m_room;
};

}
