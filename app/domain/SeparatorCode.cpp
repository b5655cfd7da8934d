#include "app/domain/SeparatorCode.h"

#include <QRegularExpression>

namespace motcua::domain {

QString paperNumberCode(int number) {
    return QStringLiteral("MOTCUA-GIAY-%1").arg(number);
}

std::optional<Separator> separatorIn(const QStringList& codes) {
    static const QRegularExpression numbered(QStringLiteral("\\AMOTCUA-GIAY-([1-9][0-9]{0,2})\\z"));
    for (const QString& code : codes) {
        if (code == QLatin1String(nextPaperCode))
            return Separator{};
        if (const auto match = numbered.match(code); match.hasMatch())
            return Separator{match.captured(1).toInt()};
    }
    return std::nullopt;
}

}
