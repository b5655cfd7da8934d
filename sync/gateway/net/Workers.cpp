#include "sync/gateway/net/Workers.h"

namespace motcua::gateway {

Workers::Workers(size_t threads) {
    for (size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

void Workers::post(std::function<void()> work) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopped) {
            m_waiting.push_back(std::move(work));
            m_wake.notify_one();
            return;
        }
    }
    work();
}

void Workers::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopped || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        auto work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

void Workers::stop() {
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
