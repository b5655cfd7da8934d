#pragma once

#include "app/journal/keys/DataKey.h"

#include <atomic>
#include <map>
#include <mutex>

namespace motcua::journal {

class CommittedRow;

/// The data keys of a station: the newest seals, each opens what was sealed in its epoch. An epoch ends when somebody leaves, so that what they could
/// open once opens nothing that is written afterwards. Shared by the threads that seal and open.
class KeyRing {
public:
    using Key = std::shared_ptr<const DataKey>;

    static constexpr int most = 0xffff;

    KeyRing(Key key, int epoch);
    KeyRing(const KeyRing&) = delete;
    KeyRing& operator=(const KeyRing&) = delete;

    int newest() const { return m_newest.load(std::memory_order_acquire); }
    /// Null: there is none of this epoch.
    Key key(int epoch) const;
    Key newestKey() const { return key(newest()); }
    /// By epoch.
    std::map<int, Key> all() const;
    void add(int epoch, Key key);
    /// Of the standing, as far as this program saw it under these keys; see there.
    const std::shared_ptr<CommittedRow>& committed() const { return m_committed; }

private:
    mutable std::mutex m_mutex;
    std::map<int, Key> m_keys;
    std::atomic<int> m_newest;
    std::shared_ptr<CommittedRow> m_committed;
};

using KeyRingPointer = std::shared_ptr<KeyRing>;

}
