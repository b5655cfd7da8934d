#include "app/domain/Fees.h"

#include "app/domain/Limits.h"
#include "app/domain/UnseenSigns.h"

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

}
