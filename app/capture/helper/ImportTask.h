#pragma once

#include "app/base/Result.h"
#include "app/capture/HelperRequest.h"

namespace motcua::capture::helper {

class Link;

/// Reads the open files in the order given and tells each page. Stops at the first file that is refused; its number (from 1) is the
/// error's detail "file".
base::Outcome importFiles(const HelperRequest& request, Link& link);

}
