#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace motcua::domain::ports {

/// A picture as nothing but its dots, row after row without gaps: one that cannot be wrong. Its bytes are as many as its sides say, and there are
/// no more than `most`.
class Dots {
public:
    /// Bytes a dot. Colour is blue, green, red and one that means nothing.
    enum class Kind : quint8 { Grey = 1, Colour = 4 };
    static constexpr qint64 most = 16'000'000;
    static constexpr int longestSide = 20'000;

    /// Nothing: kind, sides and bytes do not belong together, or it is too large.
    static std::optional<Dots> from(Kind kind, int width, int height, QByteArray bytes) {
        const bool isKind = kind == Kind::Grey || kind == Kind::Colour;
        const bool isSize = width >= 1 && height >= 1 && width <= longestSide && height <= longestSide && qint64(width) * height <= most;
        if (!isKind || !isSize || bytes.size() != qint64(width) * height * static_cast<int>(kind))
            return {};
        return Dots(kind, width, height, std::move(bytes));
    }

    Kind kind() const { return m_kind; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    const QByteArray& bytes() const { return m_bytes; }

private:
    Dots(Kind kind, int width, int height, QByteArray bytes) : m_kind(kind), m_width(width), m_height(height), m_bytes(std::move(bytes)) {}

    Kind m_kind;
    int m_width;
    int m_height;
    QByteArray m_bytes;
};

/// A page of a file. One that a picture has no more dots for, or that would have more than Dots::most, comes narrower.
struct PageWish {
    static constexpr int last = -1;
    int page = 0;      ///< from 0
    int width = 1'000; ///< dots
};

struct DrawnPage {
    Dots dots;
    int page = 0; ///< of the wish
    int pages = 1;
};

/// A file from outside whose pages are drawn elsewhere. Lives in the caller's thread; nothing is heard of it once it is gone.
class OpenPages : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answered by drawn() or failed(), later. Of wishes that were made while one is drawn only the last counts.
    virtual void draw(const motcua::domain::ports::PageWish& wish) = 0;

signals:
    void drawn(const motcua::domain::ports::DrawnPage& page);
    /// "page.not-shown" (damaged, of no kind that is drawn, or its reader died, hung or talked nonsense: detail "reason"), "page.no-reader". It may
    /// be tried again.
    void failed(const motcua::base::Error& error);
};

/// What comes from outside (other desks, the province, scanners, files) is never decoded where the keys are: only its dots come here.
class ForeignPages {
public:
    /// What the kernel holds of the room in which files from outside are read.
    struct Room {
        bool files = false; ///< Landlock: no file of the user's is read
        bool calls = false; ///< seccomp: nothing is written, no network, no other program
    };

    virtual ~ForeignPages() = default;
    /// Of any kind, whatever a record says of it. PDF, JPEG, PNG, TIFF, BMP and WebP are drawn.
    virtual std::unique_ptr<OpenPages> open(const QByteArray& content) = 0;
    /// As the last reader said of itself; nothing until one has answered.
    virtual std::optional<Room> room() const = 0;
};

}
