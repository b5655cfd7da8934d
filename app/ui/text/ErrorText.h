#pragma once

#include "app/base/Error.h"
#include "app/ui/text/Tone.h"

#include <QString>

namespace motcua::ui {

/// An error in words for the person at the counter, in the language of the moment.
struct ErrorWords {
    QString what; ///< what happened
    QString kept; ///< what was kept
    QString next; ///< what to do
    Tone tone = Tone::Danger;
};

/// Never empty: a code without words of its own gets those of an unexpected error, with the code for the technician.
ErrorWords errorWords(const base::Error& error);
/// Whether `code` has words of its own.
bool hasErrorWords(const QString& code);
/// The three parts as one line, for lists.
QString errorLine(const base::Error& error);

}
