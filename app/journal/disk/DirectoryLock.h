#pragma once

#include "app/base/Result.h"

#include <QString>

namespace motcua::journal {

/// One writer to a data directory: an flock() on its lock file, which the system lets go of when the program ends in whatever way.
class DirectoryLock {
public:
    /// Errors: "journal.in-use" (somebody has it), "journal.no-locks" with errno (the drive cannot lock files, as some of the network),
    /// "journal.cannot-open" with errno.
    static base::Result<DirectoryLock> take(const QString& file);
    DirectoryLock(DirectoryLock&& other) noexcept;
    DirectoryLock& operator=(DirectoryLock&&) = delete;
    ~DirectoryLock();

private:
    explicit DirectoryLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

}
