#include "app/domain/Mrz.h"

#include "app/domain/PersonalId.h"

#include <algorithm>
#include <array>

namespace motcua::domain {

namespace {

constexpr int lineLength = 30;

int valueOf(QChar c) {
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'A' && c <= u'Z')
        return c.unicode() - u'A' + 10;
    return c == u'<' ? 0 : -1;
}

bool checks(QStringView text, QChar digit) {
    const int expected = mrzCheckDigit(text);
    return expected >= 0 && digit == QLatin1Char(static_cast<char>('0' + expected));
}

bool isDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate dateOf(QStringView text, int century) {
    return isDigits(text) ? QDate(century + text.left(2).toInt(), text.mid(2, 2).toInt(), text.mid(4, 2).toInt()) : QDate();
}

QString plain(QString name) {
    return name.replace(QLatin1Char('<'), QLatin1Char(' ')).simplified();
}

base::Result<Mrz> refuse(const char* code) {
    return base::fail(QString::fromLatin1(code));
}

}

int mrzCheckDigit(QStringView text) {
    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = valueOf(text[i]);
        if (value < 0)
            return -1;
        sum += value * weights[static_cast<size_t>(i % 3)];
    }
    return sum % 10;
}

base::Result<Mrz> Mrz::parse(const QString& text) {
    QString all = text;
    all.remove(QLatin1Char('\r')).remove(QLatin1Char('\n')).remove(QLatin1Char(' '));
    if (all.size() != 3 * lineLength)
        return refuse("mrz.length");
    const QString first = all.left(lineLength);
    const QString second = all.mid(lineLength, lineLength);
    if (!first.startsWith(QLatin1String("IDVNM")) || second.mid(15, 3) != QLatin1String("VNM"))
        return refuse("mrz.not-vietnamese");
    Mrz mrz;
    mrz.documentNumber = first.mid(5, 9);
    mrz.personalId = first.mid(15, 12);
    if (!isDigits(mrz.personalId) || !mrz.personalId.endsWith(mrz.documentNumber))
        return refuse("mrz.number");
    if (!checks(mrz.documentNumber, first[14]))
        return refuse("mrz.document-check");
    if (!checks(second.left(6), second[6]))
        return refuse("mrz.birth-check");
    mrz.birthDate = dateOf(second.left(6), personalIdBirthYear(mrz.personalId) / 100 * 100);
    if (!mrz.birthDate.isValid())
        return refuse("mrz.birth-date");
    if (second[7] != u'M' && second[7] != u'F')
        return refuse("mrz.sex");
    mrz.sex = second[7] == u'M' ? QStringLiteral("Nam") : QStringLiteral("Nữ");
    if (!checks(second.mid(8, 6), second[14]))
        return refuse("mrz.expiry-check");
    mrz.expiry = dateOf(second.mid(8, 6), 2000);
    if (!mrz.expiry.isValid())
        return refuse("mrz.expiry");
    const QString names = all.mid(2 * lineLength);
    mrz.surname = plain(names.section(QLatin1String("<<"), 0, 0));
    mrz.givenNames = plain(names.section(QLatin1String("<<"), 1));
    if (mrz.surname.isEmpty() || mrzCheckDigit(names) < 0)
        return refuse("mrz.name");
    const QString composite = first.mid(5) + second.left(7) + second.mid(8, 7) + second.mid(18, 11);
    if (!checks(composite, second[29]))
        mrz.warnings << QStringLiteral("mrz.composite-check");
    return mrz;
}

}
