#include "sync/gateway/net/Housekeeping.h"

#include "app/base/Logging.h"
#include "sync/gateway/store/RowTable.h"
#include "sync/gateway/store/Tables.h"

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

void Housekeeping::warnOfTouchedRows() {
    constexpr int most = 20;
    const auto touched = m_platform.store().read([](const Tables& tables) { return tables.rows().faults(RowTable::Scope::Doors, most); });
    if (!touched)
        return report("rows not looked at:", base::fail(touched.error()));
    if (*touched == m_touched)
        return;
    m_touched = *touched;
    for (const QString& line : m_touched)
        qCCritical(base::lcGateway).noquote() << "somebody without the key wrote to the database:" << line;
    if (!m_touched.isEmpty())
        qCCritical(base::lcGateway) << "what it opens to him is served: stop, look with motcua-gateway check, put a copy of before back";
}

void Housekeeping::run() {
    using std::chrono::steady_clock;
    constexpr auto atMost = std::chrono::seconds(10);
    auto sweepAt = steady_clock::now();
    auto lookAt = steady_clock::now();
    bool isChanged = true;
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::seconds(2), [this] { return m_stopped; })) {
        const auto changed = m_platform.bell().ringIfChangedElsewhere();
        report("feed not rung:", changed.map([](bool) { return base::Done(); }));
        isChanged = isChanged || changed.value_or(false);
        if (const auto now = steady_clock::now(); isChanged && now >= lookAt) {
            warnOfTouchedRows();
            isChanged = false;
            lookAt = now + atMost;
        }
        lookForRevoked();
        report("claims not expired:", m_platform.claims().expire());
        report("uploads not expired:", m_platform.uploads().expire());
        report("failures not forgotten:", m_platform.enrolment().expire());
        report("contacts not written:", m_platform.stations().writeContacts());
        if (const auto now = steady_clock::now(); now >= sweepAt) {
            isChanged = true;
            warnOfTheAuthority();
            report("blobs not swept:", m_platform.blobs().sweepUnnamed());
            report("unused numbers not written off:", m_platform.books().writeOffUnused());
            sweepAt = now + std::chrono::hours(1);
        }
    }
    report("contacts not written:", m_platform.stations().writeContacts());
}

}
