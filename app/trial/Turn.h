#pragma once

#include <QString>

namespace motcua::trial {

/// What is out of the ordinary with one citizen's business.
enum class Turn {
    None,
    Refused,    ///< form 03 at intake
    Incomplete, ///< form 02 at intake: sent home without a code, back with the papers later in the day
    Supplement, ///< form 02 during processing: the clock stands still until the papers are brought
    Returned,   ///< the supervisor gives it back to the clerk, who submits it again
    Withdrawn,  ///< the citizen takes it back
    Waived,     ///< no fee is taken
    Spoilt,     ///< the first sheet of the copy comes out spoilt: its number is struck out, the next one taken
};

/// As in a scenario file: "refused". Empty for None.
QString wireName(Turn turn);
/// None when there is no such turn.
Turn turnNamed(const QString& name);

}
