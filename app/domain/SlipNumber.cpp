#include "app/domain/SlipNumber.h"

#include <QRegularExpression>

namespace motcua::domain {

namespace {

/// With other scripts' digits as ours and every other sign between as a dot: what somebody takes for the same number.
QString inPlainDigits(const QString& printed) {
    QString plain = printed.normalized(QString::NormalizationForm_KC);
    for (QChar& c : plain)
        if (const int digit = c.digitValue(); digit >= 0)
            c = QChar(u'0' + digit);
        else if (c.isPunct() || c.isSymbol())
            c = c == u'/' ? c : QChar(u'.');
    return plain;
}

}

const QString* slipNumberOf(const EventBody& body) {
    if (const auto* refused = std::get_if<DossierRefused>(&body))
        return &refused->slipNumber;
    if (const auto* asked = std::get_if<SupplementAsked>(&body))
        return &asked->slipNumber;
    const auto* collected = std::get_if<FeeCollected>(&body);
    return collected ? &collected->slipNumber : nullptr;
}

bool isNumberOf(const QString& printed, const Volume& series, int row) {
    const QString label = series.slipLabel(row);
    return printed == label || printed.startsWith(label + QLatin1Char('/'));
}

bool looksLikeRow(const QString& printed) {
    // 4 digits, in a unit of before with 2 before them, as Volume::slipLabel() writes them, and room to grow; the first serial has 4 and the moment
    // 6 or 10.
    static const QRegularExpression shape(QStringLiteral("^\\s*(?:[0-9]{2,3}\\s*\\.\\s*[0-9]{4,5}(?![0-9])|[0-9]{4,6}\\s*(?:/|$))"));
    return shape.match(inPlainDigits(printed)).hasMatch();
}

}
