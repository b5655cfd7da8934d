#pragma once

#include "app/domain/Events.h"

#include <QString>

// A slip's number as it is printed: "0012/HDHS", the label of its row in its series (Volume.h) and the unit's suffix.
namespace motcua::domain {

/// The number of the slip that an event makes; null: it makes none.
const QString* slipNumberOf(const EventBody& body);

/// Whether `printed` is the number of that row, whatever the suffix says.
bool isNumberOf(const QString& printed, const Volume& series, int row);

/// Whether `printed` looks like the number of a row. What is made without a series never does: the desk's first serial and the moment.
bool looksLikeRow(const QString& printed);

}
