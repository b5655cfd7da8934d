#include "tests/support/counter/MemoryJournal.h"

#include "app/domain/EventCodec.h"

#include <algorithm>
#include <map>

namespace motcua::test {

using domain::Event;

base::Result<qint64> MemoryJournal::append(const std::vector<Event>& events) {
    if (const auto hook = std::exchange(beforeAppend, {}))
        hook();
    if (!nextFailure.code.isEmpty()) {
        const base::Error error = nextFailure;
        if (failOnce)
            nextFailure = {};
        return base::fail(error);
    }
    if (const auto fit = fits(events); !fit)
        return base::fail(fit.error());
    m_events.insert(m_events.end(), events.begin(), events.end());
    return static_cast<qint64>(m_events.size());
}

base::Outcome MemoryJournal::fits(const std::vector<Event>& events) const {
    std::vector<Event> all = m_events;
    for (const Event& event : events) {
        const auto number = domain::takenNumber(event.body);
        for (const Event& before : all) {
            const bool sameVersion = event.dossierVersion > 0 && before.dossier == event.dossier && before.dossierVersion == event.dossierVersion;
            if (sameVersion)
                return base::fail(QStringLiteral("journal.version-conflict"));
            if (number.second > 0 && domain::takenNumber(before.body) == number)
                return base::fail(QStringLiteral("journal.number-taken"));
        }
        all.push_back(event);
    }
    return base::done();
}

base::Result<std::vector<Event>> MemoryJournal::history(domain::DossierId dossier) const {
    std::vector<Event> found;
    std::copy_if(m_events.begin(), m_events.end(), std::back_inserter(found), [dossier](const Event& event) { return event.dossier == dossier; });
    return found;
}

base::Result<qint64> MemoryJournal::appendAndDropDraft(const std::vector<Event>& events, domain::DraftId draft) {
    const auto appended = append(events);
    if (appended)
        (void)m_drafts.drop(draft);
    return appended;
}

}
