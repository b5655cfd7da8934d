#include "app/domain/PlainText.h"

#include "app/domain/UnseenSigns.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool isMark(char32_t sign) {
    switch (QChar::category(sign)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

bool isSeparator(char32_t sign) {
    const QChar::Category category = QChar::category(sign);
    return category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

/// ASCII and the letters that Vietnamese is written with, composed: nothing else needs a look, and without marks nothing composes any further.
bool isVietnamese(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t sign = c.unicode();
        const bool isAscii = (sign >= 0x20 && sign < 0x7F) || sign == u'\n' || sign == u'\r' || sign == u'\t';
        return isAscii || (sign >= 0xC0 && sign < 0x250) || (sign >= 0x1EA0 && sign < 0x1EFA);
    });
}

/// Tells `take` of each sign that may stay, and of the end of a line for a separator; false: one may not stay as it is.
template <class Take>
bool walk(const QString& text, Take take) {
    bool whole = true;
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        marks = isMark(sign) ? marks + 1 : 0;
        if (isSeparator(sign))
            take(QStringView(u"\n"));
        else if (marks <= mostMarks && !isUnseen(sign))
            take(QStringView(text).mid(i, isPair ? 2 : 1));
        whole = whole && marks <= mostMarks && !isUnseen(sign) && !isSeparator(sign);
        i += isPair ? 1 : 0;
    }
    return whole;
}

}

bool isPlain(const QString& text) {
    if (isVietnamese(text))
        return true;
    return walk(text, [](QStringView) {}) && text.normalized(QString::NormalizationForm_C) == text;
}

bool hasLetter(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (QChar::isLetter(sign) && !isUnseen(sign))
            return true;
        i += isPair ? 1 : 0;
    }
    return false;
}

QString madePlain(const QString& text) {
    QString plain = text;
    // What was between two signs may have kept them apart.
    while (!isPlain(plain)) {
        const QString composed = plain.normalized(QString::NormalizationForm_C);
        plain.clear();
        walk(composed, [&](QStringView sign) { plain.append(sign); });
    }
    return plain;
}

}
