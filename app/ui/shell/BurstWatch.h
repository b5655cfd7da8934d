#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace motcua::ui {

/// Tells the keys of a hand-held reader from those of a person, by when they come: a reader sends a whole code in one burst. Keys are held
/// until it is certain whose they are; no key is lost, and none overtakes another. Knows no clock, no widget and no event: whoever holds
/// the keys asks it.
class BurstWatch {
public:
    /// No reader is slower, and no person's key waits longer for the next one.
    static constexpr std::chrono::milliseconds pause{50};
    /// Within a burst that is certainly a reader's: a machine may stutter.
    static constexpr std::chrono::milliseconds longPause{120};
    /// And while what came so far is the beginning of a code.
    static constexpr std::chrono::milliseconds longestPause{500};
    /// The Enter or Tab that ends a code may come late, and twice.
    static constexpr std::chrono::milliseconds lateEnd{700};
    /// As many keys in a row, none of them slower than `pause`, no person presses.
    static constexpr size_t certain = 6;

    enum class Kind {
        Text, ///< writes something
        End,  ///< Enter or Tab, alone
        Other ///< anything else, and whatever is held down
    };
    struct Stroke {
        Kind kind = Kind::Text;
        QString text;
        std::chrono::milliseconds at{}; ///< any clock, never backwards
    };
    enum class Fate { Goes, Held, Dropped };
    /// What has become certain of the keys that are held: the first `typed` of them are a person's and go on, the next `read` are a
    /// reader's and say `text`. Those after them stay held.
    struct Verdict {
        size_t typed = 0;
        size_t read = 0;
        QString text;
    };
    struct Answer {
        Verdict before; ///< to be done first
        Fate fate = Fate::Goes;
    };

    /// What texts say.
    struct Codes {
        bool (*isBegun)(const QString& text); ///< the beginning of a code, and not yet the whole of it
        bool (*isWhole)(const QString& text);
    };
    explicit BurstWatch(const Codes& codes) : m_codes(codes) {}

    Answer take(const Stroke& stroke);
    /// Whether take() would not let it go; before a key comes, it is asked for as a shortcut.
    bool keeps(const Stroke& stroke) const;
    /// No key came for wait().
    Verdict rest();
    std::chrono::milliseconds wait() const;
    bool holds() const { return !m_held.empty(); }
    /// A code ended with the last key, and its own end may still come.
    void expectEnd(std::chrono::milliseconds at);
    /// The burst was no code after all: its end is a key like any other.
    void forgetEnd() { m_mayEnd = false; }

private:
    bool isEndOfRead(const Stroke& stroke) const;
    bool isFirst(const Stroke& stroke) const;
    bool belongs(const Stroke& stroke) const;
    bool isReaders(const Stroke& stroke) const;
    size_t typedBefore() const;
    Verdict conclude();
    Verdict release();

    QString textFrom(size_t stroke) const;

    Codes m_codes;
    std::vector<Stroke> m_held;
    bool m_mayEnd = false; ///< a code was read last, and its end may still come
    std::chrono::milliseconds m_lastRead{};
    std::optional<std::chrono::milliseconds> m_lastText; ///< of what was held, the last that writes
};

}
