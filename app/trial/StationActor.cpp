#include "app/trial/StationActor.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>
#include <utility>

namespace motcua::trial {

namespace {

station::StationSetup setupFor(const QString& directory, const base::Clock& clock) {
    station::StationSetup setup;
    setup.directory = directory;
    setup.clock = &clock;
    // Desks that live for a minute leave no counters in a TPM.
    setup.journal.tpm = QStringLiteral("none");
    // A day passes in minutes here, so the waits between tries shrink as well.
    setup.sync.retry.first = std::chrono::milliseconds(200);
    setup.sync.retry.ceiling = std::chrono::milliseconds(2000);
    return setup;
}

}

StationActor::StationActor(const Place& place) : m_place(place), m_station(setupFor(place.directory, m_clock)) {
    m_claimDeadline.setSingleShot(true);
    m_newsDeadline.setSingleShot(true);
    connect(&m_claimDeadline, &QTimer::timeout, this, &StationActor::endClaims);
}

void StationActor::begin() {
    (void)m_input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered);
    (void)m_output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StationActor::readInput);
}

void StationActor::readInput() {
    char buffer[65536];
    const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count <= 0) {
        // The runner is gone: nobody would see what this desk does.
        m_notifier->setEnabled(false);
        m_station.session().close();
        QCoreApplication::exit(0);
        return;
    }
    m_rest.append(buffer, static_cast<qsizetype>(count));
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        m_requests.enqueue(QJsonDocument::fromJson(m_rest.left(end)).object());
        m_rest.remove(0, end + 1);
    }
    next();
}

void StationActor::next() {
    if (m_busy || m_requests.isEmpty())
        return;
    m_busy = true;
    const QJsonObject request = m_requests.dequeue();
    m_id = request.value(QLatin1String("id")).toInteger();
    m_steps = {};
    m_paperTrouble = {};
    m_wanted.clear();
    for (const QJsonValue& person : request.value(QLatin1String("wanted")).toArray())
        m_wanted.insert(person.toString());
    if (const qint64 at = request.value(QLatin1String("at")).toInteger(); at > 0)
        m_clock.moveTo(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    m_station.session().activity();
    const QString act = request.value(QLatin1String("act")).toString();
    const bool isWork =
        act != QLatin1String("enrol") && act != QLatin1String("unlock") && act != QLatin1String("addUser") && act != QLatin1String("fetchNumbers");
    if (!isWork || !m_station.counter() || std::exchange(m_isPaperSettled, true)) {
        perform(request);
        return;
    }
    settlePaper([this, request] { perform(request); });
}

void StationActor::perform(const QJsonObject& request) {
    const QString act = request.value(QLatin1String("act")).toString();
    if (act == QLatin1String("enrol"))
        enrol(request);
    else if (act == QLatin1String("unlock"))
        unlock(request);
    else if (act == QLatin1String("addUser"))
        addUser(request);
    else if (act == QLatin1String("receive"))
        receive(request);
    else if (act == QLatin1String("comeBack"))
        comeBack(request);
    else if (act == QLatin1String("approveHere"))
        approveHere(request);
    else if (act == QLatin1String("approveEverywhere"))
        approveEverywhere();
    else if (act == QLatin1String("serve"))
        serve();
    else if (act == QLatin1String("hear"))
        hear(request);
    else if (act == QLatin1String("fetchNumbers"))
        fetchNumbers();
    else if (act == QLatin1String("inventory"))
        inventory();
    else if (act == QLatin1String("status"))
        status();
    else if (act == QLatin1String("quit")) {
        m_station.session().close();
        reply();
        QCoreApplication::exit(0);
    } else
        fail({QStringLiteral("trial.unknown-act"), {{QStringLiteral("act"), act}}});
}

void StationActor::note(const char* step, qint64 milliseconds) {
    QJsonArray times = m_steps.value(QLatin1String(step)).toArray();
    times.append(milliseconds);
    m_steps.insert(QLatin1String(step), times);
}

void StationActor::reply(QJsonObject answer) {
    answer.insert(QStringLiteral("id"), m_id);
    answer.insert(QStringLiteral("steps"), m_steps);
    if (m_station.counter())
        answer.insert(QStringLiteral("unsent"), m_station.counter()->sync().status().unsent);
    write(answer);
    m_busy = false;
    QMetaObject::invokeMethod(this, &StationActor::next, Qt::QueuedConnection);
}

void StationActor::fail(const base::Error& error) {
    reply({{QStringLiteral("error"), error.toLogLine()}});
}

void StationActor::write(const QJsonObject& line) {
    m_output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void StationActor::enrol(const QJsonObject& request) {
    const auto text = [&request](const char* name) { return request.value(QLatin1String(name)).toString(); };
    counter::SessionControl& session = m_station.session();
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
    };
    m_once = connect(&session, &counter::SessionControl::enrolled, this, [this, forget] {
        forget();
        reply();
    });
    m_onceFailed = connect(&session, &counter::SessionControl::enrolFailed, this, [this, forget](const base::Error& error) {
        forget();
        fail(error);
    });
    session.enrol({text("gateway"), text("code"), text("name"), text("login"), text("password")});
}

void StationActor::withUser(const QString& login, const QString& password, const std::function<void()>& then) {
    counter::SessionControl& session = m_station.session();
    if (session.state() == counter::SessionControl::State::Unlocked)
        session.lock();
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
    };
    QElapsedTimer timer;
    timer.start();
    m_once = connect(&session, &counter::SessionControl::unlocked, this, [this, forget, timer, then] {
        forget();
        note("unlock", timer.elapsed());
        counter().printing().setTarget({m_place.queue, m_place.queue.isEmpty() ? m_place.paper : QString()});
        connect(&counter().printing(), &counter::Printing::failed, this, &StationActor::paperFailed, Qt::UniqueConnection);
        then();
    });
    m_onceFailed = connect(&session, &counter::SessionControl::unlockFailed, this, [this, forget, login, password, then](const base::Error& error) {
        forget();
        if (error.code != QLatin1String("unlock.wait")) {
            fail(error);
            return;
        }
        // A password that was being checked when the lights went out counts as a wrong one: the person waits and types it again.
        m_clock.moveTo(m_clock.now().addSecs(error.detail.value(QStringLiteral("waitSeconds")).toLongLong() + 1));
        withUser(login, password, then);
    });
    session.unlock(login, password);
}

