#pragma once

#include "app/base/Result.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// What a description is refused with. Errors of all that looks at it have this form: the code, a place in the description such as
/// "layout.rows[0].cells[1].label.vi", and a reason that motcua-gateway has in Vietnamese (ReasonWords).
base::Outcome wrongJob(const char* code, const QString& place, const char* reason);

/// "papers[2]"
QString placeIn(const char* list, size_t index);

/// Whether a text has signs that do not show, or turn others round: control and format characters (zero width, bidi), separators of
/// lines, halves of pairs. `lines`: line ends and tabs may be there.
enum class Lines { One, Many };
bool hasHiddenSigns(QStringView text, Lines lines = Lines::One);

/// Labels are shown as plain text; what looks like markup has no business there.
bool isPlain(const QString& words, qsizetype longest = limits::longestLine);

/// Errors: "job.words".
base::Outcome checkWording(const Wording& wording, const QString& place, bool needed);
base::Outcome checkGrounds(const std::vector<LegalGround>& grounds, const QString& place);

}
