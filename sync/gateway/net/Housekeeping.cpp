#include "sync/gateway/net/Housekeeping.h"

#include "app/base/Logging.h"

namespace motcua::gateway {

namespace {

void report(const char* what, const base::Outcome& outcome) {
    if (!outcome)
        qCWarning(base::lcGateway).noquote() << what << outcome.error().toLogLine();
}

}

void Housekeeping::start() {
    m_thread = std::thread([this] { run(); });
}

void Housekeeping::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Housekeeping::run() {
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::seconds(2), [this] { return m_stopped; })) {
        report("feed not rung:", m_platform.bell().ringIfChangedElsewhere());
        report("claims not expired:", m_platform.claims().expire());
        report("uploads not expired:", m_platform.uploads().expire());
        report("failures not forgotten:", m_platform.enrolment().expire());
        report("contacts not written:", m_platform.stations().writeContacts());
    }
    report("contacts not written:", m_platform.stations().writeContacts());
}

}
