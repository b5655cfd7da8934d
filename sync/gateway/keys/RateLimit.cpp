#include "sync/gateway/keys/RateLimit.h"

#include "sync/gateway/store/EnrolmentTable.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace motcua::gateway {

namespace {

/// What counts at `now`. Programs' clocks may differ, and a clock may be set back: what is a little ahead counts too, what is far
/// ahead does not, so that nobody is shut out for longer than a span or two.
EnrolmentTable::Span around(qint64 now, qint64 span) {
    return {now - span + 1, now + span - 1};
}

}

QString RateLimit::whoAt(const QString& address) {
    using Bytes = std::array<unsigned char, 16>;
    constexpr Bytes plain{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0}; // ::ffff:192.0.2.1
    constexpr ptrdiff_t plainFrom = 12;
    constexpr ptrdiff_t networkBytes = 8;
    Bytes whole{};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (::inet_pton(AF_INET6, address.toLatin1().constData(), whole.data()) != 1)
        return address;
    if (std::equal(plain.begin(), plain.begin() + plainFrom, whole.begin()))
        return QString::fromLatin1(::inet_ntop(AF_INET, whole.data() + plainFrom, text.data(), text.size()));
    std::fill(whole.begin() + networkBytes, whole.end(), '\0');
    return QString::fromLatin1(::inet_ntop(AF_INET6, whole.data(), text.data(), text.size()));
}

base::Result<bool> RateLimit::begin(const QString& who) {
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto counted = around(now, m_bounds.span);
    return m_store.write([&](Tables& tables) -> base::Result<bool> {
        const auto failed = tables.enrolments().failures(who, counted);
        if (!failed)
            return base::fail(failed.error());
        if (*failed >= m_bounds.most)
            return false;
        return tables.enrolments()
            .forgetFailuresOutside(counted)
            .and_then([&](base::Done) { return tables.enrolments().addFailure(who, now); })
            .map([](base::Done) { return true; });
    });
}

base::Outcome RateLimit::forgive(const QString& who) {
    return m_store.write([&](Tables& tables) { return tables.enrolments().dropFailure(who); });
}

base::Outcome RateLimit::forgetOld() {
    const auto counted = around(m_clock.now().toMSecsSinceEpoch(), m_bounds.span);
    const auto isOld = m_store.read([&](const Tables& tables) { return tables.enrolments().hasFailuresOutside(counted); });
    if (!isOld || !*isOld)
        return isOld ? base::done() : base::fail(isOld.error());
    return m_store.write([&](Tables& tables) { return tables.enrolments().forgetFailuresOutside(counted); });
}

}
