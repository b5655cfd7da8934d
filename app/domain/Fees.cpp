#include "app/domain/Fees.h"

#include "app/domain/Limits.h"
#include "app/domain/UnseenSigns.h"

#include <QRegularExpression>

namespace motcua::domain {

base::Outcome checkFeeLine(const FeeLine& line) {
    if (saysNothing(line.name))
        return base::fail(QStringLiteral("fee.no-name"));
    const bool inRange =
        line.unitPrice >= 0 && line.unitPrice <= limits::largestAmount && line.quantity >= 0 && line.quantity <= limits::mostQuantity;
    const bool exempt = line.amount == 0 && !saysNothing(line.exemption);
    if (!inRange || (!exempt && line.amount != line.unitPrice * line.quantity))
        return base::fail(QStringLiteral("fee.wrong-amount"), {{QStringLiteral("name"), line.name}});
    return base::done();
}

QString typedFeeName(const Procedure& procedure) {
    static const QRegularExpression charge(QStringLiteral("lệ phí"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression fee(QStringLiteral("(?<!lệ )phí"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression act(QStringLiteral("^Thủ tục "), QRegularExpression::CaseInsensitiveOption);
    // "miễn phí" names no kind.
    const QString note = QString(procedure.feeNote).remove(QStringLiteral("miễn phí"), Qt::CaseInsensitive);
    const bool isCharge = note.contains(charge);
    const QString kind = isCharge == note.contains(fee) ? QStringLiteral("Phí, lệ phí") : isCharge ? QStringLiteral("Lệ phí") : QStringLiteral("Phí");
    const QString what = QString(procedure.version.name).remove(act).trimmed();
    return what.isEmpty() ? kind : (kind + QStringLiteral(": ") + what).left(limits::longestLine);
}

}
