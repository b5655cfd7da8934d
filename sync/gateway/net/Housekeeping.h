#pragma once

#include "sync/gateway/Platform.h"
#include "sync/gateway/net/front/Revoked.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace motcua::gateway {

/// What is due by the clock, every two seconds: stations to wake for what another program published, stations that were revoked, claims,
/// uploads and failed guesses whose time is over, last contacts to write down; at the start and every hour, blobs that no record names, whether the
/// authority is about to end, and whether somebody wrote to the tables that say who may do what; to those also ten
/// seconds after another program wrote, at most. One thread of its own, from start() to stop(). Owned by Server.
class Housekeeping {
public:
    Housekeeping(Platform& platform, Revoked& revoked) : m_platform(platform), m_revoked(revoked) {}
    ~Housekeeping() { stop(); }

    void start();
    void stop();
    /// Which certificates the station table has revoked, by this program or another.
    void lookForRevoked();

private:
    void run();
    void warnOfTheAuthority() const;
    void warnOfTouchedRows();

    Platform& m_platform;
    Revoked& m_revoked;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    QStringList m_touched; ///< rows, as they were last warned of
    std::thread m_thread;
};

}
