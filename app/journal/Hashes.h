#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace motcua::journal {

/// SHA-256, 32 bytes.
QByteArray sha256(QByteArrayView bytes);
/// From the system's generator; empty when it fails.
QByteArray randomBytes(int size);

}
