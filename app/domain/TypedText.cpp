#include "app/domain/TypedText.h"

#include "app/domain/Fold.h"

namespace motcua::domain {

QString typedText(const QString& text) {
    return canonical(text).trimmed();
}

}
