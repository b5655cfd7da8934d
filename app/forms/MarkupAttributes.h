#pragma once

#include "app/forms/MarkupReader.h"
#include "app/forms/SheetRoom.h"

namespace motcua::forms {

/// Why an attribute cannot stand in a template, or null: its name, what it may say, and whether a size fits. Styles have a check of
/// their own.
const char* attributeFault(const MarkupPiece::Attribute& attribute, const SheetRoom& room);

}
