#pragma once

#include "tests/support/job/JobDesk.h"

#include <QStringList>

namespace motcua::test {

/// What the certified-copy job of `citizens` has left behind, in lines that two runs can be compared by: dossiers, events, papers and
/// pages with what is on them, fees, the book, drafts. Without ids and hours, which differ between runs.
base::Result<QStringList> jobOutcome(JobDesk& desk, const std::vector<int>& citizens);

}
