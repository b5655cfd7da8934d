#pragma once

#include "Desk.h"
#include "Province.h"

#include <QJsonObject>

namespace motcua::recorder {

// What the code of fb30b3b makes of a data folder. Opening changes a folder (snapshot, attempts), so these are given
// copies.

/// Whether an event is shown with what it says: once is enough.
enum class Bodies { Shown, LeftOut };

/// A station's dossiers, books, drafts, lists and marks, read by the first of its users; the passwords of all are
/// tried.
QJsonObject expectedOfStation(const QString& folder, const QStringList& logins, const PlayedClock& clock, Bodies bodies);
/// `stats` and `check` as the command prints them, and the dossiers and volumes as the gateway folds them.
QJsonObject expectedOfGateway(Province& province);

}
