#include "app/capture/HelperSettings.h"

#include <QCoreApplication>

namespace motcua::capture {

HelperSettings installedHelper() {
    return {.program = QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-scan")};
}

}
