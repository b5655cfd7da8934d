#include "sync/gateway/keys/RateLimit.h"

#include "sync/gateway/store/EnrolmentTable.h"

namespace motcua::gateway {

namespace {

/// What counts at `now`. Programs' clocks may differ, and a clock may be set back: what is a little ahead counts too, what is far
/// ahead does not, so that nobody is shut out for longer than a span or two.
EnrolmentTable::Span around(qint64 now, qint64 span) {
    return {now - span + 1, now + span - 1};
}

}

base::Result<bool> RateLimit::allows(const QString& address) const {
    const auto counted = around(m_clock.now().toMSecsSinceEpoch(), m_bounds.span);
    return m_store.read([&](const Tables& tables) { return tables.enrolments().failures(address, counted); })
        .map([&](const EnrolmentTable::Failures& failures) { return failures.each < m_bounds.each && failures.all < m_bounds.all; });
}

base::Outcome RateLimit::countFailure(const QString& address) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_store.write([&](Tables& tables) {
        return tables.enrolments().forgetFailuresOutside(around(now, m_bounds.span)).and_then([&](base::Done) {
            return tables.enrolments().addFailure(address, now);
        });
    });
}

base::Outcome RateLimit::forgetOld() {
    const auto counted = around(m_clock.now().toMSecsSinceEpoch(), m_bounds.span);
    const auto isOld = m_store.read([&](const Tables& tables) { return tables.enrolments().hasFailuresOutside(counted); });
    if (!isOld || !*isOld)
        return isOld ? base::done() : base::fail(isOld.error());
    return m_store.write([&](Tables& tables) { return tables.enrolments().forgetFailuresOutside(counted); });
}

}
