#include "app/trial/StationActor.h"

#include "app/counter/HandOverDesk.h"
#include "app/trial/Originals.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace motcua::trial {

namespace {

station::StationSetup setupFor(const QString& folder, const base::Clock& clock) {
    station::StationSetup setup;
    setup.folder = folder;
    setup.clock = &clock;
    // A day passes in minutes here, so the waits between tries shrink as well.
    setup.sync.retry.first = std::chrono::milliseconds(200);
    setup.sync.retry.ceiling = std::chrono::milliseconds(2000);
    return setup;
}

}

StationActor::StationActor(const QString& folder, const QString& paperFolder)
    : m_folder(folder), m_paper(paperFolder), m_station(setupFor(folder, m_clock)) {
    m_claimDeadline.setSingleShot(true);
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
    if (const qint64 at = request.value(QLatin1String("at")).toInteger(); at > 0)
        m_clock.moveTo(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    m_station.session().activity();
    perform(request);
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
    else if (act == QLatin1String("approveHere"))
        approveHere(request);
    else if (act == QLatin1String("approveEverywhere"))
        approveEverywhere();
    else if (act == QLatin1String("handOver"))
        handOver();
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
    m_station.enrol({text("gateway"), text("code"), text("name"), text("login"), text("password")}).then(this, [this](const base::Outcome& outcome) {
        if (outcome)
            reply();
        else
            fail(outcome.error());
    });
}

void StationActor::withUser(const QString& login, const QString& password, std::function<void()> then) {
    counter::SessionControl& session = m_station.session();
    if (session.state() == counter::SessionControl::State::Unlocked)
        session.lock();
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
    };
    QElapsedTimer timer;
    timer.start();
    m_once = connect(&session, &counter::SessionControl::unlocked, this, [this, forget, timer, then = std::move(then)] {
        forget();
        note("unlock", timer.elapsed());
        counter().printing().setTarget({{}, m_paper});
        then();
    });
    m_onceFailed = connect(&session, &counter::SessionControl::unlockFailed, this, [this, forget](const base::Error& error) {
        forget();
        fail(error);
    });
    session.unlock(login, password);
}

void StationActor::unlock(const QJsonObject& request) {
    withUser(request.value(QLatin1String("login")).toString(), request.value(QLatin1String("password")).toString(), [this] { reply(); });
}

void StationActor::addUser(const QJsonObject& request) {
    m_station.addUser(request.value(QLatin1String("login")).toString(), request.value(QLatin1String("password")).toString())
        .then(this, [this](const base::Outcome& outcome) {
            const bool there = outcome || outcome.error().code == QLatin1String("unlock.user-exists");
            if (there)
                reply();
            else
                fail(outcome.error());
        });
}

/// After a crash a clerk looks first whether the citizen's dossier was taken in before the lights went out.
bool StationActor::alreadyReceived(const Arrival& arrival) {
    const auto rows = counter().folders().search(arrival.personalId, 10);
    return rows && std::any_of(rows->begin(), rows->end(), [&arrival](const domain::ports::FolderRow& row) { return row.personalId == arrival.personalId; });
}

void StationActor::receive(const QJsonObject& request) {
    const Arrival arrival = base::fromJson<Arrival>(request.value(QLatin1String("arrival")).toObject());
    if (request.value(QLatin1String("again")).toBool() && alreadyReceived(arrival)) {
        reply({{QStringLiteral("wasThere"), true}});
        return;
    }
    QElapsedTimer timer;
    timer.start();
    fill(arrival);
    note("fill", timer.elapsed());
    const auto& papers = counter().intake().form().papers;
    const bool pagesThere = !papers.empty() && static_cast<int>(papers.front().pages.size()) >= arrival.scans;
    if (arrival.scans == 0 || pagesThere) {
        conclude(arrival);
        return;
    }
    const QStringList originals = drawOriginals(arrival, m_folder + QStringLiteral(".originals"));
    timer.restart();
    m_once = connect(&counter().scanning(), &counter::Scanning::finished, this, [this, arrival, timer](const base::Error& error) {
        disconnect(m_once);
        if (!error.code.isEmpty()) {
            fail(error);
            return;
        }
        note("page", timer.elapsed() / std::max(arrival.scans, 1));
        conclude(arrival);
    });
    if (const auto begun = counter().scanning().importFiles(originals, counter().intake()); !begun) {
        disconnect(m_once);
        fail(begun.error());
    }
}

