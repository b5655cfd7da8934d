#include "app/ui/shell/KeyPresses.h"

namespace motcua::ui {

namespace {

/// A clock that goes back so far has begun anew: the X server's does after 49 days.
constexpr std::chrono::minutes newClock{1};

}

bool KeyPresses::isRepeat(quint32 key, Moment at, bool marked) {
    const auto known = m_keys.find(key);
    if (known == m_keys.end() || known->pressed - at > newClock) {
        // What the first press of it repeats was pressed in another window.
        m_keys.insert(key, {marked ? at - soonestRepeat : at, at, {}, marked});
        return marked;
    }
    if (at == known->pressed)
        return known->repeats;
    if (at < known->pressed)
        return false;
    if (wentUp(*known, at, marked))
        known->down = at;
    known->repeats = at - known->down >= soonestRepeat;
    known->pressed = at;
    known->up.reset();
    return known->repeats;
}

bool KeyPresses::wentUp(const Key& key, Moment at, bool marked) const {
    if (!key.up)
        return !marked && at - key.pressed > longestDelay;
    // In one millisecond, or, after it was held, sooner than a finger could.
    const Moment gap = at - *key.up;
    return gap > quickestFinger || (gap > Moment(0) && *key.up - key.down < soonestRepeat);
}

void KeyPresses::released(quint32 key, Moment at) {
    const auto known = m_keys.find(key);
    if (known != m_keys.end() && known->pressed - at <= newClock) {
        if (at >= known->pressed && !known->up)
            known->up = at;
        return;
    }
    // It was pressed in another window.
    m_keys.insert(key, {at - soonestRepeat, at - soonestRepeat, at, true});
}

}
