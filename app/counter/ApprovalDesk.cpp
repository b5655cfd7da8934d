#include "app/counter/ApprovalDesk.h"

#include <algorithm>

namespace motcua::counter {

using domain::Dossier;
using domain::DossierId;

namespace {

bool isElsewhere(const base::Error& error) {
    return error.code == QLatin1String("dossier.not-holder");
}

void putVisitsTogether(std::vector<domain::ports::DossierRow>& rows) {
    for (auto first = rows.begin(); first != rows.end();) {
        const domain::VisitId visit = first->visit;
        ++first;
        if (!visit.isNull())
            first = std::stable_partition(first, rows.end(), [visit](const domain::ports::DossierRow& row) { return row.visit == visit; });
    }
}

}

ApprovalDesk::ApprovalDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, HeldActs& held, DossierClaims& claims)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_held(held), m_claims(claims) {
    HeldActs::Way approval;
    approval.commands = [this](const Dossier& dossier, const QJsonObject&) { return approvalOf(dossier.id).commands; };
    approval.thenAll = [this](const std::vector<DossierId>& done) { emit approved(done); };
    held.know(held::approve, approval);
    held.know(held::sendBack, {[](const Dossier&, const QJsonObject& said) {
                                   return std::vector<domain::Command>{domain::ReturnToClerk{said.value(QLatin1String(held::reason)).toString()}};
                               },
                                  {}});
    connect(&m_held, &HeldActs::changed, this, &ApprovalDesk::trayChanged);
    connect(&m_claims, &DossierClaims::arrived, this, &ApprovalDesk::came);
    connect(&m_claims, &DossierClaims::failed, this, &ApprovalDesk::didNotCome);
    connect(&m_runner, &CommandRunner::appended, this, &ApprovalDesk::trayChanged);
}

base::Result<std::vector<domain::ports::DossierRow>> ApprovalDesk::tray() const {
    domain::ports::DossierFilter submitted;
    submitted.states = {domain::State::Processing};
    submitted.closed = false;
    submitted.oldestDeadlineFirst = true;
    submitted.limit = 1000;
    auto rows = m_ports.archive.dossiers(submitted);
    if (rows) {
        submitted.states = {domain::State::Completed};
        submitted.numberLost = true;
        auto without = m_ports.archive.dossiers(submitted);
        if (!without)
            return without;
        rows->insert(rows->begin(), without->begin(), without->end());
    }
    if (rows)
        std::erase_if(*rows, [this](const domain::ports::DossierRow& row) { return m_held.isHeld(row.id); });
    if (rows)
        putVisitsTogether(*rows);
    return rows;
}

base::Outcome ApprovalDesk::mayDecide(DossierId dossier) const {
    return m_runner.check(dossier, domain::Approve{m_desk.signer()});
}

std::vector<std::pair<DossierId, base::Error>> ApprovalDesk::obstaclesTo(const std::vector<DossierId>& dossiers) const {
    std::vector<Batch> batches;
    batches.reserve(dossiers.size());
    for (const DossierId dossier : dossiers)
        batches.push_back(approvalOf(dossier));
    std::vector<std::pair<DossierId, base::Error>> obstacles;
    const std::vector<base::Outcome> outlook = m_runner.outlook(batches);
    for (size_t i = 0; i < outlook.size(); ++i)
        if (!outlook[i] && !isElsewhere(outlook[i].error()))
            obstacles.emplace_back(dossiers[i], outlook[i].error());
    return obstacles;
}

base::Result<Carried> ApprovalDesk::foresee(DossierId dossier, const std::vector<DossierId>& ahead) const {
    std::vector<Batch> before = m_held.waiting();
    for (const DossierId each : ahead)
        before.push_back(approvalOf(each));
    return m_runner.foresee(approvalOf(dossier), before);
}

std::optional<domain::SignerConflict> ApprovalDesk::conflictIn(DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    if (!dossier || !domain::asksForImpartiality(*dossier))
        return std::nullopt;
    return domain::signerConflict(m_ports.archive.personLists().relativesOf(m_desk.account().id), *dossier);
}

bool ApprovalDesk::isTwoHat(DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    return dossier && domain::isOwnWork(*dossier, m_desk.account().id) && m_desk.settings().twoHatAllowed;
}

base::Result<Dossier> ApprovalDesk::approve(DossierId dossier) {
    auto carried = m_runner.run(dossier, domain::Approve{m_desk.signer()});
    if (!carried)
        return base::fail(carried.error());
    emit approved({dossier});
    return std::move(carried->dossier);
}

ApprovalReport ApprovalDesk::approveMany(const std::vector<DossierId>& dossiers) {
    ApprovalReport report;
    const auto refused = m_held.holdAll(held::approve, dossiers);
    if (!refused) {
        for (const DossierId dossier : dossiers)
            report.notApproved.emplace_back(dossier, refused.error());
        return report;
    }
    for (const auto& [dossier, error] : *refused) {
        if (isElsewhere(error))
            report.askedFor.push_back(dossier);
        else
            report.notApproved.emplace_back(dossier, error);
    }
    report.approved = static_cast<int>(dossiers.size() - refused->size());
    for (const DossierId dossier : report.askedFor)
        claim(dossier, Decision::Approve);
    return report;
}

base::Outcome ApprovalDesk::returnToClerk(DossierId dossier, const QString& reason) {
    const auto decided = m_runner.run(dossier, domain::ReturnToClerk{reason});
    if (!decided)
        return base::fail(decided.error());
    return base::done();
}

base::Outcome ApprovalDesk::holdApproval(DossierId dossier) {
    return m_held.hold(held::approve, dossier);
}

base::Outcome ApprovalDesk::holdReturn(DossierId dossier, const QString& reason) {
    return m_held.hold(held::sendBack, dossier, {{QLatin1String(held::reason), reason}});
}

void ApprovalDesk::claim(DossierId dossier, Decision then) {
    m_then.insert(dossier, then);
    m_claims.ask(dossier);
}

void ApprovalDesk::setOpen(DossierId dossier, bool open) {
    if (open == m_open.contains(dossier))
        return;
    if (open)
        m_open.insert(dossier);
    else
        m_open.remove(dossier);
    emit openChanged(dossier, open);
}

void ApprovalDesk::came(DossierId dossier) {
    if (!m_then.contains(dossier))
        return;
    const Decision then = m_then.take(dossier);
    emit dossierArrived(dossier, then);
}

void ApprovalDesk::didNotCome(DossierId dossier, const base::Error& error) {
    if (m_then.remove(dossier) == 0)
        return;
    emit claimFailed(dossier, error);
    emit trayChanged();
}

}
