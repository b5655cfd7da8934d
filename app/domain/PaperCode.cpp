#include "app/domain/PaperCode.h"

#include <QRegularExpression>
#include <QtEndian>

#include <limits>

namespace motcua::domain {

namespace {

constexpr int digitsOfPart = 10; // of 2^32 - 1
constexpr qsizetype bytesOfPart = 4;

}

QString paperCodeOf(DossierId dossier) {
    const QByteArray bytes = dossier.value().toRfc4122();
    QString text = QStringLiteral("MOTCUA:");
    for (qsizetype at = 0; at < bytes.size(); at += bytesOfPart)
        text += QStringLiteral("%1").arg(qFromBigEndian<quint32>(bytes.constData() + at), digitsOfPart, 10, QLatin1Char('0'));
    return text;
}

QString paperCodeOf(const Dossier& dossier) {
    return dossier.code.isEmpty() ? paperCodeOf(dossier.id) : dossier.code;
}

DossierId dossierIn(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("\\Amotcua:([0-9]{40})\\z"), QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    QByteArray bytes;
    for (qsizetype at = 0; at < match.capturedLength(1); at += digitsOfPart) {
        const qulonglong part = match.captured(1).mid(at, digitsOfPart).toULongLong();
        if (part > std::numeric_limits<quint32>::max())
            return {};
        char big[bytesOfPart];
        qToBigEndian(static_cast<quint32>(part), big);
        bytes.append(big, bytesOfPart);
    }
    return DossierId(QUuid::fromRfc4122(bytes));
}

}
