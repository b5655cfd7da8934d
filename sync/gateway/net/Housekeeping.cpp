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

void Housekeeping::lookForRevoked() {
    const auto revoked = m_platform.stations().revokedCertificates();
    if (revoked)
        m_revoked.set(*revoked);
    else
        report("revoked stations not read:", base::fail(revoked.error()));
}

/// Three weeks before desks stop to believe the server.
void Housekeeping::warnOfTheAuthority() const {
    constexpr qint64 early = 21;
    const QDateTime until = m_platform.authority().until();
    if (m_platform.clock().now().daysTo(until) < early)
        qCWarning(base::lcGateway).noquote() << "the authority is good until" << until.toString(Qt::ISODate)
                                             << "and desks believe no server after that: motcua-gateway authority renew";
}

void Housekeeping::run() {
    auto sweepAt = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::seconds(2), [this] { return m_stopped; })) {
        report("feed not rung:", m_platform.bell().ringIfChangedElsewhere());
        lookForRevoked();
        report("claims not expired:", m_platform.claims().expire());
        report("uploads not expired:", m_platform.uploads().expire());
        report("failures not forgotten:", m_platform.enrolment().expire());
        report("contacts not written:", m_platform.stations().writeContacts());
        if (const auto now = std::chrono::steady_clock::now(); now >= sweepAt) {
            warnOfTheAuthority();
            report("blobs not swept:", m_platform.blobs().sweepUnnamed());
            report("unused numbers not written off:", m_platform.books().writeOffUnused());
            sweepAt = now + std::chrono::hours(1);
        }
    }
    report("contacts not written:", m_platform.stations().writeContacts());
}

}
