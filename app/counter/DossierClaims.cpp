#include "app/counter/DossierClaims.h"

#include "app/counter/Desk.h"

namespace motcua::counter {

using domain::DossierId;
using domain::State;

DossierClaims::DossierClaims(const Ports& ports, const Desk& desk, CommandRunner& runner) : m_ports(ports), m_desk(desk), m_runner(runner) {
    connect(&m_ports.sync, &engine::Service::claimAnswered, this, &DossierClaims::answered);
}

bool DossierClaims::mayFetch(const domain::Dossier& dossier) const {
    const bool waitsForPapers = dossier.state == State::Registered || dossier.state == State::SupplementAsked;
    return waitsForPapers && !dossier.closed && dossier.unread == 0 && dossier.holder != m_desk.station() && !isAsked(dossier.id) &&
           m_desk.may(domain::Role::Clerk);
}

void DossierClaims::ask(DossierId dossier) {
    const auto known = m_runner.dossier(dossier);
    m_asked.insert(dossier, known ? known->state : State::None);
    m_ports.sync.claim(dossier.toString());
    emit changed();
    lookForArrivals();
}

void DossierClaims::answered(const QString& dossier, const base::Error& error) {
    const DossierId id = DossierId::fromString(dossier);
    if (error.code.isEmpty() || m_asked.remove(id) == 0)
        return;
    emit failed(id, error);
    emit changed();
}

void DossierClaims::lookForArrivals() {
    const auto asked = m_asked;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        const auto dossier = m_runner.dossier(it.key());
        if (!dossier)
            continue;
        if (dossier->holder == m_desk.station()) {
            m_asked.remove(it.key());
            emit arrived(it.key());
        } else if (dossier->state != it.value()) {
            m_asked.remove(it.key());
            emit failed(it.key(), base::Error{QStringLiteral("claim.already-decided")});
        }
    }
    if (asked.size() != m_asked.size())
        emit changed();
}

}
