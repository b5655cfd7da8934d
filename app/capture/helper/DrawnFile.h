#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/ForeignPages.h"

namespace motcua::capture::helper {

/// A file that is open to be drawn.
class DrawnFile {
public:
    virtual ~DrawnFile() = default;
    /// By its content alone. Errors: "import.damaged", "import.unsupported", "import.too-large".
    static base::Result<std::unique_ptr<DrawnFile>> open(const QByteArray& content);

    virtual int pages() const = 0;
    /// A page from 0, at most so wide, with at most Dots::most dots. Errors: as above.
    virtual base::Result<domain::ports::Dots> draw(int page, int width) = 0;
};

}