void StationActor::fill(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    // A draft that came back after a crash is gone on with when it is this citizen's.
    const QString& before = intake.form().applicant.personalId;
    if (!before.isEmpty() && before != arrival.personalId)
        intake.startNew();
    if (!arrival.typed) {
        (void)intake.applyCardQr(arrival.cardText());
    } else {
        intake.setApplicantText(QStringLiteral("name"), arrival.name);
        intake.setApplicantText(QStringLiteral("personalId"), arrival.personalId);
        intake.setApplicantText(QStringLiteral("address"), QStringLiteral("Tổ 5, phường Bãi Cháy"));
    }
    intake.setProcedure(arrival.procedure);
    if (intake.isCertifiedCopy()) {
        intake.setCopyDocument(arrival.document);
        intake.setCopyPages(arrival.pages);
        intake.setCopyCopies(arrival.copies);
    }
    const auto papers = intake.form().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        if (papers[i].quantity == 0)
            intake.setPaper(static_cast<int>(i), domain::PaperKind::Copy, 1);
    if (intake.gaps().contains(QStringLiteral("fee")))
        intake.setTypedFee(8'000);
}

void StationActor::conclude(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    QElapsedTimer timer;
    timer.start();
    const auto ground = intake.refusalGrounds().front();
    const auto outcome = arrival.refused ? intake.refuse(ground.text, ground.basis) : intake.receive();
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    note(arrival.refused ? "refuse" : "receive", timer.elapsed());
    if (arrival.refused)
        if (const auto closed = counter().handOver().close(outcome->dossier); !closed) {
            fail(closed.error());
            return;
        }
    reply({{QStringLiteral("dossier"), outcome->dossier.toString()}, {QStringLiteral("code"), outcome->code}});
}

/// Without a line the supervisor comes to this desk: the user is switched, and switched back.
void StationActor::approveHere(const QJsonObject& request) {
    const auto text = [&request](const char* name) { return request.value(QLatin1String(name)).toString(); };
    withUser(text("supervisor"), text("password"), [this, clerk = text("login"), password = text("password")] {
        const auto tray = counter().approval().tray();
        int approved = 0;
        base::Error trouble;
        for (const domain::ports::FolderRow& row : tray ? *tray : std::vector<domain::ports::FolderRow>()) {
            if (!counter().approval().isHere(row))
                continue;
            QElapsedTimer timer;
            timer.start();
            if (const auto done = counter().approval().approve(row.id); !done)
                trouble = done.error();
            else
                ++approved;
            note("approve", timer.elapsed());
        }
        withUser(clerk, password, [this, approved, trouble] {
            if (!trouble.code.isEmpty())
                fail(trouble);
            else
                reply({{QStringLiteral("approved"), approved}});
        });
    });
}

/// With a line the supervisor works at their own desk: each folder is claimed and approved when it arrives.
void StationActor::approveEverywhere() {
    counter::ApprovalDesk& approval = counter().approval();
    m_claims.clear();
    m_approved = 0;
    const auto tray = approval.tray();
    if (!tray || tray->empty()) {
        reply({{QStringLiteral("approved"), 0}});
        return;
    }
    constexpr int longestWait = 15'000;
    m_claimDeadline.start(longestWait);
    m_once = connect(&approval, &counter::ApprovalDesk::folderArrived, this, [this](domain::DossierId dossier) { approveArrived(dossier); });
    m_onceFailed = connect(&approval, &counter::ApprovalDesk::claimFailed, this, [this](domain::DossierId dossier) {
        m_claims.remove(dossier);
        if (m_claims.isEmpty())
            endClaims();
    });
    for (const domain::ports::FolderRow& row : *tray)
        m_claims[row.id].start();
    for (const domain::ports::FolderRow& row : *tray)
        approval.claim(row.id, counter::Decision::Approve);
}

void StationActor::approveArrived(domain::DossierId dossier) {
    if (m_claims.contains(dossier))
        note("claim", m_claims.value(dossier).elapsed());
    QElapsedTimer timer;
    timer.start();
    if (counter().approval().approve(dossier)) {
        note("approve", timer.elapsed());
        ++m_approved;
    }
    m_claims.remove(dossier);
    if (m_claims.isEmpty())
        endClaims();
}

void StationActor::endClaims() {
    if (!m_claimDeadline.isActive() && m_claims.isEmpty() && !m_once)
        return;
    m_claimDeadline.stop();
    disconnect(m_once);
    disconnect(m_onceFailed);
    const int left = static_cast<int>(m_claims.size());
    m_claims.clear();
    reply({{QStringLiteral("approved"), m_approved}, {QStringLiteral("left"), left}});
}

void StationActor::handOver() {
    counter::HandOverDesk& desk = counter().handOver();
    const auto waiting = desk.waiting();
    if (!waiting) {
        fail(waiting.error());
        return;
    }
    QJsonArray served;
    base::Error trouble;
    for (const domain::ports::FolderRow& row : *waiting) {
        if (desk.nextStep(row.id) == counter::NextStep::None)
            continue;
        QElapsedTimer timer;
        timer.start();
        if (desk.nextStep(row.id) == counter::NextStep::PrintAttestation) {
            desk.printAttestation(row.id);
            note("attestation", timer.restart());
        }
        const auto finished = desk.finish(row.id, {domain::PaymentMethod::Cash, {}, true, 4 + static_cast<int>(served.size()) % 2, {}, true});
        if (!finished) {
            trouble = finished.error();
            continue;
        }
        note("finish", timer.elapsed());
        served.append(row.id.toString());
    }
    if (!trouble.code.isEmpty())
        fail(trouble);
    else
        reply({{QStringLiteral("served"), served}});
}

void StationActor::inventory() {
    QJsonArray folders;
    domain::ports::FolderFilter all;
    all.limit = 1000;
    for (;; all.offset += all.limit) {
        const auto rows = counter().folders().list(all);
        if (!rows) {
            fail(rows.error());
            return;
        }
        for (const domain::ports::FolderRow& row : *rows)
            folders.append(QJsonObject{{QStringLiteral("id"), row.id.toString()}, {QStringLiteral("code"), row.code}, {QStringLiteral("personalId"), row.personalId},
                {QStringLiteral("closed"), row.closed}, {QStringLiteral("state"), static_cast<int>(row.state)}});
        if (static_cast<int>(rows->size()) < all.limit)
            break;
    }
    QJsonArray volumes;
    const auto books = counter().books().volumes();
    for (const domain::Volume& volume : books ? *books : std::vector<domain::Volume>()) {
        if (!counter().books().isOwn(volume))
            continue;
        QJsonArray numbers;
        const auto entries = counter().books().entries(volume.id);
        for (const domain::BookEntry& entry : entries ? *entries : std::vector<domain::BookEntry>())
            numbers.append(entry.number);
        volumes.append(QJsonObject{{QStringLiteral("volume"), volume.id.toString()}, {QStringLiteral("first"), volume.firstNumber}, {QStringLiteral("numbers"), numbers}});
    }
    if (books)
        for (const domain::Volume& volume : *books)
            if (counter().books().isOwn(volume) && volume.lastNumber > 0)
                (void)counter().printing().saveBookAsPdf(volume.id, QStringLiteral("%1/so-%2-%3.pdf").arg(m_paper, QString(volume.label()).replace(QLatin1Char('/'), QLatin1Char('-')), m_station.card().station.left(8)));
    reply({{QStringLiteral("folders"), folders}, {QStringLiteral("volumes"), volumes}});
}

void StationActor::status() {
    const engine::Status& status = counter().sync().status();
    counter().sync().tryNow();
    reply({{QStringLiteral("refusals"), status.refusals}, {QStringLiteral("lastError"), status.lastError.toLogLine()}});
}

}
