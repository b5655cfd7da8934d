#pragma once

#include <QtGlobal>

#include <atomic>

namespace motcua::gateway {

/// Bytes of bodies that are being gathered, of all connections together. Owned by Front; may be used by any thread.
class Budget {
public:
    explicit Budget(qint64 bytes) : m_left(bytes) {}

    /// What one request has taken of it; given back in the end.
    class Share {
    public:
        explicit Share(Budget& budget) : m_budget(budget) {}
        ~Share() { giveBack(); }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

        /// False: there is no more.
        bool grow(qint64 bytes) {
            m_bytes += bytes;
            return m_budget.m_left.fetch_sub(bytes) >= bytes;
        }
        void giveBack() {
            m_budget.m_left += m_bytes;
            m_bytes = 0;
        }

    private:
        Budget& m_budget;
        qint64 m_bytes = 0;
    };

private:
    std::atomic<qint64> m_left;
};

}
