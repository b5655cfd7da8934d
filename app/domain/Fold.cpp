#include "app/domain/Fold.h"

#include "app/domain/PlainText.h"

namespace motcua::domain {

namespace {

constexpr char16_t dStroke = u'đ';
constexpr char16_t capitalDStroke = u'Đ';
constexpr char16_t eth = 0x00F0;
constexpr char16_t capitalEth = 0x00D0;
constexpr char16_t bStroke = 0x0180; ///< of Ede and Jarai names: Ƀuôn

bool isGap(QChar c) {
    constexpr char16_t gaps[] = u"-.\u2010\u2011";
    return c.isSpace() || isApostrophe(c) || QStringView(gaps).contains(c);
}

QChar withoutStroke(QChar small) {
    switch (small.unicode()) {
    case dStroke:
    case eth:
        return u'd';
    case bStroke:
        return u'b';
    default:
        return small;
    }
}

bool isTone(QChar c) {
    switch (c.unicode()) {
    case 0x0300:
    case 0x0301:
    case 0x0303:
    case 0x0309:
    case 0x0323:
        return true;
    default:
        return false;
    }
}

/// The tone mark when `c` is one of `bases` with a tone and nothing else, else null.
QChar toneOf(QChar c, QLatin1String bases) {
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    if (parts.size() != 2 || !isTone(parts[1]) || !bases.contains(parts[0].toLower()))
        return {};
    return parts[1];
}

bool endsWord(const QString& text, qsizetype next) {
    return next >= text.size() || !text[next].isLetter();
}

}

QString canonical(const QString& text) {
    QString result = text.normalized(QString::NormalizationForm_C);
    result.replace(QChar(eth), QChar(dStroke));
    result.replace(QChar(capitalEth), QChar(capitalDStroke));
    return madePlain(result);
}

bool isApostrophe(QChar c) {
    constexpr char16_t shapes[] = u"'\u2019\u2018\u02BC\u2032\u00B4`";
    return QStringView(shapes).contains(c);
}

QString fold(const QString& text) {
    const QString parts = text.normalized(QString::NormalizationForm_D);
    QString result;
    result.reserve(parts.size());
    for (const QChar c : parts) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (isGap(c)) {
            if (!result.isEmpty() && result.back() != QLatin1Char(' '))
                result += QLatin1Char(' ');
            continue;
        }
        result += withoutStroke(c.toLower());
    }
    if (result.endsWith(QLatin1Char(' ')))
        result.chop(1);
    return result;
}

QString searchKey(const QString& text) {
    return fold(text).replace(QLatin1Char('y'), QLatin1Char('i'));
}

bool isSameName(const QString& one, const QString& other) {
    const auto key = [](const QString& name) {
        QString parts = oldStyleTones(canonical(name).toLower()).normalized(QString::NormalizationForm_D);
        parts.replace(QLatin1Char('y'), QLatin1Char('i'));
        for (QChar& c : parts)
            c = isGap(c) ? QLatin1Char(' ') : c;
        return parts.simplified();
    };
    return key(one) == key(other);
}

QString oldStyleTones(const QString& text) {
    QString result = text.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 1; i < result.size(); ++i) {
        if (!endsWord(result, i + 1))
            continue;
        const QChar first = result[i - 1].toLower();
        const bool afterQ = i >= 2 && result[i - 2].toLower() == QLatin1Char('q');
        QChar tone;
        if (first == QLatin1Char('o'))
            tone = toneOf(result[i], QLatin1String("ae"));
        else if (first == QLatin1Char('u') && !afterQ)
            tone = toneOf(result[i], QLatin1String("y"));
        if (tone.isNull())
            continue;
        const QString moved = QString(result[i - 1]) + tone;
        result[i] = result[i].decomposition().at(0);
        result[i - 1] = moved.normalized(QString::NormalizationForm_C).at(0);
    }
    return result;
}

}
