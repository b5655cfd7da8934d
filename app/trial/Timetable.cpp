#include "app/domain/jobs/BuiltInJobs.h"
#include "app/trial/Runner.h"
#include "app/trial/Training.h"

#include <QJsonArray>

namespace motcua::trial {

// What happens when: the part of the runner that fills a slot.

qint64 Runner::moment(QTime time) const {
    return QDateTime(m_day, time, Qt::OffsetFromUTC, 7 * 3600).toMSecsSinceEpoch();
}

bool Runner::lineIsDown(QTime time) const {
    for (const Span& span : m_wanted.scenario.lineDown)
        if (time >= span.from && time < span.to)
            return true;
    return false;
}

QJsonObject Runner::actOf(const char* name, const Arrival& arrival, QTime at) const {
    QJsonObject wanted = act(name);
    wanted.insert(QStringLiteral("at"), moment(at));
    wanted.insert(QStringLiteral("arrival"), base::toJson(arrival));
    return wanted;
}

QJsonObject Runner::actWanting(const char* name, Turn turn) const {
    QJsonArray people;
    for (const Arrival& arrival : m_arrivals)
        if (arrival.turn() == turn)
            people.append(paperKey(arrival.personalId, arrival.turning()->procedure));
    QJsonObject wanted = act(name);
    wanted.insert(QStringLiteral("wanted"), people);
    return wanted;
}

/// What the province publishes in this slot: every desk hears of it before it serves whoever comes for it.
void Runner::planNews(QTime from, QTime to) {
    for (const Publication& publication : m_wanted.scenario.publications) {
        if (publication.at < from || publication.at >= to)
            continue;
        const auto kinds = domain::readJobDirectory(publication.jobs);
        const auto published = kinds ? m_gateway.publish(publication) : base::fail(kinds.error());
        if (!published) {
            stop(published.error().toLogLine());
            return;
        }
        for (const QJsonObject& kind : *kinds) {
            tell(publication.at.toString(QStringLiteral("HH:mm")) + QStringLiteral("  the province publishes ") +
                 kind.value(QLatin1String("kind")).toString());
            QJsonObject news = act("hear");
            news.insert(QStringLiteral("kind"), kind);
            for (const auto& desk : m_desks)
                give(*desk, news);
        }
    }
}

void Runner::planSlot(QTime from, QTime to) {
    planNews(from, to);
    planCitizens(from, to);
    const int minutes = m_wanted.scenario.opening.secsTo(from) / 60;
    const bool supervisorsTurn =
        minutes / m_wanted.scenario.supervisorEveryMinutes != (minutes + slotMinutes) / m_wanted.scenario.supervisorEveryMinutes;
    for (const auto& desk : m_desks) {
        const bool isSupervisors = desk->login == trainingSupervisor();
        if (supervisorsTurn && isSupervisors && m_line.isUp())
            give(*desk, actWanting("approveEverywhere", Turn::Returned));
        if (supervisorsTurn && !isSupervisors && !hasLine(*desk)) {
            QJsonObject approve = actWanting("approveHere", Turn::Returned);
            approve.insert(QStringLiteral("supervisor"), trainingSupervisor());
            approve.insert(QStringLiteral("login"), desk->login);
            approve.insert(QStringLiteral("password"), trainingPassword());
            give(*desk, approve);
        }
        if (!isSupervisors)
            give(*desk, actWanting("serve", Turn::Spoilt));
    }
}

/// Who comes in this slot, for the first time or with what was missing.
void Runner::planCitizens(QTime from, QTime to) {
    for (const Arrival& arrival : m_arrivals) {
        Desk& desk = *m_desks[static_cast<size_t>(arrival.desk - 1)];
        if (arrival.time >= from && arrival.time < to)
            give(desk, actOf("receive", arrival, arrival.time));
        if (arrival.back >= from && arrival.back < to)
            give(desk, actOf("comeBack", arrival, arrival.back));
    }
}

/// What goes wrong in this slot, at a random moment of it.
void Runner::planIncidents(QTime from, QTime to) {
    constexpr int longestUntil = 400;
    for (const Kill& kill : m_wanted.scenario.kills)
        if (kill.at >= from && kill.at < to) {
            ++m_kills;
            Child* victim = m_desks[static_cast<size_t>(kill.desk - 1)]->child.get();
            const bool onSheet = kill.onSheet && m_spooler && kill.desk == m_wanted.scenario.printerDesk;
            tell(kill.at.toString(QStringLiteral("HH:mm")) + QStringLiteral("  SIGKILL for ") + victim->name() +
                 QLatin1String(onSheet ? " as its next sheet comes out" : ""));
            if (onSheet) {
                m_victim = victim;
                continue;
            }
            QTimer::singleShot(m_random.bounded(longestUntil), victim, &Child::kill);
        }
    for (const QString& restart : m_wanted.scenario.gatewayRestarts) {
        const QTime at = QTime::fromString(restart, QStringLiteral("HH:mm"));
        if (at >= from && at < to) {
            ++m_restarts;
            tell(restart + QStringLiteral("  the gateway is killed and started again"));
            QTimer::singleShot(m_random.bounded(longestUntil), &m_gateway, &Gateway::restart);
        }
    }
}

}
