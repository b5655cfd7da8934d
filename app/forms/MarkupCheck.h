#pragma once

#include "app/forms/TemplateFault.h"

#include <optional>

namespace motcua::forms {

/// The first thing that the print engine would have to fetch from a file or a network: pictures other than "qr:" and "rule:", links,
/// style sheets, scripts, frames, and whatever else an attribute names by a scheme.
std::optional<TemplateFault> fetchFault(const QString& source);

/// The first size, in an attribute or a style, that the sheet has no room for between its margins; a font or a cell beyond all
/// reason; a size that only a value gives. What is that large would keep the print engine laying out without end.
std::optional<TemplateFault> sizeFault(const QString& source);

}
