#include "app/domain/UnseenSigns.h"

#include <algorithm>

namespace motcua::domain {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};
// Letters, marks and symbols by their category, and yet nothing to see (Unicode's Default_Ignorable_Code_Point, the empty Braille cell, the Khitan
// filler and the empty note of musical notation).
constexpr Range fillers[] = {{0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2800, 0x2800}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0x16FE4, 0x16FE4}, {0x1D159, 0x1D159}, {0xE0000, 0xE0FFF}};

}

bool isUnseen(char32_t sign) {
    if (sign == U'\n' || sign == U'\r' || sign == U'\t')
        return false;
    switch (QChar::category(sign)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
        return true;
    default:
        return QChar::isNonCharacter(sign) ||
               std::any_of(std::begin(fillers), std::end(fillers), [&](const Range& range) { return sign >= range.first && sign <= range.last; });
    }
}

namespace {

bool isPlainSign(QChar c) {
    return c.unicode() >= 0x20 && c.unicode() < 0x7F;
}

}

QString withoutUnseen(const QString& text) {
    if (std::all_of(text.begin(), text.end(), isPlainSign))
        return text;
    QString seen;
    seen.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (!isUnseen(sign))
            seen.append(QStringView(text).mid(i, isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
    return seen;
}

bool saysNothing(const QString& text) {
    // Most texts say something at once.
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c != QLatin1Char(' ') && isPlainSign(c); }))
        return false;
    return withoutUnseen(text).trimmed().isEmpty();
}

}
