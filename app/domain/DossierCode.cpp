#include "app/domain/DossierCode.h"

#include <QRegularExpression>

namespace motcua::domain {

QString DossierCode::toString() const {
    return QStringLiteral("%1-%2-%3").arg(unit, date.toString(QStringLiteral("yyMMdd"))).arg(serial, 4, 10, QLatin1Char('0'));
}

std::optional<DossierCode> DossierCode::parse(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral(R"(\A([A-Z0-9.]+)-([0-9]{2})([0-9]{2})([0-9]{2})-([0-9]{4,7})\z)"));
    const QString written = text.trimmed();
    const auto match = pattern.match(written);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(2000 + match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    const int serial = match.captured(5).toInt();
    const auto unit = UnitCode::fromString(match.captured(1));
    if (unit.isNull() || !date.isValid() || serial < 1)
        return std::nullopt;
    const DossierCode code{unit, date, serial};
    return code.toString() == written ? std::optional(code) : std::nullopt;
}

}
