#include "app/counter/Discards.h"

#include "app/counter/Desk.h"

#include <algorithm>
#include <chrono>

namespace motcua::counter {

using domain::DraftId;

namespace {

constexpr std::chrono::seconds longestUndo{10};

}

Discards::Discards(const Ports& ports, const Desk& desk) : m_ports(ports), m_desk(desk) {
    m_undo.setSingleShot(true);
    m_undo.setInterval(longestUndo);
    connect(&m_undo, &QTimer::timeout, this, &Discards::settle);
}

void Discards::add(DraftId draft) {
    m_discarded.push_back({draft, m_desk.account().id});
    m_undo.start();
    emit changed();
}

bool Discards::has(DraftId draft) const {
    return std::any_of(m_discarded.begin(), m_discarded.end(), [draft](const Discard& each) { return each.draft == draft; });
}

bool Discards::canTakeBack() const {
    return std::any_of(m_discarded.begin(), m_discarded.end(), [this](const Discard& each) { return each.by == m_desk.account().id; });
}

DraftId Discards::takeBack() {
    const auto last = std::find_if(m_discarded.rbegin(), m_discarded.rend(), [this](const Discard& each) { return each.by == m_desk.account().id; });
    if (last == m_discarded.rend())
        return {};
    const DraftId draft = last->draft;
    spare(draft);
    return draft;
}

void Discards::spare(DraftId draft) {
    if (std::erase_if(m_discarded, [draft](const Discard& each) { return each.draft == draft; }) == 0)
        return;
    if (m_discarded.empty())
        m_undo.stop();
    emit changed();
}

void Discards::settle() {
    m_undo.stop();
    const auto discarded = std::exchange(m_discarded, {});
    if (discarded.empty())
        return;
    for (const Discard& each : discarded)
        if (const auto dropped = m_ports.drafts.drop(each.draft); !dropped)
            emit failed(dropped.error());
    emit changed();
}

}
