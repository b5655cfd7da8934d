#pragma once

#include <QString>

#include <utility>

namespace motcua::capture {

/// A descriptor, closed at its end. Not inherited by programs that are started, unless whoever starts them says so.
class OpenFile {
public:
    /// A plain file, to be read. A link is not followed, and a pipe or a device would hold its reader for ever: these are not opened, and the number
    /// is below 0.
    static OpenFile toRead(const QString& path);
    explicit OpenFile(int number) : m_number(number) {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const { return m_number; }

private:
    int m_number;
};

}