void StationActor::unlock(const QJsonObject& request) {
    withUser(request.value(QLatin1String("login")).toString(), request.value(QLatin1String("password")).toString(), [this] { reply(); });
}

void StationActor::addUser(const QJsonObject& request) {
    const auto text = [&request](const char* name) { return request.value(QLatin1String(name)).toString(); };
    counter::SessionControl& session = m_station.session();
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
    };
    m_once = connect(&session, &counter::SessionControl::userAdded, this, [this, forget] {
        forget();
        reply();
    });
    m_onceFailed = connect(&session, &counter::SessionControl::failed, this, [this, forget](const base::Error& error) {
        forget();
        if (error.code == QLatin1String("unlock.user-exists"))
            reply();
        else
            fail(error);
    });
    session.addUser(text("login"), text("password"), text("activation"));
}

void StationActor::paperFailed(const QString&, domain::DossierId, const base::Error& error) {
    m_paperTrouble = error;
}

void StationActor::whenPrinted(std::function<void()> then) {
    counter::Printing& printing = counter().printing();
    if (printing.pending() == 0) {
        if (m_paperTrouble.code.isEmpty())
            then();
        else
            fail(m_paperTrouble);
        return;
    }
    const auto look = [this, then = std::move(then)] {
        if (counter().printing().pending() > 0)
            return;
        disconnect(m_once);
        disconnect(m_onceFailed);
        whenPrinted(then);
    };
    m_once = connect(&printing, &counter::Printing::printed, this, look, Qt::QueuedConnection);
    m_onceFailed = connect(&printing, &counter::Printing::failed, this, look, Qt::QueuedConnection);
}

void StationActor::status() {
    const engine::Status& status = counter().sync().status();
    counter().sync().tryNow();
    reply({{QStringLiteral("refusals"), status.refusals}, {QStringLiteral("lastError"), status.lastError.toLogLine()}});
}

}
