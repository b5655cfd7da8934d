#include "app/trial/Training.h"

#include <cstdio>

namespace motcua::trial {

void tell(const QString& text) {
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

}
