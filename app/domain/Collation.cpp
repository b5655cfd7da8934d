#include "app/domain/Collation.h"

#include "app/domain/Fold.h"
#include "app/domain/PersonName.h"

namespace motcua::domain {

namespace {

constexpr char16_t levelEnd = 0x0001;
constexpr char16_t spaceWeight = 0x0010;
constexpr char16_t numberWeight = 0x0020; ///< + count of digits
constexpr char16_t letterWeight = 0x0100; ///< + place in the alphabet
constexpr char16_t otherWeight = 0x0200;
// f, j, w, z stand at their Latin places.
constexpr char16_t alphabet[] = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr char16_t tones[] = {0x0300, 0x0309, 0x0303, 0x0301, 0x0323};

struct Key {
    QString letters;
    QString tones;
    QString cases;

    void add(char16_t letter, char16_t tone, bool capital) {
        letters += QChar(letter);
        tones += QChar(static_cast<char16_t>(levelEnd + 1 + tone));
        cases += QChar(capital ? u'1' : u'0');
    }
    QString joined() const { return letters + QChar(levelEnd) + tones + QChar(levelEnd) + cases; }
};

/// Splits a letter into itself without its tone (ậ → â) and the tone's rank, 0 for none.
std::pair<QChar, char16_t> withoutTone(QChar c) {
    const QString parts = QString(c.toLower()).normalized(QString::NormalizationForm_D);
    QString base;
    char16_t rank = 0;
    for (const QChar part : parts) {
        bool isTone = false;
        for (char16_t i = 0; i < 5; ++i)
            if (part == QChar(tones[i])) {
                rank = static_cast<char16_t>(i + 1);
                isTone = true;
            }
        if (!isTone)
            base += part;
    }
    return {base.normalized(QString::NormalizationForm_C).at(0), rank};
}

char16_t weightOf(QChar letter) {
    const qsizetype place = QStringView(alphabet).indexOf(letter);
    if (place >= 0)
        return static_cast<char16_t>(letterWeight + place);
    const QString plain = fold(QString(letter)); // č, ŏ, ñ of the minority languages beside their plain letters
    const qsizetype plainPlace = plain.isEmpty() ? -1 : QStringView(alphabet).indexOf(plain.at(0));
    return static_cast<char16_t>(plainPlace >= 0 ? letterWeight + plainPlace : qMin(otherWeight + letter.unicode(), 0xFFFE));
}

/// Consumes the digits at `at`; leading zeros do not count.
qsizetype addNumber(Key& key, const QString& text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end].isDigit())
        ++end;
    qsizetype first = at;
    while (first + 1 < end && text[first].digitValue() == 0)
        ++first;
    key.add(static_cast<char16_t>(numberWeight + qMin<qsizetype>(end - first, 100)), 0, false);
    for (qsizetype i = first; i < end; ++i)
        key.add(static_cast<char16_t>(numberWeight + text[i].digitValue()), 0, false);
    return end;
}

}

QString collationKey(const QString& text) {
    const QString clean = canonical(text).simplified();
    Key key;
    for (qsizetype i = 0; i < clean.size();) {
        const QChar c = clean[i];
        if (c.isDigit()) {
            i = addNumber(key, clean, i);
            continue;
        }
        ++i;
        if (c == QLatin1Char(' ')) {
            key.add(spaceWeight, 0, false);
            continue;
        }
        const auto [letter, tone] = withoutTone(c);
        key.add(weightOf(letter), tone, c.isUpper());
    }
    return key.joined();
}

QString nameSortKey(const QString& name, NameOrder order) {
    if (order == NameOrder::ByFullName)
        return collationKey(name);
    const PersonName parts = PersonName::parse(name);
    const QChar end(static_cast<char16_t>(levelEnd - 1));
    return collationKey(parts.given) + end + collationKey(parts.surname) + end + collationKey(parts.middle);
}

}
