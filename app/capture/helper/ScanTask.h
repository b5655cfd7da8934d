#pragma once

#include "app/base/Result.h"
#include "app/capture/HelperRequest.h"

namespace motcua::capture::helper {

class Link;

/// Tells every scanner SANE knows of. Opening one to ask for its feeder may fail; it is told all the same.
base::Outcome findDevices(Link& link);

/// Reads the feeder until it is empty, or the glass once; each page is finished and told before the next is read.
base::Outcome scan(const HelperRequest& request, Link& link);

}
