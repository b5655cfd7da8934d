#include "app/domain/Volume.h"

namespace motcua::domain {

QString Volume::label() const {
    return QStringLiteral("%1/%2-%3").arg(ordinal, 2, 10, QLatin1Char('0')).arg(year).arg(symbol);
}

}
