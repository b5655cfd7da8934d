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
    /// Where nothing is being written, a key waits so long for the next, so that a reader of 95 ms is not a person.
    static constexpr std::chrono::milliseconds slowPause{120};
    /// Behind a burst that was not the whole of a code, its rest may come; where nothing is being written, whatever comes is of it.
    static constexpr std::chrono::milliseconds restOfCode{1500};
    /// Behind a burst, a blank is looked at together with what follows it.
    static constexpr std::chrono::milliseconds blankOfCode{3000};
    /// As many keys in a row, none of them slower than `pause`, no person presses.
    static constexpr size_t certain = 6;
    /// Digits, where nothing is being written: a bar code of goods; a person presses one, to rate.
    static constexpr size_t certainDigits = 4;

    enum class Kind {
        Text, ///< writes something
        End,  ///< Enter or Tab, alone
        Other ///< anything else, and whatever is held down
    };
    struct Stroke {
        Kind kind = Kind::Text;
        QString text;
        std::chrono::milliseconds at{}; ///< any clock, never backwards
        bool aside = false;             ///< where it would go nothing is being written: it would press a button, rate, choose
    };
    enum class Fate { Goes, Held, Dropped };
    /// What has become certain of the keys that are held: the first `typed` of them are a person's and go on, the next `read` are a
    /// reader's and say `text`. Those after them stay held.
    struct Verdict {
        size_t typed = 0;
        bool pieces = false; ///< the `typed` ones go nowhere: nothing is being written, and a reader is at work
        size_t read = 0;
        QString text;
    };
    struct Answer {
        Verdict before; ///< to be done first
        Fate fate = Fate::Goes;
    };

    /// What texts say.
    struct Codes {
        bool (*isBegun)(const QString& text); ///< the beginning of a code, be it one sign, and not yet the whole of it
        bool (*isWhole)(const QString& text);
    };
    /// `longest`: signs of the longest text that is asked about.
    explicit BurstWatch(const Codes& codes, qsizetype longest) : m_codes(codes), m_longest(longest) {}

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
    void forgetEnd();

private:
    bool isEndOfRead(const Stroke& stroke) const;
    bool isFirst(const Stroke& stroke) const;
    bool belongs(const Stroke& stroke) const;
    bool isReaders(const Stroke& stroke) const;
    bool isAtWork(const Stroke& stroke) const;
    bool isBegun() const;
    bool isCertain() const;
    size_t typedBefore() const;
    Verdict conclude();
    Verdict release();
    void noteReleased();
    void noteBurst(std::chrono::milliseconds at, bool whole);
    void drop();

    QString textFrom(size_t stroke) const;

    Codes m_codes;
    qsizetype m_longest;
    std::vector<Stroke> m_held;
    QString m_text; ///< what they say
    QString m_run;  ///< what was let go just before them, as far as it may be the beginning of a code
    std::chrono::milliseconds m_runEnd{};
    std::optional<std::chrono::milliseconds> m_burst; ///< when the last key came that only a reader sends
    bool m_isWhole = false;                           ///< it was the last of a whole code
    bool m_mayEnd = false;                            ///< a code was read last, and its end may still come
    std::chrono::milliseconds m_lastRead{};
    std::optional<std::chrono::milliseconds> m_lastText; ///< of what was held, the last that writes
};

}
