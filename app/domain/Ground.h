#pragma once

#include <QString>

namespace motcua::domain {

/// Whether a ground, of an exemption or of a day that was agreed, is words: it has two letters at least, of whatever script. A figure or a mark alone
/// is none. Asked where a ground is typed; what is on record was taken by the rules of its day. Pure.
bool isGround(const QString& text);

}
