#include "app/trial/StationActor.h"

namespace motcua::trial {

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

}
