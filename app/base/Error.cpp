#include "app/base/Error.h"

namespace motcua::base {

QString Error::toLogLine() const {
    QString line = code;
    for (auto it = detail.cbegin(); it != detail.cend(); ++it)
        line += QStringLiteral(" %1=%2").arg(it.key(), it.value());
    if (cause)
        line += QStringLiteral(" <- ") + cause->toLogLine();
    return line;
}

Error Error::causedBy(Error inner) const {
    Error outer = *this;
    outer.cause = std::make_shared<const Error>(std::move(inner));
    return outer;
}

}
