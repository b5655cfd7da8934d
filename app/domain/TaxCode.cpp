#include "app/domain/TaxCode.h"

#include <QRegularExpression>

#include <array>

namespace motcua::domain {

QString tidiedTaxCode(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral("[\\s.]+"));
    static const QRegularExpression dependent(QStringLiteral("\\A([0-9]{10})([0-9]{3})\\z"));
    return QString(text).remove(blanks).replace(dependent, QStringLiteral("\\1-\\2"));
}

bool isTaxCode(const QString& code) {
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{10}(-[0-9]{3})?\\z"));
    return form.match(code).hasMatch();
}

bool taxCodeAgrees(const QString& code) {
    constexpr std::array weights{31, 29, 23, 19, 17, 13, 7, 5, 3};
    constexpr int modulus = 11;
    if (!isTaxCode(code))
        return true;
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        sum += code[static_cast<qsizetype>(i)].digitValue() * weights[i];
    return modulus - 1 - sum % modulus == code[static_cast<qsizetype>(weights.size())].digitValue();
}

}
