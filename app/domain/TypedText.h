#pragma once

#include <QString>

namespace motcua::domain {

/// What somebody typed, such as a reason, as it is kept: canonical (Fold.h), without blanks around it, its lines as they are. Empty where it says
/// nothing (UnseenSigns.h). decide() puts every such text through it; nobody else has to.
QString typedText(const QString& text);

}
