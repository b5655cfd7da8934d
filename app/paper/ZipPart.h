#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace motcua::paper {

/// What lies under `name` in a ZIP archive of this program's own making, unpacked; nothing where there is no such part or it is torn.
std::optional<QByteArray> zipPart(QByteArrayView archive, QByteArrayView name);

}
