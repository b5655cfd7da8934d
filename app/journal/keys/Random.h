#pragma once

#include <QByteArray>

namespace motcua::journal {

/// From the system's generator; empty when it fails.
QByteArray randomBytes(int size);

}
