#include "app/domain/SigningWords.h"

#include "app/domain/OfficeName.h"

namespace motcua::domain {

namespace {

const QString deputy = QStringLiteral("PHÓ ");
const QString forHead = QStringLiteral("KT.");
const QString collective = QStringLiteral("TM.");
const QString authorised = QStringLiteral("TUQ.");

QString headOf(const QString& title) {
    const QString capitals = title.trimmed().toUpper();
    return capitals.startsWith(deputy) ? forHead + QLatin1Char(' ') + capitals.mid(deputy.size()) : QString();
}

/// "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", "KT. CHỦ TỊCH" → "KT. Chủ tịch", broken as an office's name is. What is not in capitals was written so on
/// purpose.
QString inSentence(const QString& title) {
    if (title != title.toUpper())
        return tiedOfficeName(title);
    const qsizetype dot = title.indexOf(QLatin1String(". "));
    const QString authority = dot > 0 ? title.left(dot + 2) : QString();
    return tiedOfficeName(authority + officeNameInSentence(title.mid(authority.size())));
}

}

QStringList capacityOf(const Signer& signer) {
    const QString authority = signer.authority.trimmed();
    QStringList lines = authority.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    // Who was authorised signs in person, and for nobody else.
    if (!authority.contains(forHead, Qt::CaseInsensitive) && !authority.contains(authorised, Qt::CaseInsensitive))
        lines << headOf(signer.title);
    lines.removeAll(QString());
    return lines;
}

QString signerInBook(const Signer& signer) {
    // The line that stands nearest to the name.
    const QString authority = signer.authority.trimmed().section(QLatin1Char('\n'), -1).trimmed();
    const bool personal = !authority.isEmpty() && !authority.startsWith(collective, Qt::CaseInsensitive);
    const QString capacity = personal ? authority : headOf(signer.title);
    QStringList parts{signer.name, inSentence(capacity), inSentence(signer.title.trimmed())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

}
