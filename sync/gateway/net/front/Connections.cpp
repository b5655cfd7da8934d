#include "sync/gateway/net/front/Connections.h"

namespace motcua::gateway {

namespace {

void decrease(QHash<QByteArray, int>& counts, const QByteArray& key) {
    if (const auto found = counts.find(key); found != counts.end() && --*found == 0)
        counts.erase(found);
}

}

Connections::List& Connections::listOf(Place::In in) {
    return in == Place::In::Strangers ? m_strangers : in == Place::In::Idle ? m_idle : m_served;
}

void Connections::put(Place& place, Place::In in) {
    place.m_in = in;
    List& list = listOf(in);
    place.m_at = list.insert(list.end(), &place);
}

void Connections::take(Place& place) {
    listOf(place.m_in).erase(place.m_at);
}

/// One that was asked to end is asked once, and counts until it is gone.
bool Connections::endOldest(List& list, const std::function<bool(const Place&)>& fits) {
    for (Place* place : list) {
        if (!fits(*place))
            continue;
        take(*place);
        put(*place, Place::In::Served);
        place->m_end();
        return true;
    }
    return false;
}

bool Connections::isSpared(const Place& place) const {
    return m_bounds.spared.count() > 0 && m_ofAddress.value(place.m_address) <= m_bounds.few &&
           std::chrono::steady_clock::now() - place.m_came < m_bounds.spared;
}

bool Connections::Place::enter(const QByteArray& address, std::function<void()> end) {
    const std::lock_guard lock(m_all.m_mutex);
    if (m_all.m_isClosed)
        return false;
    const auto anyone = [&](const Place& place) { return !m_all.isSpared(place); };
    const auto same = [&](const Place& place) { return place.m_address == address; };
    if (m_all.m_ofAddress.value(address) >= m_all.m_bounds.perAddress && !m_all.endOldest(m_all.m_strangers, same) &&
        !m_all.endOldest(m_all.m_idle, same))
        return false;
    if (static_cast<int>(m_all.m_strangers.size()) >= m_all.m_bounds.strangers && !m_all.endOldest(m_all.m_strangers, anyone))
        return false;
    if (m_all.m_count >= m_all.m_bounds.all && !m_all.endOldest(m_all.m_strangers, anyone) && !m_all.endOldest(m_all.m_idle, anyone))
        return false;
    m_address = address;
    m_came = std::chrono::steady_clock::now();
    m_end = std::move(end);
    ++m_all.m_ofAddress[address];
    ++m_all.m_count;
    m_all.put(*this, In::Strangers);
    return true;
}

bool Connections::Place::certified(const QByteArray& certificate) {
    const std::lock_guard lock(m_all.m_mutex);
    const auto same = [&](const Place& place) { return place.m_certificate == certificate; };
    if (m_all.m_ofCertificate.value(certificate) >= m_all.m_bounds.perCertificate && !m_all.endOldest(m_all.m_idle, same))
        return false;
    m_certificate = certificate;
    ++m_all.m_ofCertificate[certificate];
    m_all.take(*this);
    m_all.put(*this, In::Idle);
    return true;
}

void Connections::Place::setServed(bool served) {
    const std::lock_guard lock(m_all.m_mutex);
    m_all.take(*this);
    m_all.put(*this, served ? In::Served : In::Idle);
}

void Connections::Place::leave() {
    const std::lock_guard lock(m_all.m_mutex);
    if (m_in == In::Nothing)
        return;
    m_all.take(*this);
    m_in = In::Nothing;
    if (--m_all.m_count == 0)
        m_all.m_none.notify_all();
    decrease(m_all.m_ofAddress, m_address);
    if (!m_certificate.isEmpty())
        decrease(m_all.m_ofCertificate, m_certificate);
}

void Connections::endAll() {
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    for (const List* list : {&m_strangers, &m_idle, &m_served})
        for (Place* place : *list)
            place->m_end();
}

bool Connections::waitForNone(std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(m_mutex);
    return m_none.wait_until(lock, until, [this] { return m_count == 0; });
}

int Connections::count() const {
    const std::lock_guard lock(m_mutex);
    return m_count;
}

}
