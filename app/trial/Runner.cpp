#include "app/trial/Runner.h"

#include "app/base/Clock.h"

#include <QDir>

#include <cstdio>

namespace motcua::trial {

namespace {

constexpr int slotMinutes = 10;

QString supervisorLogin() {
    return QStringLiteral("minh.tv");
}

/// Of training accounts on made-up data.
QString trainingPassword() {
    return QStringLiteral("mot-cua-2026");
}

void tell(const QString& text) {
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

QDate nextWeekday() {
    QDate day = base::toVietnamTime(base::SystemClock().now()).date();
    while (day.dayOfWeek() > 5)
        day = day.addDays(1);
    return day;
}

QJsonObject act(const char* name) {
    return {{QStringLiteral("act"), QString::fromLatin1(name)}};
}

}

Runner::Runner(Wanted wanted)
    : m_wanted(std::move(wanted)),
      m_ledger(arrivalsOf(m_wanted.scenario, m_wanted.seed)),
      m_gateway(m_wanted.out + QStringLiteral("/gateway")),
      m_random(m_wanted.seed ^ 0x5eed),
      m_day(nextWeekday()),
      m_now(m_wanted.scenario.opening) {
    m_pause.setSingleShot(true);
    connect(&m_gateway, &Gateway::failed, this, [this] { stop(QStringLiteral("the gateway ended by itself")); });
}

Runner::~Runner() = default;

void Runner::begin() {
    m_realTime.start();
    for (const char* part : {"gateway", "stations", "paper", "originals"})
        QDir(m_wanted.out + QLatin1Char('/') + QLatin1String(part)).removeRecursively();
    QDir().mkpath(m_wanted.out + QStringLiteral("/paper"));
    QDir().mkpath(m_wanted.out + QStringLiteral("/stations"));
    const auto codes = m_gateway.found();
    if (!codes || static_cast<int>(codes->size()) < m_wanted.scenario.desks + 1) {
        stop(codes ? QStringLiteral("the training unit has too few desks") : codes.error().toLogLine());
        return;
    }
    const quint16 port = m_line.open();
    if (port == 0) {
        stop(QStringLiteral("no free port"));
        return;
    }
    makeDesks(*codes);
    connect(&m_gateway, &Gateway::serving, this, &Runner::enrolDesks, Qt::SingleShotConnection);
    m_gateway.serve(port);
}

void Runner::makeDesks(const std::vector<Gateway::DeskCode>& codes) {
    const QStringList clerks{QStringLiteral("lan.nt"), QStringLiteral("huong.vt")};
    for (int i = 0; i <= m_wanted.scenario.desks; ++i) {
        const bool isSupervisors = i == m_wanted.scenario.desks;
        const auto& code = isSupervisors ? codes.back() : codes[static_cast<size_t>(i)];
        auto desk = std::make_unique<Desk>();
        const QString name = isSupervisors ? QStringLiteral("supervisor") : QStringLiteral("desk-%1").arg(i + 1);
        desk->code = code.code;
        desk->login = isSupervisors ? supervisorLogin() : clerks.at(i % clerks.size());
        desk->child = std::make_unique<Child>(name, QStringList{QStringLiteral("station"), QStringLiteral("--data"), m_wanted.out + QStringLiteral("/stations/") + name,
            QStringLiteral("--paper"), m_wanted.out + QStringLiteral("/paper")});
        connect(desk->child.get(), &Child::died, this, [this, raw = desk.get()] { revive(*raw); });
        m_desks.push_back(std::move(desk));
    }
}

QString Runner::folderOf(const Desk& desk) const {
    return m_wanted.out + QStringLiteral("/stations/") + desk.child->name();
}

void Runner::enrolDesks() {
    tell(QStringLiteral("gateway and line are up; %1 desks enrol").arg(m_desks.size()));
    for (const auto& desk : m_desks) {
        desk->child->start();
        QJsonObject enrol = act("enrol");
        enrol.insert(QStringLiteral("gateway"), m_gateway.enrolmentUrl());
        enrol.insert(QStringLiteral("code"), desk->code);
        enrol.insert(QStringLiteral("name"), desk->child->name());
        enrol.insert(QStringLiteral("login"), desk->login);
        enrol.insert(QStringLiteral("password"), trainingPassword());
        give(*desk, enrol);
    }
    m_then = [this] { unlockDesks(); };
}

void Runner::unlockDesks() {
    for (const auto& desk : m_desks) {
        QJsonObject unlock = act("unlock");
        unlock.insert(QStringLiteral("login"), desk->login);
        unlock.insert(QStringLiteral("password"), trainingPassword());
        give(*desk, unlock);
        if (desk->login == supervisorLogin())
            continue;
        QJsonObject add = act("addUser");
        add.insert(QStringLiteral("login"), supervisorLogin());
        add.insert(QStringLiteral("password"), trainingPassword());
        give(*desk, add);
    }
    m_then = [this] { playSlot(); };
}

qint64 Runner::moment(QTime time) const {
    return QDateTime(m_day, time, Qt::OffsetFromUTC, 7 * 3600).toMSecsSinceEpoch();
}

bool Runner::lineIsDown(QTime time) const {
    for (const Span& span : m_wanted.scenario.lineDown)
        if (time >= span.from && time < span.to)
            return true;
    return false;
}

void Runner::playSlot() {
    const QTime from = m_now;
    const QTime to = from.addSecs(slotMinutes * 60);
    const bool down = lineIsDown(from);
    if (down && m_line.isUp()) {
        tell(from.toString(QStringLiteral("HH:mm")) + QStringLiteral("  the line goes down"));
        m_line.cut();
    }
    if (!down && !m_line.isUp()) {
        tell(from.toString(QStringLiteral("HH:mm")) + QStringLiteral("  the line is back, %1 events unsent").arg(m_mostUnsent));
        m_line.mend();
    }
    m_now = to;
    planSlot(from, to);
    planIncidents(from, to);
    m_then = [this] { slotDone(); };
    if (everyoneIdle())
        slotDone();
}

void Runner::planSlot(QTime from, QTime to) {
    const auto& arrivals = m_ledger.arrivals();
    for (; m_nextArrival < arrivals.size() && arrivals[m_nextArrival].time < to; ++m_nextArrival) {
        const Arrival& arrival = arrivals[m_nextArrival];
        QJsonObject receive = act("receive");
        receive.insert(QStringLiteral("at"), moment(arrival.time));
        receive.insert(QStringLiteral("arrival"), base::toJson(arrival));
        give(*m_desks[static_cast<size_t>(arrival.desk - 1)], receive);
    }
    const int minutes = m_wanted.scenario.opening.secsTo(from) / 60;
    const bool supervisorsTurn = minutes / m_wanted.scenario.supervisorEveryMinutes != (minutes + slotMinutes) / m_wanted.scenario.supervisorEveryMinutes;
    for (const auto& desk : m_desks) {
        const bool isSupervisors = desk->login == supervisorLogin();
        if (supervisorsTurn && isSupervisors && m_line.isUp())
            give(*desk, act("approveEverywhere"));
        if (supervisorsTurn && !isSupervisors && !m_line.isUp()) {
            QJsonObject approve = act("approveHere");
            approve.insert(QStringLiteral("supervisor"), supervisorLogin());
            approve.insert(QStringLiteral("login"), desk->login);
            approve.insert(QStringLiteral("password"), trainingPassword());
            give(*desk, approve);
        }
        if (!isSupervisors)
            give(*desk, act("handOver"));
    }
}

/// What goes wrong in this slot, at a random moment of it.
void Runner::planIncidents(QTime from, QTime to) {
    constexpr int longestUntil = 400;
    for (const Kill& kill : m_wanted.scenario.kills)
        if (kill.at >= from && kill.at < to) {
            ++m_kills;
            Child* victim = m_desks[static_cast<size_t>(kill.desk - 1)]->child.get();
            tell(kill.at.toString(QStringLiteral("HH:mm")) + QStringLiteral("  SIGKILL for ") + victim->name());
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

void Runner::give(Desk& desk, QJsonObject wanted) {
    if (!wanted.contains(QLatin1String("at")))
        wanted.insert(QStringLiteral("at"), moment(m_now.addSecs(-1)));
    desk.acts.push_back(std::move(wanted));
    work(desk);
}

void Runner::work(Desk& desk) {
    if (desk.busy || desk.away || desk.acts.empty() || m_ended)
        return;
    desk.busy = true;
    const QJsonObject current = desk.acts.front();
    desk.child->ask(current, [this, &desk, current](const QJsonObject& answer) { answered(desk, current, answer); });
}

void Runner::answered(Desk& desk, const QJsonObject& current, const QJsonObject& answer) {
    desk.busy = false;
    desk.acts.erase(desk.acts.begin());
    if (const QString error = answer.value(QLatin1String("error")).toString(); !error.isEmpty()) {
        stop(QStringLiteral("%1 could not %2: %3").arg(desk.child->name(), current.value(QLatin1String("act")).toString(), error));
        return;
    }
    m_figures.add(answer.value(QLatin1String("steps")).toObject());
    m_unsent.insert(desk.child->name(), answer.value(QLatin1String("unsent")).toInteger());
    qint64 unsent = 0;
    for (const qint64 count : std::as_const(m_unsent))
        unsent += count;
    m_mostUnsent = std::max(m_mostUnsent, unsent);
    if (answer.contains(QLatin1String("dossier")))
        m_ledger.promised(base::fromJson<Arrival>(current.value(QLatin1String("arrival")).toObject()), answer.value(QLatin1String("dossier")).toString());
    if (answer.contains(QLatin1String("folders")))
        m_ledger.inventory(desk.child->name(), answer);
    work(desk);
    if (everyoneIdle())
        if (const auto then = std::exchange(m_then, {}))
            QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
}

/// The desk's process died: it is started again, the clerk unlocks, and the act that was under way is taken up once more.
void Runner::revive(Desk& desk) {
    if (m_ended)
        return;
    const bool hadStarted = desk.busy;
    desk.busy = false;
    desk.child->start();
    if (hadStarted && !desk.acts.empty())
        desk.acts.front().insert(QStringLiteral("again"), true);
    QJsonObject unlock = act("unlock");
    unlock.insert(QStringLiteral("login"), desk.login);
    unlock.insert(QStringLiteral("password"), trainingPassword());
    unlock.insert(QStringLiteral("at"), moment(m_now.addSecs(-slotMinutes * 60)));
    desk.acts.insert(desk.acts.begin(), unlock);
    work(desk);
}

bool Runner::everyoneIdle() const {
    return std::all_of(m_desks.begin(), m_desks.end(), [](const auto& desk) { return !desk->busy && desk->acts.empty(); });
}

void Runner::slotDone() {
    if (m_now < m_wanted.scenario.closing)
        playSlot();
    else
        tidyUp();
}

/// After the last citizen: approve and hand over what is left, the line up, until nothing is open or it goes on for too long.
void Runner::tidyUp() {
    constexpr int mostRounds = 5;
    if (m_rounds++ == mostRounds) {
        awaitSent();
        return;
    }
    m_line.mend();
    for (const auto& desk : m_desks)
        if (desk->login == supervisorLogin())
            give(*desk, act("approveEverywhere"));
    m_then = [this] {
        for (const auto& desk : m_desks)
            if (desk->login != supervisorLogin())
                give(*desk, act("handOver"));
        m_then = [this] {
            connect(&m_pause, &QTimer::timeout, this, &Runner::tidyUp, Qt::SingleShotConnection);
            m_pause.start(300);
        };
    };
}

void Runner::awaitSent() {
    constexpr int longestWait = 60'000;
    constexpr int between = 200;
    qint64 unsent = 0;
    for (const qint64 count : std::as_const(m_unsent))
        unsent += count;
    const bool late = m_rounds++ > longestWait / between;
    if (unsent == 0 || late) {
        closeDesks();
        return;
    }
    m_then = [this] {
        connect(&m_pause, &QTimer::timeout, this, &Runner::awaitSent, Qt::SingleShotConnection);
        m_pause.start(between);
    };
    for (const auto& desk : m_desks)
        give(*desk, act("status"));
}

void Runner::closeDesks() {
    m_then = [this] {
        m_then = [this] { judge(); };
        for (const auto& desk : m_desks)
            give(*desk, act("quit"));
    };
    for (const auto& desk : m_desks)
        give(*desk, act("inventory"));
}

void Runner::stop(const QString& why) {
    if (m_ended)
        return;
    m_ended = true;
    tell(QStringLiteral("the day could not be played: ") + why);
    emit finished(3);
}

}
