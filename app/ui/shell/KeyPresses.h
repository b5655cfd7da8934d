#pragma once

#include <QHash>

#include <chrono>
#include <optional>

namespace motcua::ui {

/// What a press of a key is: a stroke, of a finger or of a reader, or what a key that stays down repeats. The X server sends a release and a press of
/// one millisecond for each repeat, which is also how a fast reader sends a doubled sign; Qt tells neither apart, and overlooks one repeat in twenty.
/// What tells them apart is how long the key has been down. Knows no clock, no widget and no event.
class KeyPresses {
public:
    /// No keyboard repeats a key sooner, and no reader holds one down so long.
    static constexpr std::chrono::milliseconds soonestRepeat{150};
    /// After a key was held, no finger is up and down again within it: the key never went up.
    static constexpr std::chrono::milliseconds quickestFinger{25};
    /// Down twice and never up: a key that repeats does not wait longer.
    static constexpr std::chrono::milliseconds longestDelay{1200};

    using Moment = std::chrono::milliseconds; ///< any clock, the keyboard's for choice

    /// Whether it repeats. Asked twice for one press, or for one that is long past, it says the same. `marked`: the platform calls it a repeat.
    bool isRepeat(quint32 key, Moment at, bool marked);
    void released(quint32 key, Moment at);

private:
    struct Key {
        Moment down{};            ///< since when it has been
        Moment pressed{};         ///< last, by a stroke or a repeat
        std::optional<Moment> up; ///< since then
        bool repeats = false;
    };

    bool wentUp(const Key& key, Moment at, bool marked) const;

    QHash<quint32, Key> m_keys;
};

}
