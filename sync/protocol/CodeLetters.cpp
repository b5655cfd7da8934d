#include "sync/protocol/CodeLetters.h"

namespace motcua::protocol {

namespace {

constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

}

QString base32(const QByteArray& bytes, int length) {
    QString text;
    for (int i = 0; i < length; ++i) {
        uint value = 0;
        for (int bit = 5 * i; bit < 5 * i + 5; ++bit)
            value = value << 1 | ((static_cast<uchar>(bytes.at(bit / 8)) >> (7 - bit % 8)) & 1U);
        text += alphabet[static_cast<qsizetype>(value)];
    }
    return text;
}

QString plainCode(const QString& typed) {
    QString plain;
    for (QChar c : typed) {
        if (c == QLatin1Char('-') || c.isSpace())
            continue;
        c = c.toUpper();
        if (c == QLatin1Char('O'))
            c = QLatin1Char('0');
        if (c == QLatin1Char('I') || c == QLatin1Char('L'))
            c = QLatin1Char('1');
        if (!alphabet.contains(c))
            return {};
        plain += c;
    }
    return plain;
}

QString grouped(const QString& plain, int group) {
    QString text;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % group == 0)
            text += QLatin1Char('-');
        text += plain[i];
    }
    return text;
}

}
