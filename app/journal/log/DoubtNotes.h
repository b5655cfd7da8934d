#pragma once

#include "app/journal/log/SecurityLog.h"
#include "app/journal/standing/Standing.h"

#include <vector>

namespace motcua::journal {

/// A line of the security log for each doubt about the file that was not among those of before.
base::Outcome noteDoubts(SecurityLog& log, const Standing& standing, const std::vector<Standing::Doubt>& before);

}
