#include "sync/gateway/net/WorkerPool.h"

namespace motcua::gateway {

void WorkerPool::enqueue(std::function<void()> connection) {
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    m_waiting.push_back(std::move(connection));
    if (m_idle < m_waiting.size() && m_threads.size() < m_most)
        m_threads.emplace_back([this] { work(); });
    else
        m_wake.notify_one();
}

void WorkerPool::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_stopped || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty())
            return;
        const auto connection = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        connection();
        m_guard.leave();
        lock.lock();
    }
}

void WorkerPool::shutdown() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

}
