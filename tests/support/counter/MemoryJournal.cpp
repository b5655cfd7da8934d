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
    for (const Event& event : events) {
        m_events.push_back(event);
        m_seqs.push_back(++m_lastSeq);
        m_lastMoment = event.at;
    }
    return m_lastSeq;
}

base::Outcome MemoryJournal::fits(const std::vector<Event>& events) const {
    std::vector<Event> all = m_events;
    for (const Event& event : events) {
        if (!station.isNull() && event.station != station)
            return base::fail(QStringLiteral("journal.wrong-station"));
        qint64 version = 0;
        for (const Event& before : all)
            if (before.dossier == event.dossier)
                version = std::max(version, before.dossierVersion);
        if (event.dossierVersion > 0 && (event.dossier.isNull() || event.dossierVersion != version + 1))
            return base::fail(QStringLiteral("journal.version-conflict"));
        const auto number = domain::takenNumber(event.body);
        for (const Event& before : all)
            if (number.second > 0 && domain::takenNumber(before.body) == number)
                return base::fail(QStringLiteral("journal.number-taken"));
        all.push_back(event);
    }
    return base::done();
}

qint64 MemoryJournal::lastSeqOf(domain::DossierId dossier) const {
    qint64 last = 0;
    for (size_t i = 0; i < m_events.size(); ++i)
        if (m_events[i].dossier == dossier)
            last = std::max(last, m_seqs[i]);
    return last;
}

base::Result<std::vector<Event>> MemoryJournal::latest(int count) const {
    std::vector<Event> own;
    for (size_t i = 0; i < m_events.size(); ++i)
        if (m_seqs[i] > 0)
            own.push_back(m_events[i]);
    own.erase(own.begin(), own.end() - std::min<std::ptrdiff_t>(count, std::ssize(own)));
    return own;
}

base::Result<std::vector<Event>> MemoryJournal::history(domain::DossierId dossier) const {
    std::vector<Event> changing;
    std::vector<Event> adding;
    for (const Event& event : m_events)
        if (event.dossier == dossier)
            (event.dossierVersion > 0 ? changing : adding).push_back(event);
    std::stable_sort(changing.begin(), changing.end(), [](const Event& a, const Event& b) { return a.dossierVersion < b.dossierVersion; });
    std::stable_sort(adding.begin(), adding.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    std::vector<Event> ordered;
    auto next = adding.begin();
    for (const Event& event : changing) {
        while (!ordered.empty() && next != adding.end() && next->at < event.at)
            ordered.push_back(*next++);
        ordered.push_back(event);
    }
    ordered.insert(ordered.end(), next, adding.end());
    return ordered;
}

base::Result<qint64> MemoryJournal::appendAndDropDraft(const std::vector<Event>& events, domain::DraftId draft) {
    const auto appended = append(events);
    if (appended)
        (void)m_drafts.drop(draft);
    return appended;
}

}
