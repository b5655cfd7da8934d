#pragma once

#include <QHash>

#include <mutex>

namespace motcua::gateway {

/// How many requests of one station may be under way in this program at a time: a bound on the program's own threads, so nothing that
/// another program would have to know. Owned by Server; may be used by any thread.
class RequestLimit {
public:
    /// A request under way, counted as long as it lives.
    class Pass {
    public:
        Pass(RequestLimit& limit, qint64 station) : m_limit(limit), m_station(station) {
            const std::lock_guard lock(m_limit.m_mutex);
            m_granted = ++m_limit.m_underWay[station] <= most;
        }
        ~Pass() {
            const std::lock_guard lock(m_limit.m_mutex);
            if (--m_limit.m_underWay[m_station] == 0)
                m_limit.m_underWay.remove(m_station);
        }
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        bool isGranted() const { return m_granted; }

    private:
        RequestLimit& m_limit;
        qint64 m_station;
        bool m_granted = false;
    };

    static constexpr int most = 12;

private:
    std::mutex m_mutex;
    QHash<qint64, int> m_underWay;
};

}
