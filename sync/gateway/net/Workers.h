#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace motcua::gateway {

/// So many threads and no more, which do what the store and the disk are needed for. What waits is bounded by the connections: each has
/// one piece of work at a time. Owned by Server; may be used by any thread.
class Workers {
public:
    explicit Workers(size_t threads);
    ~Workers() { stop(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void post(std::function<void()> work);
    /// Does what waits, then ends. What is posted afterwards is done by whoever posts it.
    void stop();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

}
