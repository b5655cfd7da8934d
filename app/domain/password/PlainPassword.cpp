#include "app/domain/password/PlainPassword.h"

#include <algorithm>

namespace motcua::domain {

namespace {

/// The next code point of UTF-8, moving `at`; text that is none gives one for each byte.
char32_t next(QByteArrayView utf8, qsizetype& at) {
    constexpr unsigned continuation = 0x80;
    constexpr unsigned continuationMask = 0xc0;
    constexpr unsigned payload = 0x3f;
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned first = byte(at++);
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    char32_t point = more == 0 ? first : first & (0x3fU >> more);
    for (int i = 0; i < more && at < utf8.size() && (byte(at) & continuationMask) == continuation; ++i)
        point = (point << 6) | (byte(at++) & payload);
    return point;
}

/// Letters without their marks. What Qt gives meanwhile is one letter, not the word.
char plain(char32_t point) {
    constexpr char32_t lastAscii = 0x7e;
    while (point > lastAscii) {
        if (point == U'đ' || point == U'Đ')
            return 'd';
        const QString parts = QChar::decomposition(point);
        if (parts.isEmpty() || parts[0].isSurrogate() || parts[0].unicode() == point)
            return PlainPassword::other;
        point = parts[0].unicode();
    }
    return point >= U'A' && point <= U'Z' ? static_cast<char>(point - U'A' + U'a') : static_cast<char>(point);
}

bool isMark(char32_t point) {
    return QChar::category(point) == QChar::Mark_NonSpacing;
}

}

char PlainPassword::lookAlike(char letter) {
    switch (letter) {
    case '0':
        return 'o';
    case '1':
    case 'l':
    case '!':
    case '|':
        return 'i';
    case '3':
        return 'e';
    case '4':
    case '@':
        return 'a';
    case '5':
    case '$':
        return 's';
    case '7':
        return 't';
    default:
        return letter;
    }
}

PlainPassword::PlainPassword(const base::Secret& utf8) {
    const QByteArrayView bytes = utf8.bytes();
    qsizetype size = 0;
    const base::Secret whole = base::Secret::made(bytes.size(), [&](char* out) {
        for (qsizetype at = 0; at < bytes.size();)
            if (const char32_t point = next(bytes, at); !isMark(point))
                out[size++] = plain(point);
        return true;
    });
    m_letters = base::Secret::ofBytes(whole.bytes().first(size));
    m_lookAlikes = base::Secret::made(size, [&](char* out) {
        std::transform(whole.bytes().begin(), whole.bytes().begin() + size, out, lookAlike);
        return true;
    });
}

}
