#pragma once

#include <QString>
#include <QStringList>

namespace motcua::trial {

struct Arrival;

/// Papers as a citizen brings them: drawn pages, slightly askew, as JPEG files in `folder`.
QStringList drawOriginals(const Arrival& arrival, const QString& folder);

}
