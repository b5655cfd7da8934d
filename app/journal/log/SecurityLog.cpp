#include "app/journal/log/SecurityLog.h"

#include "app/base/Clock.h"
#include "app/base/Json.h"
#include "app/journal/keys/AttemptLog.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/SecurityPending.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace motcua::journal {

using domain::SecurityEvent;
using domain::SecurityKind;

namespace {

SecurityEvent eventOf(const QByteArray& plain) {
    return base::fromJson<SecurityEvent>(QJsonDocument::fromJson(plain).object());
}

base::Outcome inTransaction(sqlite::Connection& connection, const std::function<base::Outcome()>& work) {
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(journalError(transaction.error()));
    const base::Outcome done = work().and_then([&](base::Done) { return transaction->commit(); });
    return done ? done : base::Outcome(base::fail(journalError(done.error())));
}

}

SecurityLog::SecurityLog(sqlite::Connection& connection, const QUuid& station, Sealer sealer, Standing& standing, const base::Clock& clock)
    : m_connection(connection), m_standing(standing), m_chain(connection, station, std::move(sealer), standing), m_clock(clock) {}

base::Outcome SecurityLog::note(const SecurityEvent& event) {
    if (m_connection.isReadOnly())
        return base::fail(QStringLiteral("journal.read-only"));
    return inTransaction(m_connection, [&] { return append(event); });
}

base::Outcome SecurityLog::noteOfNobody(const SecurityEvent& event) {
    const QString actor = std::exchange(m_actor, {});
    auto noted = note(event);
    m_actor = actor;
    return noted;
}

base::Outcome SecurityLog::append(SecurityEvent event) {
    constexpr qsizetype longest = 200;
    const auto write = [this](const SecurityEvent& what) { return m_chain.append(QJsonDocument(base::toJson(what)).toJson(QJsonDocument::Compact)); };
    if (!event.at.isValid())
        event.at = m_clock.now();
    if (event.actor.isEmpty())
        event.actor = m_actor;
    event.about.truncate(longest);
    const auto begins = m_chain.begins();
    if (!begins)
        return base::fail(begins.error());
    // A desk's first line is its enrolment: nothing was before.
    const base::Outcome begun = *begins && event.kind != SecurityKind::Enrolled ? write({SecurityKind::LogBegan, m_clock.now()}) : base::done();
    return begun.and_then([&](base::Done) { return write(event); });
}

base::Result<std::vector<SecurityEvent>> SecurityLog::events(const domain::SecurityFilter& filter) const {
    std::vector<SecurityEvent> events;
    const auto walked = m_chain.walk(SecurityChain::Order::NewestFirst, [&](qint64, const QByteArray& plain) {
        SecurityEvent event = eventOf(plain);
        // A clock that was put back leaves a day in two pieces: the walk ends a week before it.
        constexpr int doubt = 7;
        const bool isOver = filter.day.isValid() && base::toVietnamTime(event.at).date() < filter.day.addDays(-doubt);
        if (filter.fits(event))
            events.push_back(std::move(event));
        return !isOver && static_cast<int>(events.size()) < filter.limit;
    });
    if (!walked)
        return base::fail(journalError(walked.error(), QStringLiteral("journal.read-failed")));
    return events;
}

base::Result<domain::ports::SecurityPage> SecurityLog::page(const domain::SecurityFilter& filter) const {
    auto found = events(filter);
    if (!found)
        return base::fail(found.error());
    const auto faults = m_chain.faults();
    if (!faults)
        return base::fail(journalError(faults.error(), QStringLiteral("journal.read-failed")));
    return domain::ports::SecurityPage{std::move(*found), *faults};
}

base::Outcome SecurityLog::takePending(const LoginOf& loginOf) {
    const auto items = pending::all(m_connection);
    if (!items)
        return base::fail(items.error());
    failedtries::BySlot waited;
    for (const pending::Item& item : *items) {
        if (item.kind == SecurityKind::SignInFailed)
            waited[item.about].count += item.count;
        const bool isSignIn = item.kind == SecurityKind::SignInFailed || item.kind == SecurityKind::SignInLocked;
        const QString about = isSignIn ? loginOf(item.about) : QString::fromUtf8(item.about);
        const SecurityEvent event{item.kind, item.last, {}, about, item.count};
        if (const auto written = noteOfNobody(event); !written)
            return written;
    }
    const auto told = tellUntold(waited, loginOf);
    return told && !items->empty() ? pending::forget(m_connection) : told;
}

base::Outcome SecurityLog::tellUntold(const failedtries::BySlot& waited, const LoginOf& loginOf) {
    auto failed = failedtries::read(m_standing);
    const auto going = failed ? AttemptLog(m_connection).tries() : base::fail(failed.error());
    if (!going)
        return base::fail(going.error());
    for (const auto& [slot, each] : waited)
        (*failed)[slot].count -= each.count;
    for (auto& [slot, each] : *failed) {
        const qint64 untold = std::exchange(each.count, std::min<qint64>(each.count, 0));
        // Lines may be ahead of the count by tries that no right password followed yet, and by nothing else.
        const auto open = going->find(slot);
        each.count = std::max(each.count, open == going->end() ? 0 : -open->second.count);
        if (untold <= 0)
            continue;
        const base::Error why{QStringLiteral("journal.sign-ins-untold"), {{QStringLiteral("count"), QString::number(untold)}}};
        const auto at = QDateTime::fromMSecsSinceEpoch(each.last, Qt::UTC);
        const auto written = noteOfNobody({SecurityKind::SignInFailed, at, {}, loginOf(slot), static_cast<int>(untold)}).and_then([&](base::Done) {
            return noteOfNobody({SecurityKind::FileChanged, {}, {}, domain::aboutError(why)});
        });
        if (!written)
            return written;
    }
    return failedtries::write(m_standing, *failed);
}

base::Outcome SecurityLog::dropOld() {
    const QDateTime oldest = m_clock.now().addYears(-years);
    qint64 upTo = 0;
    const auto walked = m_chain.walk(SecurityChain::Order::OldestFirst, [&](qint64 seq, const QByteArray& plain) {
        const bool isOld = eventOf(plain).at < oldest;
        upTo = isOld ? seq : upTo;
        return isOld;
    });
    return walked && upTo > 0 ? m_chain.dropUpTo(upTo) : walked;
}

base::Outcome SecurityLog::noteUnlock(const SecurityEvent& signedIn, const std::function<QString(const QByteArray& slot)>& loginOf) {
    if (m_connection.isReadOnly())
        return base::done();
    return inTransaction(m_connection,
        [&] { return takePending(loginOf).and_then([&](base::Done) { return dropOld(); }).and_then([&](base::Done) { return append(signedIn); }); });
}

}
