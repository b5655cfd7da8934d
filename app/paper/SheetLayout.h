#pragma once

#include "app/forms/PageSetup.h"

#include <QPageLayout>

namespace motcua::paper {

/// A form's sheet as Qt's printing has it.
QPageLayout layoutOf(const forms::PageSetup& page);

}
