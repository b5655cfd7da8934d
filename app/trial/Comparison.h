#pragma once

#include "app/trial/HeldRecord.h"

#include <QMap>
#include <QStringList>

namespace motcua::trial {

/// What the stations hold, held against what the province holds.
struct Comparison {
    int lost = 0;    ///< records that one of the two should have and has not, or has altered
    int doubled = 0; ///< records, dossier versions and numbers of a book that occur twice; records of nobody
    int gaps = 0;    ///< numbers that a book skips, and that nobody may still give or has written off
    QStringList remarks;
    QMap<QString, int> stationKinds; ///< how many records of each kind
    QMap<QString, int> provinceKinds;
};

/// Both sides are checked by themselves and against each other; each fault counts once, whichever side shows it.
Comparison compare(const std::vector<HeldRecord>& stations, const std::vector<HeldRecord>& province, const std::vector<UnusedNumbers>& unused = {});

}
