#pragma once

#include "app/base/Result.h"
#include "app/capture/helper/FileKind.h"

#include <QByteArray>

#include <vector>

namespace motcua::capture::helper {

/// One picture or PDF of a file, whole as far as its own format says where it ends.
struct FilePart {
    FileKind kind;
    QByteArray content;
};

/// Some devices write one picture or PDF behind the other into one file: each is as if it were a file of its own. What a photograph itself lists
/// behind it (previews, depth, light), a film and a camera's notes are no pages, and neither is what lies inside a picture or a PDF. Believes no
/// length. Never empty. Errors: as kindOf(), of the first.
base::Result<std::vector<FilePart>> partsOf(const QByteArray& content);

}
