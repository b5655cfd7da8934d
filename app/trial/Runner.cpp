#include "app/trial/Runner.h"

#include "app/base/Clock.h"
#include "app/trial/Training.h"

#include <QDir>
#include <QSaveFile>

#include <numeric>

namespace motcua::trial {

namespace {

/// Today, or the last working day: the platform takes no record of a day that is still to come.
QDate lastWeekday() {
    QDate day = base::toVietnamTime(base::SystemClock().now()).date();
    while (day.dayOfWeek() > 5)
        day = day.addDays(-1);
    return day;
}

}

Runner::Runner(Wanted wanted)
    : m_wanted(std::move(wanted)), m_arrivals(arrivalsOf(m_wanted.scenario, m_wanted.seed)), m_gateway(m_wanted.out + QStringLiteral("/gateway")),
      m_random(m_wanted.seed ^ 0x5eed), m_day(lastWeekday()), m_now(m_wanted.scenario.opening) {
    m_pause.setSingleShot(true);
    connect(&m_gateway, &Gateway::failed, this, [this] { stop(QStringLiteral("the gateway ended by itself")); });
}

Runner::~Runner() = default;

void Runner::begin() {
    m_realTime.start();
    for (const char* part : {"gateway", "stations", "paper", "originals", "printer"})
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
    openPrinter();
    makeDesks(*codes);
    connect(&m_gateway, &Gateway::serving, this, &Runner::enrolDesks, Qt::SingleShotConnection);
    m_gateway.serve(port);
}

/// A spooler of the day's own for the desk that has a printer; without CUPS the desk prints to PDF as the others do.
void Runner::openPrinter() {
    if (m_wanted.scenario.printerDesk == 0)
        return;
    const QString desk = QStringLiteral("desk-%1").arg(m_wanted.scenario.printerDesk);
    const QString queue = queueOf(m_wanted.scenario);
    m_spooler = std::make_unique<PrivateCups>();
    if (PrivateCups::isInstalled() && m_spooler->start() && m_spooler->addArchive(queue, printerDirectory())) {
        m_printer = QStringLiteral("%1 prints through CUPS, queue %2").arg(desk, queue);
        m_tray.addPath(printerDirectory());
        connect(&m_tray, &QFileSystemWatcher::directoryChanged, this, &Runner::sheetCameOut);
        return;
    }
    m_printer = QStringLiteral("%1 prints to PDF: %2")
                    .arg(desk, PrivateCups::isInstalled() ? QStringLiteral("CUPS does not start") : QStringLiteral("CUPS is not installed"));
    m_spooler.reset();
}

void Runner::makeDesks(const std::vector<Gateway::DeskCode>& codes) {
    const QStringList clerks{QStringLiteral("lan.nt"), QStringLiteral("huong.vt")};
    for (int i = 0; i <= m_wanted.scenario.desks; ++i) {
        const bool isSupervisors = i == m_wanted.scenario.desks;
        const auto& code = isSupervisors ? codes.back() : codes[static_cast<size_t>(i)];
        auto desk = std::make_unique<Desk>();
        const QString name = isSupervisors ? QStringLiteral("supervisor") : QStringLiteral("desk-%1").arg(i + 1);
        desk->code = code.code;
        desk->login = isSupervisors ? trainingSupervisor() : clerks.at(i % clerks.size());
        QStringList arguments{QStringLiteral("station"), QStringLiteral("--data"), m_wanted.out + QStringLiteral("/stations/") + name,
            QStringLiteral("--paper"), m_wanted.out + QStringLiteral("/paper")};
        QMap<QString, QString> environment;
        if (m_spooler && i + 1 == m_wanted.scenario.printerDesk) {
            arguments << QStringLiteral("--queue") << queueOf(m_wanted.scenario) << QStringLiteral("--tray") << printerDirectory();
            environment.insert(QStringLiteral("CUPS_SERVER"), m_spooler->server());
        }
        desk->child = std::make_unique<Child>(name, arguments, environment);
        connect(desk->child.get(), &Child::died, this, [this, raw = desk.get()] { revive(*raw); });
        m_desks.push_back(std::move(desk));
    }
}

QString Runner::dossierOf(const Desk& desk) const {
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
        if (desk->login != trainingSupervisor()) {
            QJsonObject add = act("addUser");
            add.insert(QStringLiteral("login"), trainingSupervisor());
            add.insert(QStringLiteral("password"), trainingPassword());
            add.insert(QStringLiteral("activation"), m_gateway.activationOf(trainingSupervisor()));
            give(*desk, add);
        }
        give(*desk, act("fetchNumbers"));
    }
    m_then = [this] {
        plugOut(true);
        playSlot();
    };
}

