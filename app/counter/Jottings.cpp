#include "app/counter/Jottings.h"

#include "app/base/Logging.h"
#include "app/counter/DraftEnvelope.h"

#include <algorithm>

namespace motcua::counter {

using domain::ports::Draft;

Jottings::Jottings(const Ports& ports, const Desk& desk) : m_ports(ports), m_desk(desk) {
    constexpr int longestUnsaved = 300;
    m_saveTimer.setInterval(longestUnsaved);
    m_saveTimer.setSingleShot(true);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)saveNow(); });
}

QString Jottings::jotted(const QString& field) const {
    for (const Jotting& jotting : m_sheet.jottings)
        if (jotting.field == field)
            return jotting.text;
    return {};
}

void Jottings::jot(const QString& field, const QString& text) {
    if (jotted(field) == text)
        return;
    std::erase_if(m_sheet.jottings, [&](const Jotting& jotting) { return jotting.field == field; });
    if (!text.isEmpty())
        m_sheet.jottings.push_back({field, text, m_desk.now()});
    m_dirty = true;
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
}

base::Outcome Jottings::saveNow() {
    m_saveTimer.stop();
    if (!m_dirty)
        return base::done();
    const auto kept = write();
    if (!kept) {
        m_saveTimer.start();
        if (!std::exchange(m_failing, true))
            emit saveFailed(kept.error());
        return kept;
    }
    m_dirty = false;
    m_failing = false;
    return kept;
}

base::Outcome Jottings::write() {
    if (m_sheet.jottings.empty()) {
        auto dropped = m_draft.isNull() ? base::done() : m_ports.drafts.drop(m_draft);
        if (dropped)
            m_draft = {};
        return dropped;
    }
    if (m_draft.isNull())
        m_draft = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    return m_ports.drafts.save({m_draft, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Jottings, base::toJson(m_sheet))});
}

void Jottings::restore() {
    constexpr int longestKept = 30;
    m_saveTimer.stop();
    m_sheet = {};
    m_draft = {};
    m_dirty = false;
    const auto drafts = m_ports.drafts.drafts(m_desk.account().id);
    if (!drafts)
        qCWarning(base::lcCounter).noquote() << "jottings unread:" << drafts.error().toLogLine();
    else
        for (const Draft& draft : *drafts)
            if (const auto body = fromDraftContent(DraftOf::Jottings, draft.content)) {
                m_sheet = base::fromJson<Sheet>(*body);
                m_draft = draft.id;
                break;
            }
    std::erase_if(m_sheet.jottings, [oldest = m_desk.now().addDays(-longestKept)](const Jotting& jotting) { return jotting.changed < oldest; });
    emit restored();
}

}
