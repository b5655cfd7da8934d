#include "app/counter/DossierKeeper.h"

#include "app/base/Logging.h"
#include "app/domain/Decide.h"

namespace motcua::counter {

namespace {

bool mayGo(const domain::Dossier& dossier) {
    using domain::State;
    return dossier.state == State::Processing || dossier.state == State::Registered || dossier.state == State::SupplementAsked ||
           domain::lostItsNumber(dossier);
}

}

DossierKeeper::DossierKeeper(const Ports& ports, CommandRunner& runner, std::function<bool(domain::DossierId)> isOpen)
    : m_ports(ports), m_runner(runner), m_isOpen(std::move(isOpen)) {
    constexpr int retryMilliseconds = 1000;
    m_again.setInterval(retryMilliseconds);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DossierKeeper::answerWishes);
}

void DossierKeeper::answerWishes() {
    const auto wishes = m_ports.exchange.wishes();
    if (!wishes) {
        qCWarning(base::lcCounter).noquote() << "wishes unread:" << wishes.error().toLogLine();
        m_again.start();
        return;
    }
    bool left = false;
    for (const domain::ports::DossierWish& wish : *wishes) {
        if (m_isOpen(wish.dossier)) {
            left = true;
            continue;
        }
        // An approval that is held back is done before anything else is, and then this is no dossier to let go.
        m_runner.doWhatWaits(wish.dossier);
        // Decided here meanwhile, by switching user: the result is handed over here, so the dossier stays.
        const auto dossier = m_runner.dossier(wish.dossier);
        if (dossier && !mayGo(*dossier))
            continue;
        const auto carried = m_runner.runUnattended(wish.dossier, {wish.asker});
        if (carried)
            emit released(wish.dossier, wish.asker);
        else if (carried.error().retryable)
            left = true;
        else
            qCInfo(base::lcCounter).noquote() << "dossier" << wish.dossier.toString() << "stays:" << carried.error().toLogLine();
    }
    if (left)
        m_again.start();
}

}
