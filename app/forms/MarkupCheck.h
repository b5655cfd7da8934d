#pragma once

#include "app/forms/TemplateFault.h"

#include <optional>

namespace motcua::forms {

/// What the print engine should not be given, of a template that Template::parse() can read: a tag, an attribute or a style that is
/// not among those a template may have, or written otherwise; what would have to be fetched from a file or a network; a size that the
/// sheet has no room for; a value anywhere but in the text and a few safe places; tags that are not closed, or stand so deep in one
/// another that laying them out would not end.
std::optional<TemplateFault> markupFault(const QString& source);

}
