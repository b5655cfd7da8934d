#include "app/domain/password/PlainPassword.h"

#include "app/domain/UnseenSigns.h"
#include "app/domain/password/LatinLook.h"

#include <algorithm>
#include <array>

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
        if (const char latin = latinLook(point))
            return latin;
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

/// A byte for each sign of another script, as long as there are some.
class ForeignSigns {
public:
    char byteOf(char32_t point) {
        auto* const known = std::find(m_points.begin(), m_end, point);
        if (known == m_points.end())
            return PlainPassword::other;
        if (known == m_end)
            *m_end++ = point;
        return static_cast<char>(firstByte + static_cast<int>(known - m_points.begin()));
    }
    ~ForeignSigns() { std::fill(m_points.begin(), m_points.end(), U'\0'); }

private:
    static constexpr int firstByte = 0x80;
    std::array<char32_t, 0x80> m_points{};
    char32_t* m_end = m_points.data();
};

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
    ForeignSigns foreign;
    const base::Secret whole = base::Secret::made(bytes.size(), [&](char* out) {
        for (qsizetype at = 0; at < bytes.size();) {
            const char32_t point = next(bytes, at);
            if (isMark(point) || isUnseen(point))
                continue;
            const char sign = plain(point);
            out[size++] = sign == other ? foreign.byteOf(point) : sign;
        }
        return true;
    });
    *this = ofLetters(view(whole).substr(0, static_cast<size_t>(size)));
}

PlainPassword PlainPassword::ofLetters(std::string_view letters) {
    PlainPassword plain;
    plain.m_letters = base::Secret::ofBytes(QByteArrayView(letters.data(), static_cast<qsizetype>(letters.size())));
    plain.m_lookAlikes = base::Secret::made(static_cast<qsizetype>(letters.size()), [&](char* out) {
        std::transform(letters.begin(), letters.end(), out, lookAlike);
        return true;
    });
    return plain;
}

PlainPassword PlainPassword::closedUp() const {
    constexpr size_t longestGroup = 2;
    constexpr int fewestGroups = 3;
    const std::string_view all = letters();
    // Signs without order are no gaps.
    const auto isOfGaps = [](std::string_view signs) { return std::all_of(signs.begin(), signs.end(), isGap); };
    const auto endOfGroup = [&](size_t at) {
        return static_cast<size_t>(std::find_if_not(all.begin() + static_cast<long>(at), all.end(), isWritten) - all.begin());
    };
    const auto endOfGap = [&](size_t at) {
        return static_cast<size_t>(std::find_if(all.begin() + static_cast<long>(at), all.end(), isWritten) - all.begin());
    };
    size_t size = 0;
    const base::Secret closed = base::Secret::made(static_cast<qsizetype>(all.size()), [&](char* out) {
        for (size_t at = 0; at < all.size();) {
            // How far groups of a sign or two go on from here.
            size_t end = at;
            int groups = 0;
            std::string_view gap;
            for (size_t group = at; group < all.size() && isWritten(all[group]); ++groups) {
                const size_t groupEnd = endOfGroup(group);
                if (groupEnd - group > longestGroup)
                    break;
                end = groupEnd;
                group = endOfGap(end);
                if (gap.empty())
                    gap = all.substr(end, group - end);
                if (const std::string_view here = all.substr(end, group - end); here != gap && !(isOfGaps(here) && isOfGaps(gap)))
                    group = all.size();
            }
            const bool isSpread = groups >= fewestGroups;
            if (!isSpread)
                end = isWritten(all[at]) ? endOfGroup(at) : at + 1;
            for (; at < end; ++at)
                if (!isSpread || isWritten(all[at]))
                    out[size++] = all[at];
        }
        return true;
    });
    return ofLetters(view(closed).substr(0, size));
}

PlainPassword PlainPassword::only(bool (*wanted)(char)) const {
    const std::string_view all = letters();
    size_t size = 0;
    const base::Secret left = base::Secret::made(static_cast<qsizetype>(all.size()), [&](char* out) {
        size = static_cast<size_t>(std::copy_if(all.begin(), all.end(), out, wanted) - out);
        return true;
    });
    return ofLetters(view(left).substr(0, size));
}

PlainPassword PlainPassword::withoutGaps() const {
    return only(isWritten);
}

PlainPassword PlainPassword::lettersAlone() const {
    return only([](char sign) { return !isDigit(sign); });
}

PlainPassword PlainPassword::digitsAlone() const {
    return only(isDigit);
}

bool PlainPassword::isGap(char sign) {
    constexpr std::string_view gaps = " -._,/'";
    return gaps.find(sign) != std::string_view::npos;
}

}
