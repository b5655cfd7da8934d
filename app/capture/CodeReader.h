#pragma once

#include <QStringList>

struct Pix;

namespace motcua::capture {

/// The texts of the QR codes on an 8-bit grey page, each once; at most 16. A code that cannot be read without doubt is left out.
QStringList readCodes(Pix* grey);

}
