#pragma once

#include <QByteArray>

namespace motcua::pictures {

/// How a camera was held: the Exif orientation, 1–8, that a JPEG, PNG or WebP states, wherever in the file; 1 where it states none or
/// nothing of sense. Believes no length in it. Pure.
int orientationOf(const QByteArray& content);

}
