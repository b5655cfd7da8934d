#include "app/journal/keys/KeyRing.h"

#include "app/journal/standing/CommittedRow.h"

namespace motcua::journal {

KeyRing::KeyRing(Key key, int epoch) : m_keys{{epoch, std::move(key)}}, m_newest(epoch), m_committed(std::make_shared<CommittedRow>()) {}

KeyRing::Key KeyRing::key(int epoch) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_keys.find(epoch);
    return found == m_keys.end() ? nullptr : found->second;
}

std::map<int, KeyRing::Key> KeyRing::all() const {
    const std::lock_guard lock(m_mutex);
    return m_keys;
}

void KeyRing::add(int epoch, Key key) {
    const std::lock_guard lock(m_mutex);
    m_keys[epoch] = std::move(key);
    m_newest.store(m_keys.rbegin()->first, std::memory_order_release);
}

}
