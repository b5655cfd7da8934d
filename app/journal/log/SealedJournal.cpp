#include "app/journal/log/SealedJournal.h"

#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <algorithm>

namespace motcua::journal {

SealedJournal::SealedJournal(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key, UnlockMode mode)
    : m_connection(connection), m_log(connection, station, Sealer(key)),
      m_history(connection, station, key, mode == UnlockMode::Rescue ? OnDamage::Skip : OnDamage::Report),
      m_standing(connection, station.value(), Sealer(key)), m_mode(mode) {}

base::Result<qint64> SealedJournal::append(const std::vector<domain::Event>& events) {
    return appendAndDropDraft(events, {});
}

base::Result<qint64> SealedJournal::appendAndDropDraft(const std::vector<domain::Event>& events, domain::DraftId draft) {
    if (m_mode == UnlockMode::Rescue)
        return base::fail(QStringLiteral("journal.read-only"));
    auto last = addAll(events, draft);
    if (!last)
        return base::fail(journalError(last.error()));
    return last;
}

base::Result<qint64> SealedJournal::addSigned(const std::vector<domain::Event>& events) {
    const auto before = m_log.head();
    if (!before)
        return base::fail(before.error());
    qint64 last = before->seq;
    qint64 first = last + 1;
    std::vector<QByteArray> hashes;
    bool all = true;
    for (const domain::Event& event : events) {
        const auto added = m_log.add(event);
        if (!added)
            return base::fail(added.error());
        last = added->seq;
        // What nobody does comes before somebody's act, and is none of it.
        if (event.actor.isNull() && hashes.empty()) {
            first = last + 1;
            continue;
        }
        hashes.push_back(added->hash);
        all = all && signsFor(event.actor);
    }
    if (hashes.empty() || !all)
        return last;
    // The platform may have said meanwhile that it does not take the key.
    const auto bound = PersonSlots::isBound(m_connection, m_signer->publicKey());
    if (!bound || !*bound)
        return bound ? base::Result<qint64>(last) : base::fail(bound.error());
    return m_log.sign(*m_signer, first, hashes).map([&](base::Done) { return last; });
}

base::Result<qint64> SealedJournal::addAll(const std::vector<domain::Event>& events, domain::DraftId draft) {
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    if (const auto may = mayFollow(*transaction); !may)
        return base::fail(may.error());
    if (const auto said = sayHeard(events); !said)
        return base::fail(said.error());
    const auto last = addSigned(events);
    if (!last)
        return last;
    const auto sealed = m_log.head().and_then([&](const OwnLog::Head& head) { return m_standing.writeHead(head); }).and_then([&](base::Done) {
        return m_freshness ? m_freshness->writing() : base::done();
    });
    if (!sealed)
        return base::fail(sealed.error());
    if (!draft.isNull()) {
        const auto dropped = m_connection.prepare("DELETE FROM draft WHERE id = ?1").bind(draft.value()).run();
        if (!dropped)
            return base::fail(dropped.error());
    }
    return transaction->commit().map([&](base::Done) {
        if (m_freshness)
            m_freshness->written();
        return *last;
    });
}

/// That the file was set back is written down, although nothing else is.
base::Outcome SealedJournal::mayFollow(sqlite::Transaction& transaction) {
    const auto last = m_log.head();
    const auto may = last ? m_standing.mayFollow(*last) : base::fail(last.error());
    if (may || !last || !m_security)
        return may;
    const auto noted = m_security->noteSetBack(&*last);
    const auto kept = noted && *noted ? transaction.commit() : noted.map([](bool) { return base::Done(); });
    return kept ? may : kept;
}

/// In the transaction of the act that follows.
base::Outcome SealedJournal::sayHeard(const std::vector<domain::Event>& events) {
    const bool isDone = std::any_of(events.begin(), events.end(), [](const domain::Event& event) { return !event.actor.isNull(); });
    if (!m_heard || !isDone)
        return base::done();
    const auto heard = m_heard();
    const auto said = factNumber(m_connection, QStringLiteral("feed-heard"));
    if (!heard || !said)
        return base::fail(heard ? said.error() : heard.error());
    if (*heard == 0 || *heard == *said)
        return base::done();
    const domain::Event event{domain::FeedHeard{*heard}, {}, 0, events.front().station, {}, events.front().at};
    return m_log.add(event).and_then([&](const auto&) { return setFact(m_connection, QStringLiteral("feed-heard"), QByteArray::number(*heard)); });
}

base::Result<std::vector<domain::Event>> SealedJournal::history(domain::DossierId dossier) const {
    auto entries = m_history.of(dossier);
    if (!entries)
        return base::fail(journalError(entries.error(), QStringLiteral("journal.read-failed")));
    std::vector<domain::Event> events;
    events.reserve(entries->size());
    for (History::Entry& entry : *entries)
        events.push_back(std::move(entry.event));
    return events;
}

base::Result<QDateTime> SealedJournal::lastMoment() const {
    auto statement = m_connection.prepare("SELECT at FROM record ORDER BY seq DESC LIMIT 1");
    const auto row = statement.next();
    if (!row)
        return base::fail(journalError(row.error(), QStringLiteral("journal.read-failed")));
    return *row ? QDateTime::fromMSecsSinceEpoch(statement.integer(0), Qt::UTC) : QDateTime();
}

base::Result<std::vector<domain::Event>> SealedJournal::latest(int count) const {
    auto events = m_history.ownLatest(count);
    if (!events)
        return base::fail(journalError(events.error(), QStringLiteral("journal.read-failed")));
    return events;
}

base::Outcome SealedJournal::erasePayload(qint64 seq) {
    if (m_mode == UnlockMode::Rescue)
        return base::fail(QStringLiteral("journal.read-only"));
    const auto erased = m_log.erasePayload(seq);
    if (!erased)
        return base::fail(journalError(erased.error()));
    return erased;
}

}
