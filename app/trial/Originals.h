#pragma once

#include "app/domain/ports/Scanner.h"

#include <QString>
#include <QStringList>

namespace motcua::trial {

struct Arrival;

/// Papers as a citizen brings them: drawn pages, slightly askew, as JPEG files in `directory`.
QStringList drawOriginals(const Arrival& arrival, const QString& directory);

/// One more paper of theirs, as a scanner would deliver it.
domain::ports::ScannedPage drawnPage(const Arrival& arrival);

}
