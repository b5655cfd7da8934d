#pragma once

#include "app/domain/Events.h"

namespace motcua::domain {

/// Whether it binds somebody: the citizen, the unit, its books or its money. Such an act carries the signature of the person whose act it is. What a
/// newer program wrote counts as such.
bool bindsSomebody(const EventBody& body);

/// Whether it may be done by somebody whose key nobody has bound at the desk yet: dossiers are received, so that no citizen
/// waits for the province; nothing is decided, numbered, paid or handed over.
bool mayGoUnsigned(const EventBody& body);

/// Whose name it puts on paper; null: nobody's.
const Signer* namedSigner(const EventBody& body);

}
