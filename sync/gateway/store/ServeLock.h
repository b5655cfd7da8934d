#pragma once

#include "app/base/Result.h"

#include <QString>

#include <utility>

namespace motcua::gateway {

/// Held by the one program that serves a data directory. What two would have to know of each other is in the store; but their writers
/// would wait for each other, and each would wake the other's stations up to two seconds late. The system lets go of it however the program ends.
/// Owned by whoever serves.
class ServeLock {
public:
    /// Errors: "gateway.in-use", "platform.missing" (no such directory).
    static base::Result<ServeLock> take(const QString& directory);
    ServeLock(ServeLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    ServeLock& operator=(ServeLock&&) = delete;
    ~ServeLock();

private:
    explicit ServeLock(int file) : m_file(file) {}

    int m_file;
};

}
