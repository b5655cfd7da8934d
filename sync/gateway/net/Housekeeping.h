#pragma once

#include "sync/gateway/Platform.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace motcua::gateway {

/// What is due by the clock, every two seconds: stations to wake for what another program published, claims, uploads and failed
/// guesses whose time is over, last contacts to write down. One thread of its own, from
/// start() to stop(). Owned by Server.
class Housekeeping {
public:
    explicit Housekeeping(Platform& platform) : m_platform(platform) {}
    ~Housekeeping() { stop(); }

    void start();
    void stop();

private:
    void run();

    Platform& m_platform;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread;
};

}
