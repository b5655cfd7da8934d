#include "app/trial/StationActor.h"

#include <algorithm>

namespace motcua::trial {

namespace {

bool wasReturned(const counter::OpenedDossier& dossier) {
    return std::any_of(dossier.history.begin(), dossier.history.end(),
        [](const domain::Event& event) { return std::holds_alternative<domain::DossierReturned>(event.body); });
}

}

/// Without a line the supervisor comes to this desk: the user is switched, and switched back.
void StationActor::approveHere(const QJsonObject& request) {
    const auto text = [&request](const char* name) { return request.value(QLatin1String(name)).toString(); };
    withUser(text("supervisor"), text("password"), [this, clerk = text("login"), password = text("password")] {
        const auto tray = counter().approval().tray();
        base::Error trouble;
        for (const domain::ports::DossierRow& row : tray ? *tray : std::vector<domain::ports::DossierRow>())
            if (counter().approval().isHere(row))
                if (const auto decided = decide(row.id); !decided)
                    trouble = decided.error();
        withUser(clerk, password, [this, trouble] {
            if (!trouble.code.isEmpty())
                fail(trouble);
            else
                reply();
        });
    });
}

/// With a line the supervisor works at their own desk: each dossier is claimed and decided on when it arrives.
void StationActor::approveEverywhere() {
    counter::ApprovalDesk& approval = counter().approval();
    m_claims.clear();
    const auto tray = approval.tray();
    if (!tray || tray->empty()) {
        reply();
        return;
    }
    constexpr int longestWait = 15'000;
    m_claimDeadline.start(longestWait);
    m_once = connect(&approval, &counter::ApprovalDesk::dossierArrived, this, [this](domain::DossierId dossier) { dossierArrived(dossier); });
    m_onceFailed = connect(&approval, &counter::ApprovalDesk::claimFailed, this, [this](domain::DossierId dossier) {
        m_claims.remove(dossier);
        if (m_claims.isEmpty())
            endClaims();
    });
    for (const domain::ports::DossierRow& row : *tray)
        m_claims[row.id].start();
    for (const domain::ports::DossierRow& row : *tray)
        approval.claim(row.id, counter::Decision::Approve);
}

void StationActor::dossierArrived(domain::DossierId dossier) {
    if (m_claims.contains(dossier))
        note("claim", m_claims.value(dossier).elapsed());
    (void)decide(dossier);
    m_claims.remove(dossier);
    if (m_claims.isEmpty())
        endClaims();
}

/// Approves; a dossier of those that are wanted goes back to its clerk the first time it is seen.
base::Outcome StationActor::decide(domain::DossierId id) {
    const auto dossier = counter().dossiers().open(id);
    if (!dossier)
        return base::fail(dossier.error());
    QElapsedTimer timer;
    timer.start();
    if (m_wanted.contains(paperKey(dossier->dossier.applicant.personalId, dossier->dossier.procedure.code)) && !wasReturned(*dossier)) {
        const auto returned = counter().approval().returnToClerk(id, QStringLiteral("Tên giấy tờ chưa ghi đúng như bản chính"));
        note("return", timer.elapsed());
        return returned;
    }
    const auto approved = counter().approval().approve(id);
    note("approve", timer.elapsed());
    return approved ? base::done() : base::fail(approved.error());
}

void StationActor::endClaims() {
    if (!m_claimDeadline.isActive() && m_claims.isEmpty() && !m_once)
        return;
    m_claimDeadline.stop();
    disconnect(m_once);
    disconnect(m_onceFailed);
    m_claims.clear();
    reply();
}

}
