#include "app/ui/shell/StandardPlaces.h"

#include "app/ui/shell/system/SystemPlace.h"

namespace motcua::ui {

Places standardPlaces(const ShellServices& services) {
    return {
        {QStringLiteral("system"), QT_TR_NOOP("System"), QStringLiteral("settings"), forAll,
            [services](counter::Counter& counter, QWidget* parent) { return new SystemPlace(counter, services, parent); }},
    };
}

}
