#include "app/domain/Capitals.h"

namespace motcua::domain {

QString capitalised(QString text) {
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

}
