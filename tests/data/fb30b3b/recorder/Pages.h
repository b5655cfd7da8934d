#pragma once

#include "app/domain/ports/Scanner.h"

namespace motcua::recorder {

/// A page of a few hundred bytes, each number another picture.
domain::ports::ScannedPage tinyPage(int number);
/// The smallest PDF that has a page.
domain::ports::ScannedPage tinyPdf();

}
