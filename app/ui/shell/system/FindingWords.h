#pragma once

#include "app/counter/Upkeep.h"
#include "app/ui/widgets/FactGrid.h"

namespace motcua::ui {

/// A finding of the diagnosis in words, in the language of the moment.
Fact findingWords(const counter::Finding& finding);

}
