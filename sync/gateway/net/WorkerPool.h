#pragma once

#include "sync/gateway/net/ConnectionGuard.h"

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace motcua::gateway {

/// Threads for connections: made as they are needed, up to a bound; further connections wait. Made for and owned by httplib, one
/// for each listener.
class WorkerPool final : public httplib::TaskQueue {
public:
    WorkerPool(ConnectionGuard& guard, size_t most) : m_guard(guard), m_most(most) {}
    ~WorkerPool() override { shutdown(); }

    void enqueue(std::function<void()> connection) override;
    void shutdown() override;

private:
    void work();

    ConnectionGuard& m_guard;
    size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    std::vector<std::thread> m_threads;
    size_t m_idle = 0;
    bool m_stopped = false;
};

}
