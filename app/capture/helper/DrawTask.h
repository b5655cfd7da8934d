#pragma once

#include "app/base/Result.h"

namespace motcua::capture::helper {

class Link;

/// Takes one file's bytes from the counter and draws its pages as they are asked for, until the counter has had enough.
/// Errors: those of FileKind, PictureFile and PDFs; "import.too-complex" for want of memory.
base::Outcome drawPages(Link& link);

}
