#include "app/counter/SyncDesk.h"

#include "app/base/Logging.h"

#include <algorithm>

namespace motcua::counter {

SyncDesk::SyncDesk(const Ports& ports) : m_ports(ports), m_status(ports.sync.status()) {
    connect(&m_ports.sync, &engine::Service::statusChanged, this, [this](const engine::Status& status) {
        const bool moved = status.acknowledged != m_status.acknowledged;
        m_status = status;
        emit changed();
        if (moved)
            emit acknowledgedChanged();
    });
}

base::Result<std::vector<domain::ports::UnsentItem>> SyncDesk::unsent(int limit) const {
    return m_ports.exchange.unsent(limit);
}

base::Result<std::vector<domain::ports::RefusedItem>> SyncDesk::refusals() const {
    return m_ports.exchange.refusals();
}

base::Result<domain::ports::ReadVersions> SyncDesk::readVersions() const {
    return m_ports.exchange.readVersions();
}

Standing SyncDesk::standing() const {
    if (m_status.refusals > 0)
        return Standing::NeedsYou;
    // The status comes from another thread and may not have heard of what was appended just now; the journal has.
    const auto left = m_ports.exchange.unsent(1);
    if (!left || !left->empty() || m_status.unsent > 0 || m_status.unsentBlobs > 0)
        return Standing::Waiting;
    // The mark is only ever moved by an answer that the platform signed, and it outlasts the program.
    return m_status.acknowledged == 0 ? Standing::Nothing : Standing::Confirmed;
}

void SyncDesk::tryNow() {
    m_ports.sync.tryNow();
}

void SyncDesk::takeOut(qint64 seq) {
    if (const auto cleared = m_ports.exchange.takeOut(seq); !cleared)
        qCWarning(base::lcCounter).noquote() << "needs-you item stays:" << cleared.error().toLogLine();
}

void SyncDesk::sendAgain(qint64 seq) {
    takeOut(seq);
    m_ports.sync.tryNow();
    emit changed();
}

void SyncDesk::seenDoubt(const QString& code) {
    if (const auto seen = m_ports.exchange.seen(code); !seen)
        qCWarning(base::lcCounter).noquote() << "what is doubted stays:" << seen.error().toLogLine();
    emit changed();
}

void SyncDesk::seenTo(qint64 seq) {
    const auto items = m_ports.exchange.refusals();
    const auto item =
        items ? std::find_if(items->begin(), items->end(), [seq](const auto& each) { return each.seq == seq; }) : decltype(items->begin())();
    if (!items || item == items->end())
        return;
    for (const domain::ports::RefusedItem& each : *items)
        if (each.seq == seq || (each.forGood && !each.dossier.isNull() && each.dossier == item->dossier))
            takeOut(each.seq);
    m_ports.sync.tryNow();
    emit changed();
}

}
