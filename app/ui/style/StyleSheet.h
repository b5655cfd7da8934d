#pragma once

#include "app/ui/style/Metrics.h"
#include "app/ui/style/Palette.h"

#include <QString>

namespace motcua::ui {

/// The application's one style sheet: `sheet` with each @name replaced by the palette's colour or the metrics' size.
/// Names that are not known are left standing and listed in `unknown`.
QString fillStyleSheet(const QString& sheet, const Palette& palette, const Metrics& metrics, QStringList* unknown = nullptr);

/// The sheet that comes with the program, filled.
QString styleSheet(const Palette& palette, const Metrics& metrics);

}
