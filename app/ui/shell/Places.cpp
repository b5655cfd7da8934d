#include "app/ui/shell/Places.h"

#include <QCoreApplication>

namespace motcua::ui {

QString Place::name() const {
    return QCoreApplication::translate("motcua::ui", title);
}

}
