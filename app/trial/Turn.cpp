#include "app/trial/Turn.h"

#include <QStringList>

namespace motcua::trial {

namespace {

/// In the order of the enumeration.
const QStringList& names() {
    static const QStringList all{QString(), QStringLiteral("refused"), QStringLiteral("incomplete"), QStringLiteral("supplement"),
        QStringLiteral("returned"), QStringLiteral("withdrawn"), QStringLiteral("waived"), QStringLiteral("spoilt")};
    return all;
}

}

QString wireName(Turn turn) {
    return names().at(static_cast<int>(turn));
}

Turn turnNamed(const QString& name) {
    return static_cast<Turn>(std::max(names().indexOf(name), qsizetype(0)));
}

}
