#include "app/counter/ClockWatch.h"

namespace motcua::counter {

namespace {

bool standsBefore(const QDateTime& now, const QDateTime& last) {
    return last.isValid() && std::chrono::seconds(now.secsTo(last)) > base::clockTolerance;
}

bool isMuch(qint64 minutes) {
    return std::chrono::minutes(qAbs(minutes)) > base::clockTolerance;
}

/// Longer than an office stays shut for a feast: a clock that was set wrong is likelier.
constexpr qint64 longestPause = 10; // days

bool leapt(const QDateTime& now, const QDateTime& last, const QDateTime& lastContact) {
    return last.isValid() && last.daysTo(now) > longestPause && (!lastContact.isValid() || lastContact.daysTo(now) > longestPause);
}

QString inFull(const QDateTime& moment) {
    return base::toVietnamTime(moment).toString(QStringLiteral("HH:mm dd/MM/yyyy"));
}

}

ClockWatch::Belief ClockWatch::look() const {
    const engine::Status status = m_ports.sync.status();
    const base::Error& answer = status.lastError;
    const qint64 ahead =
        answer.code == QLatin1String("sync.clock-wrong") ? answer.detail.value(QStringLiteral("minutes")).toLongLong() : status.minutesAhead;
    return {m_ports.clock.now(), m_ports.journal.lastMoment().value_or(QDateTime()), status.lastContact, ahead};
}

bool ClockWatch::isBelieved(const Belief& now) const {
    return m_belief && m_belief->last == now.last && !standsBefore(now.at, m_belief->at) && !isMuch(m_belief->minutesAhead - now.minutesAhead);
}

base::Outcome ClockWatch::check() const {
    const Belief now = look();
    const bool behind = standsBefore(now.at, now.last);
    const bool differs = isMuch(now.minutesAhead);
    const bool ahead = leapt(now.at, now.last, now.lastContact);
    if ((!behind && !differs && !ahead) || isBelieved(now))
        return base::done();
    if (behind)
        return base::fail(QStringLiteral("clock.behind"), {{QStringLiteral("now"), inFull(now.at)}, {QStringLiteral("last"), inFull(now.last)}});
    if (differs)
        return base::fail(QStringLiteral("clock.differs"),
            {{QStringLiteral("now"), inFull(now.at)}, {QStringLiteral("minutes"), QString::number(qAbs(now.minutesAhead))}});
    return base::fail(QStringLiteral("clock.leapt"), {{QStringLiteral("now"), inFull(now.at)}, {QStringLiteral("last"), inFull(now.last)},
                                                         {QStringLiteral("days"), QString::number(now.last.daysTo(now.at))}});
}

void ClockWatch::believe() {
    m_belief = look();
    emit believed();
}

}
