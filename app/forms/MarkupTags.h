#pragma once

#include <QString>

namespace motcua::forms {

/// Whether a name is among `names`, which blanks part.
bool isAny(const QString& name, const char* names);

/// The tags that a template may have, and where.
bool isTag(const QString& name);
/// Has no end: <br>.
bool isVoidTag(const QString& name);
bool isPartOfTable(const QString& name);
/// No words may stand in it directly. A blank name is the template itself, here and below.
bool isWordless(const QString& name);
bool mayStandIn(const QString& tag, const QString& parent);

}