void Runner::plugOut(bool isOut) {
    if (m_wanted.scenario.offlineDesk == 0)
        return;
    Desk& desk = *m_desks[static_cast<size_t>(m_wanted.scenario.offlineDesk - 1)];
    desk.isUnplugged = isOut;
    m_line.leaveOut(isOut ? [child = desk.child.get()] { return child->processId(); } : std::function<qint64()>());
    tell(desk.child->name() + QLatin1String(isOut ? " has no line from here on" : " has a line again"));
    // Connections that are open would stay.
    if (m_line.isUp()) {
        m_line.cut();
        m_line.mend();
    }
}

/// The desk that printed it has no time to put it on record.
void Runner::sheetCameOut() {
    const qsizetype before = std::exchange(m_sheets, QDir(printerDirectory()).entryList({QStringLiteral("*.pdf")}, QDir::Files).size());
    if (m_sheets > before && m_victim)
        std::exchange(m_victim, nullptr)->kill();
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
    m_mostUnsent = std::max(m_mostUnsent, unsent());
    if (answer.contains(QLatin1String("promised")))
        m_answers.promised.insert(
            base::fromJson<Arrival>(current.value(QLatin1String("arrival")).toObject()).personalId, answer.value(QLatin1String("promised")));
    if (answer.contains(QLatin1String("dossiers")))
        m_answers.inventories.insert(desk.child->name(), answer);
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

/// As the desks said in their last answers.
qint64 Runner::unsent() const {
    return std::accumulate(m_unsent.cbegin(), m_unsent.cend(), qint64(0));
}

void Runner::slotDone() {
    if (m_now < m_wanted.scenario.closing) {
        playSlot();
        return;
    }
    plugOut(false);
    tidyUp();
}

/// After the last citizen: approve and hand over what is left, the line up, until nothing has moved for longer than a desk waits
/// between two tries of the line, or it goes on for too long.
void Runner::tidyUp() {
    constexpr int quietRounds = 8;
    constexpr int mostRounds = 60;
    m_quietRounds = unsent() > 0 ? 0 : m_quietRounds + 1;
    if (m_quietRounds > quietRounds || m_rounds++ == mostRounds) {
        m_rounds = 0;
        awaitSent();
        return;
    }
    m_line.mend();
    for (const auto& desk : m_desks)
        if (desk->login == trainingSupervisor())
            give(*desk, actWanting("approveEverywhere", Turn::Returned));
    m_then = [this] {
        for (const auto& desk : m_desks)
            if (desk->login != trainingSupervisor())
                give(*desk, actWanting("serve", Turn::Spoilt));
        m_then = [this] {
            connect(&m_pause, &QTimer::timeout, this, &Runner::tidyUp, Qt::SingleShotConnection);
            m_pause.start(300);
        };
    };
}

void Runner::awaitSent() {
    constexpr int longestWait = 60'000;
    constexpr int between = 200;
    const bool late = m_rounds++ > longestWait / between;
    if (unsent() == 0 || late) {
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

/// The day is over and every desk has ended.
void Runner::judge() {
    m_gateway.stop();
    m_spooler.reset();
    const auto saved = m_answers.save(m_wanted.out);
    const auto judgement = saved ? judgeDay(m_wanted.out, m_wanted.scenario, m_wanted.seed) : base::fail(saved.error());
    if (!judgement) {
        stop(judgement.error().toLogLine());
        return;
    }
    m_ended = true;
    emit finished(writeSummary(*judgement) && judgement->verdict.isClean() ? 0 : 1);
}

bool Runner::writeSummary(const Judgement& judgement) const {
    QString text = QStringLiteral("%1, seed %2, %3: %4 desks, %5 citizens with %9 papers, %6 kills, %7 gateway restarts, %8 s of real time\n\n")
                       .arg(m_wanted.scenario.name)
                       .arg(m_wanted.seed)
                       .arg(m_day.toString(Qt::ISODate))
                       .arg(m_wanted.scenario.desks)
                       .arg(m_arrivals.size())
                       .arg(m_kills)
                       .arg(m_restarts)
                       .arg(m_realTime.elapsed() / 1000)
                       .arg(std::accumulate(m_arrivals.begin(), m_arrivals.end(), size_t(0),
                           [](size_t sum, const Arrival& arrival) { return sum + arrival.papers.size(); }));
    text += m_figures.table() + QLatin1Char('\n') + judgement.table + QStringLiteral("\nunsent at most\t%1\n").arg(m_mostUnsent);
    if (!m_printer.isEmpty())
        text += QStringLiteral("printer\t%1\n").arg(QStringList{m_printer, judgement.printer}.join(QStringLiteral(": ")));
    for (const QString& remark : judgement.verdict.remarks)
        text += QStringLiteral("remark\t%1\n").arg(remark);
    text += judgement.verdict.line();
    tell(text);
    QSaveFile file(m_wanted.out + QStringLiteral("/summary.txt"));
    return file.open(QIODevice::WriteOnly) && file.write((text + QLatin1Char('\n')).toUtf8()) >= 0 && file.commit();
}

void Runner::stop(const QString& why) {
    if (m_ended)
        return;
    m_ended = true;
    tell(QStringLiteral("the day could not be played: ") + why);
    emit finished(3);
}

}
