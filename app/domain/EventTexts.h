#pragma once

#include "app/domain/Events.h"

#include <optional>

// The rule of PlainText.h for all of an event's texts, found by describe(): no field is named here, so none is forgotten.
namespace motcua::domain {

/// The first field with a text, or with a name of a value, that is not plain, as "applicant.name"; nothing: all are. What a newer program wrote
/// says nothing here.
std::optional<QString> unplainField(const EventBody& body);

/// The same with every text made plain: what a desk decides, and what is shown of records that were kept before the rule was.
EventBody withPlainTexts(EventBody body);

}
