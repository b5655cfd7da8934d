#pragma once

#include "app/journal/standing/Standing.h"
#include "app/journal/standing/TpmCounter.h"

#include <QThreadPool>

#include <memory>

namespace motcua::journal {

/// Whether this file is the newest of its copies, where the PC has a TPM: the counter's value lies sealed in the file, and rises at each unlock, at
/// each leaving and after each `often` transactions; not at each, as a TPM wears. A copy from before the counter rose last lies below it. What is to
/// be is written first: after a crash in between the file is one above the counter, which no copy ever is. Owned by UnlockedParts, used in the GUI
/// thread; the counter rises in a thread of its own.
class Freshness {
public:
    static constexpr int often = 50;

    /// `counter`: null: there is no TPM.
    Freshness(sqlite::Connection& connection, Standing& standing, std::unique_ptr<TpmCounter> counter);
    ~Freshness();

    /// At an unlock: "journal.copy-seen" is written down as a doubt where the file is older than the counter; then it rises.
    base::Outcome begin();
    /// Within the transaction of an append.
    base::Outcome writing();
    /// When it is durable.
    void written();
    bool watches() const { return m_counter != nullptr; }

private:
    /// Writes what the counter will be.
    base::Outcome write();
    void raise();

    sqlite::Connection& m_connection;
    Standing& m_standing;
    std::unique_ptr<TpmCounter> m_counter;
    quint64 m_value = 0; ///< that the counter has, or is about to have
    int m_since = 0;     ///< transactions since it rose
    bool m_due = false;
    bool m_begun = false;
    QThreadPool m_thread;
};

}
