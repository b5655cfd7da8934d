#include "app/domain/ReaderMends.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

/// What a layout types where the reader, which thinks of a US keyboard, means another sign.
struct Layout {
    const char16_t* typed;
    const char16_t* meant;
    bool digits; ///< moves the figures
};

constexpr Layout lettersStay[] = {
    {u"~@\"£#¬", u"|\"@#\\~", false},        // United Kingdom
    {u"\\", u"|", false},                    // Shift lost
    {u")!@#$%^&*(\\", u"0123456789|", true}, // Shift held down
};

constexpr Layout lettersMove[] = {
    {u"đăâêô\u0300\u0309\u0303\u0301\u0323", u"0123456789", true}, // Vietnamese
    {u"à&é\"'(-è_çµ):;qawzQAWZ", u"0123456789|-.,aqzwAQZW", true}, // French
    {u"'ßyzYZ", u"|-zyZY", false},                                 // German
};

constexpr char16_t fullWidthFirst = 0xFF01;
constexpr char16_t fullWidthLast = 0xFF5E;
constexpr char16_t fullWidthShift = 0xFEE0;

QString typedOn(const Layout& layout, QString text) {
    const QStringView typed(layout.typed);
    for (QChar& c : text)
        if (const qsizetype at = typed.indexOf(c); at >= 0)
            c = layout.meant[at];
    return text;
}

bool hasDigits(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString withCaseSwapped(QString text) {
    for (QChar& c : text)
        c = c.isUpper() ? c.toLower() : c.toUpper();
    return text;
}

constexpr char16_t lastAscii = 0x7F;
constexpr char16_t firstVietnamese = 0x1E00;
constexpr char16_t lastVietnamese = 0x1EFF;

QString withCaseSwapped(QString text, char16_t first, char16_t last) {
    for (QChar& c : text)
        if (c.unicode() >= first && c.unicode() <= last)
            c = c.isUpper() ? c.toLower() : c.toUpper();
    return text;
}

/// Of letters alone.
QStringList wordsOf(const QString& text) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}]+"));
    return text.split(others, Qt::SkipEmptyParts);
}

bool isUpper(QChar c) {
    return c.isUpper();
}

bool isLower(QChar c) {
    return c.isLower();
}

/// Behind the first letter.
bool hasLower(QStringView word) {
    return std::any_of(word.begin() + 1, word.end(), isLower);
}

/// Đ begins words, which may stand together without a blank.
bool hasLargeMark(QStringView word) {
    return std::any_of(word.begin() + 1, word.end(), [](QChar c) { return c.isUpper() && c.unicode() > lastAscii && c != u'Đ'; });
}

bool risesInside(QStringView word) {
    const auto lower = std::find_if(word.begin(), word.end(), isLower);
    return std::any_of(lower, word.end(), isUpper);
}

template <size_t Count>
QStringList guesses(const QString& text, const Layout (&layouts)[Count]) {
    QStringList texts;
    for (const Layout& layout : layouts)
        // A layout that moves the figures moves all of them.
        if (!layout.digits || !hasDigits(text))
            if (const QString meant = typedOn(layout, text); meant != text)
                texts << meant;
    return texts;
}

}

QString asRead(const QString& text) {
    static const QRegularExpression head(QStringLiteral("\\A(?:\\s|\\x{FEFF}|ï(?:»¿)?|\\][A-Za-z][0-9A-Za-z])+"));
    QString read = text;
    read.remove(head);
    read = read.trimmed();
    for (QChar& c : read)
        if (c.unicode() >= fullWidthFirst && c.unicode() <= fullWidthLast)
            c = QChar(static_cast<char16_t>(c.unicode() - fullWidthShift));
    constexpr qsizetype shortest = 14; // of what papers carry
    const qsizetype half = read.size() / 2;
    const QString first = read.left(half).trimmed();
    return first.size() >= shortest && first == read.mid(half).trimmed() ? first : read;
}

QStringList mends(const QString& text) {
    QStringList texts = guesses(text, lettersStay);
    texts << withCaseSwapped(text);
    return texts;
}

QStringList caseMends(const QString& text) {
    constexpr char16_t last = 0xFFFF;
    QStringList texts;
    for (const QString& mended :
        {withCaseSwapped(text, 0, lastAscii), withCaseSwapped(text, lastAscii, last), withCaseSwapped(text, firstVietnamese, lastVietnamese)})
        if (mended != text && !texts.contains(mended))
            texts << mended;
    return texts;
}

bool isCaseTurned(const QString& name) {
    const QStringList words = wordsOf(name);
    return isMarkTurned(name) || std::any_of(words.begin(), words.end(), [](const QString& word) { return risesInside(word); });
}

bool isMarkTurned(const QString& text) {
    const QStringList words = wordsOf(text);
    return std::any_of(words.begin(), words.end(), [](const QString& word) { return hasLower(word) && hasLargeMark(word); });
}

bool isOfOneCase(const QString& name) {
    const QStringList words = wordsOf(name);
    const bool large = name == name.toUpper();
    return large || std::all_of(words.begin(), words.end(),
                        [](const QString& word) { return word.front().isUpper() && std::none_of(word.begin() + 1, word.end(), isUpper); });
}

QStringList layoutGuesses(const QString& text) {
    return guesses(text, lettersMove);
}

}
