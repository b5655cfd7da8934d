#include "app/domain/PersonName.h"

#include "app/domain/Fold.h"

namespace motcua::domain {

PersonName PersonName::parse(const QString& name) {
    const QString clean = canonical(name).simplified();
    const qsizetype first = clean.indexOf(QLatin1Char(' '));
    const qsizetype last = clean.lastIndexOf(QLatin1Char(' '));
    if (first < 0)
        return {{}, {}, clean};
    return {clean.left(first), clean.mid(first + 1, qMax<qsizetype>(0, last - first - 1)), clean.mid(last + 1)};
}

QString inCapitals(const QString& name) {
    return canonical(name).simplified().toUpper();
}

QString inNameCase(const QString& name) {
    QString result = canonical(name).simplified();
    if (result != result.toUpper() && result != result.toLower())
        return result;
    bool starts = true;
    for (QChar& c : result) {
        c = starts ? c.toUpper() : c.toLower();
        starts = !c.isLetter() || isApostrophe(c);
    }
    return result;
}

QString wholeName(const QString& name) {
    constexpr qsizetype longest = 30; // half a sheet's width in bold letters
    return name.size() > longest ? name : QString(name).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

}
