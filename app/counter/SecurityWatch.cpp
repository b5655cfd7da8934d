#include "app/counter/SecurityWatch.h"

#include "app/base/Logging.h"

#include <algorithm>
#include <chrono>

namespace motcua::counter {

using domain::SecurityKind;

namespace {

QString lookOf(const QString& actor, const QString& code) {
    return actor + QLatin1Char('|') + code;
}

}

SecurityWatch::SecurityWatch(const Ports& ports, const Desk& desk, const ClockWatch& clock) : m_ports(ports), m_desk(desk), m_clock(clock) {
    constexpr std::chrono::seconds clockEvery{60};
    m_look.setSingleShot(true);
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &SecurityWatch::noteLook);
    m_clockTimer.setInterval(clockEvery);
    m_clockTimer.start();
    connect(&m_clockTimer, &QTimer::timeout, this, &SecurityWatch::lookAtClock);
    connect(&m_desk, &Desk::accountChanged, this, &SecurityWatch::lookAtClock);
    connect(&m_desk, &Desk::accountChanged, &m_look, &QTimer::stop);
    connect(&m_clock, &ClockWatch::believed, this, [this] { note({SecurityKind::ClockBelieved, {}, {}, domain::aboutError(m_clockFault)}); });
    connect(&m_ports.sync, &engine::Service::statusChanged, this, &SecurityWatch::lookAtLine);
}

bool SecurityWatch::isWorkOfDesk(const OpenedDossier& opened) const {
    const bool waitsForMe = opened.dossier.state == domain::State::Processing && m_desk.may(domain::Role::Supervisor);
    return waitsForMe || opened.dossier.holder == m_desk.station() ||
           std::any_of(opened.history.begin(), opened.history.end(), [this](const domain::Event& event) {
               return event.station == m_desk.station() || (m_desk.isOccupied() && event.actor == m_desk.account().id);
           });
}

void SecurityWatch::shown(const OpenedDossier& opened) {
    const QString what = opened.dossier.id.isNull() || isWorkOfDesk(opened) ? QString()
                         : opened.dossier.code.isEmpty()                    ? opened.dossier.id.toString()
                                                                            : opened.dossier.code;
    if (what == m_shown && m_look.isActive())
        return;
    m_shown = what;
    if (what.isEmpty())
        m_look.stop();
    else
        m_look.start();
}

void SecurityWatch::noteLook() {
    if (!m_desk.isOccupied() || m_shown.isEmpty())
        return;
    if (m_day != m_desk.today())
        readLooks();
    const QString look = lookOf(m_desk.account().login, m_shown);
    if (m_looks.contains(look))
        return;
    m_looks.insert(look);
    note({SecurityKind::LookedElsewhere, {}, {}, m_shown});
}

void SecurityWatch::readLooks() {
    constexpr int most = 10'000;
    m_day = m_desk.today();
    m_looks.clear();
    const auto events = m_ports.security.events({m_day, {}, SecurityKind::LookedElsewhere, most});
    if (events)
        for (const domain::SecurityEvent& event : *events)
            m_looks.insert(lookOf(event.actor, event.about));
}

void SecurityWatch::lookAtClock() {
    const auto right = m_clock.check();
    const base::Error fault = right ? base::Error() : right.error();
    if (fault.code == m_clockFault.code)
        return;
    m_clockFault = fault;
    if (!fault.code.isEmpty())
        note({SecurityKind::ClockWrong, {}, {}, domain::aboutError(fault)});
}

void SecurityWatch::lookAtLine(const engine::Status& status) {
    const bool isRevoked = status.lastError.detail.value(QStringLiteral("platform")) == QLatin1String("station.revoked");
    if (isRevoked && !m_isRevoked)
        note({SecurityKind::StationRevoked});
    m_isRevoked = isRevoked;
    lookAtClock();
}

/// What cannot be noted is told to the technician's log: nobody at the counter is stopped for it.
void SecurityWatch::note(const domain::SecurityEvent& event) {
    if (const auto noted = m_ports.security.note(event); !noted)
        qCWarning(base::lcCounter).noquote() << "security log:" << noted.error().toLogLine();
}

}
