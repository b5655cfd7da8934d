#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::journal {

/// One writer to a data folder: an flock() on its lock file, which the system lets go of when the program ends in whatever way.
class FolderLock {
public:
    /// Errors: "journal.in-use", "journal.cannot-open".
    static base::Result<FolderLock> take(const QString& file);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

}
