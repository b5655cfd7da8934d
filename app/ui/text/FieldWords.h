#pragma once

#include <QString>

namespace motcua::ui {

/// What a field of an event belongs to, in words, such as "the applicant" for "applicant.name"; for a field that has no
/// words and for none: "the record".
QString partWords(const QString& field);

}
