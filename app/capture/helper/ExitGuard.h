#pragma once

#include "app/base/Result.h"

#include <future>
#include <thread>

namespace motcua::capture::helper {

class Link;

/// Drivers that read in a thread of their own kill it in sane_cancel() and then may wait for ever for a lock that it held (seen
/// with Debian's own test backend, about once in a hundred errors). What happened must not be lost with the driver: when this
/// guard is not gone in time, it tells the outcome itself and ends the helper. Lives on the stack around the driver's last calls.
class ExitGuard {
public:
    ExitGuard(const base::Outcome& outcome, Link& link);
    ~ExitGuard();
    ExitGuard(const ExitGuard&) = delete;
    ExitGuard& operator=(const ExitGuard&) = delete;

private:
    std::promise<void> m_left;
    std::thread m_watch;
};

}
