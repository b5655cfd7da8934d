#include "app/domain/BornIn.h"

#include <QRegularExpression>

namespace motcua::domain {

namespace {

constexpr qsizetype yearDigits = 4;

}

bool BornInForm::holds(const QString& text) {
    static const QRegularExpression form(QStringLiteral(R"(\A(?:18[7-9]|19[0-9]|20[0-9]|21[0-9])[0-9](?:-(?:0[1-9]|1[0-2]))?\z)"));
    return form.match(text).hasMatch();
}

BornIn bornInOf(const QString& typed) {
    static const QRegularExpression form(QStringLiteral(R"(\A\s*(?:([0-9]{1,2})[/.\- ])?([0-9]{4})\s*\z)"));
    const auto match = form.match(typed);
    if (match.captured(1).isEmpty())
        return BornIn::fromString(match.captured(2));
    return BornIn::fromString(match.captured(2) + QLatin1Char('-') + match.captured(1).rightJustified(2, QLatin1Char('0')));
}

QString shown(const BornIn& born) {
    const QString& text = born.toString();
    return text.size() <= yearDigits ? text : text.right(2) + QLatin1Char('/') + text.left(yearDigits);
}

int yearOf(const BornIn& born) {
    return born.toString().left(yearDigits).toInt();
}

}
