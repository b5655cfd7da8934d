#pragma once

#include "app/domain/jobs/JobParts.h"
#include "app/forms/TemplateCheck.h"

namespace motcua::domain {

/// The values that a block of `says` gives a template ("receipt", "facts", …), as counter::PrintValues makes them; tst_PrintValues
/// compares the two. Values that shipped forms ask for and nothing gives yet are there as what may be missing.
forms::Vocabulary saidBy(const QString& block, const JobParts& parts);
/// Of all blocks of a paper; of two of one name the later counts.
forms::Vocabulary saidBy(const JobPaper& paper, const JobParts& parts);
/// The values that a printed book's template is given.
forms::Vocabulary saidByBook();

}
