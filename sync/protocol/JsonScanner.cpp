#include "sync/protocol/JsonScanner.h"

#include <QUtf8StringView>

namespace motcua::protocol {

namespace {

constexpr int deepest = 32;
constexpr qint64 largest = (Q_INT64_C(1) << 53) - 1;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void appendUtf8(QByteArray& out, uint point) {
    if (point < 0x80) {
        out.append(static_cast<char>(point));
        return;
    }
    if (point < 0x800) {
        out.append(static_cast<char>(0xc0 | (point >> 6)));
    } else if (point < 0x10000) {
        out.append(static_cast<char>(0xe0 | (point >> 12)));
        out.append(static_cast<char>(0x80 | ((point >> 6) & 0x3f)));
    } else {
        out.append(static_cast<char>(0xf0 | (point >> 18)));
        out.append(static_cast<char>(0x80 | ((point >> 12) & 0x3f)));
        out.append(static_cast<char>(0x80 | ((point >> 6) & 0x3f)));
    }
    out.append(static_cast<char>(0x80 | (point & 0x3f)));
}

}

void JsonScanner::skipSpace() {
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonScanner::take(char token) {
    skipSpace();
    if (m_at == m_end || *m_at != token)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::atEnd() {
    skipSpace();
    return m_at == m_end;
}

std::optional<QByteArrayView> JsonScanner::string() {
    if (!take('"'))
        return std::nullopt;
    QByteArray& out = m_unescaped;
    out.resize(0);
    bool hasEscapes = false;
    const char* clean = m_at;
    while (m_at != m_end && *m_at != '"') {
        const auto c = static_cast<uchar>(*m_at);
        if (c < 0x20)
            return std::nullopt;
        if (c != '\\') {
            ++m_at;
            continue;
        }
        hasEscapes = true;
        out.append(clean, m_at - clean);
        ++m_at;
        if (!unescape(out))
            return std::nullopt;
        clean = m_at;
    }
    if (m_at == m_end)
        return std::nullopt;
    QByteArrayView text(clean, m_at - clean);
    if (hasEscapes)
        text = out.append(text);
    ++m_at;
    if (!QUtf8StringView(text.data(), text.size()).isValidUtf8())
        return std::nullopt;
    return text;
}

bool JsonScanner::unescape(QByteArray& out) {
    if (m_at == m_end)
        return false;
    constexpr QByteArrayView names("\"\\/bfnrt");
    constexpr QByteArrayView values("\"\\/\b\f\n\r\t");
    const char c = *m_at++;
    if (const qsizetype i = names.indexOf(c); i >= 0) {
        out.append(values[i]);
        return true;
    }
    if (c != 'u')
        return false;
    const auto first = hexUnit();
    if (!first || (*first >= 0xdc00 && *first < 0xe000))
        return false;
    if (*first < 0xd800 || *first >= 0xe000) {
        appendUtf8(out, *first);
        return true;
    }
    if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u')
        return false;
    m_at += 2;
    const auto second = hexUnit();
    if (!second || *second < 0xdc00 || *second >= 0xe000)
        return false;
    appendUtf8(out, 0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00));
    return true;
}

std::optional<uint> JsonScanner::hexUnit() {
    if (m_end - m_at < 4)
        return std::nullopt;
    uint value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = *m_at++;
        const int digit = isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return std::nullopt;
        value = value << 4 | static_cast<uint>(digit);
    }
    return value;
}

std::optional<qint64> JsonScanner::number() {
    skipSpace();
    const char* start = m_at;
    qint64 value = 0;
    while (m_at != m_end && isDigit(*m_at)) {
        value = value * 10 + (*m_at++ - '0');
        if (value > largest)
            return std::nullopt;
    }
    const qint64 digits = m_at - start;
    const bool continues = m_at != m_end && (*m_at == '.' || *m_at == 'e' || *m_at == 'E');
    if (digits == 0 || continues || (digits > 1 && *start == '0'))
        return std::nullopt;
    return value;
}

bool JsonScanner::skipWord(QByteArrayView word) {
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

bool JsonScanner::skipDigits() {
    const char* start = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    return m_at != start;
}

bool JsonScanner::skipNumber() {
    if (*m_at == '-')
        ++m_at;
    const char* start = m_at;
    if (!skipDigits() || (m_at - start > 1 && *start == '0'))
        return false;
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!skipDigits())
            return false;
    }
    if (m_at == m_end || (*m_at != 'e' && *m_at != 'E'))
        return true;
    ++m_at;
    if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
        ++m_at;
    return skipDigits();
}

bool JsonScanner::skipMembers(char close, int depth) {
    ++m_at;
    if (take(close))
        return true;
    do {
        if (close == '}' && !(string() && take(':')))
            return false;
        if (!skipValue(depth + 1))
            return false;
    } while (take(','));
    return take(close);
}

bool JsonScanner::skipValue(int depth) {
    skipSpace();
    if (m_at == m_end || depth > deepest)
        return false;
    switch (*m_at) {
    case '"':
        return string().has_value();
    case '{':
        return skipMembers('}', depth);
    case '[':
        return skipMembers(']', depth);
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

}
