#include "app/paper/PrinterReasons.h"

#include <algorithm>
#include <array>

namespace motcua::paper {

bool stopsPrinting(const QString& reason) {
    constexpr std::array ofItsOwnWork{"none", "connecting-to-device", "identify-printer-requested", "configuration-change", "resuming"};
    if (reason.endsWith(QLatin1String("-error")))
        return true;
    if (reason.isEmpty() || reason.endsWith(QLatin1String("-warning")) || reason.endsWith(QLatin1String("-report")))
        return false;
    return !reason.startsWith(QLatin1String("cups-")) &&
           std::none_of(ofItsOwnWork.begin(), ofItsOwnWork.end(), [&reason](const char* each) { return reason == QLatin1String(each); });
}

}
