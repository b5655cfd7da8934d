#pragma once

#include "app/capture/helper/FileKind.h"

#include <QByteArray>

namespace motcua::capture::helper {

/// Where the picture ends that `content` begins with, with all that it lists as its own: bytes from the beginning, at most all of them.
/// All of them too where it has no end, and for a PDF, of which only what stands behind it can tell.
qsizetype endOf(const QByteArray& content, FileKind kind);

}
