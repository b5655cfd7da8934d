#pragma once

#include <QByteArray>
#include <QSet>

#include <memory>
#include <mutex>

namespace motcua::gateway {

/// The certificates that no longer count, as the station table had them a moment ago: for the handshake, which must not wait for the
/// store. Owned by Server, whose housekeeping brings it up to date; may be used by any thread.
class Revoked {
public:
    using Certificates = QSet<QByteArray>; ///< DER

    bool has(const QByteArray& certificate) const { return certificates()->contains(certificate); }
    bool isEmpty() const { return certificates()->isEmpty(); }
    void set(Certificates certificates) {
        auto made = std::make_shared<const Certificates>(std::move(certificates));
        const std::lock_guard lock(m_mutex);
        m_certificates.swap(made);
    }

private:
    std::shared_ptr<const Certificates> certificates() const {
        const std::lock_guard lock(m_mutex);
        return m_certificates;
    }

    mutable std::mutex m_mutex;
    std::shared_ptr<const Certificates> m_certificates = std::make_shared<const Certificates>();
};

}
